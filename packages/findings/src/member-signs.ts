// Who is in a group after a PATCH of its members, by ids: who must have come, gone and stayed.
import { asText, isJsonArray, isJsonObject, type JsonValue } from '@scimulator/shared/scim'
import { isDone, type Operation, type SeenExchange, type Sign } from './seen-exchange.ts'

/** A group that is shown in parts cannot be told from one that has lost somebody. */
const MOST_SHOWN = 90

export const MEMBER_SIGNS: readonly Sign[] = [
  ['member-add-not-done', (seen) => isAdd(seen, ({ missing, added }) => missing.length === added.length)],
  [
    'only-one-member-added',
    (seen) => isAdd(seen, ({ missing, added }) => missing.length > 0 && missing.length < added.length),
  ],
  ['member-add-replaces', (seen) => isAdd(seen, ({ missing, lost }) => missing.length === 0 && lost.length > 0)],
  ['member-remove-empties-group', (seen) => empties(seen, removedByValue(seen))],
  ['member-filter-remove-empties-group', (seen) => empties(seen, removedByFilter(seen))],
  [
    'member-remove-ignored',
    (seen) => isRemoval(seen, removedByValue(seen), ({ left, removed }) => left.length === removed.length),
  ],
  [
    'member-filter-remove-not-done',
    (seen) => isRemoval(seen, removedByFilter(seen), ({ left, removed }) => left.length === removed.length),
  ],
  [
    'only-one-member-removed',
    (seen) =>
      isRemoval(seen, [...removedByValue(seen), ...removedByFilter(seen)], ({ left, removed }) => {
        return left.length > 0 && left.length === removed.length - 1
      }),
  ],
]

/** How many there are, of whatever kind; undefined where none are shown. */
export function memberCount(resource: SeenExchange['after']): number | undefined {
  return Array.isArray(resource?.members) ? resource.members.length : undefined
}

/** Ids that are taken out with `path: members` and a value. */
export function removedByValue({ operations }: SeenExchange): readonly string[] {
  return operations
    .filter(({ op, path, value }) => op === 'remove' && path === 'members' && isJsonArray(value))
    .flatMap(({ value }) => idsIn(value))
}

function removedByFilter({ operations }: SeenExchange): readonly string[] {
  return operations.filter(({ op }) => op === 'remove').flatMap(({ path }) => filteredId(path) ?? [])
}

function filteredId(path: string): string | undefined {
  return /^members\[\s*value\s+eq\s+"([^"]+)"\s*\]$/i.exec(path)?.[1]
}

interface Added {
  readonly added: readonly string[]
  readonly missing: readonly string[]
  /** Who was there, and is not. */
  readonly lost: readonly string[]
}

function isAdd(seen: SeenExchange, holds: (what: Added) => boolean): boolean {
  const sides = sidesOf(seen)
  if (!sides || !seen.operations.every(isMemberAdd)) return false
  const { before, after } = sides
  const added = [...new Set(seen.operations.flatMap(({ value }) => idsIn(value)))]
  if (added.length === 0 || after.length > MOST_SHOWN) return false
  const lost = before.filter((id) => !after.includes(id))
  return holds({ added, missing: added.filter((id) => !after.includes(id)), lost })
}

interface Removed {
  readonly removed: readonly string[]
  /** Who should have gone, and is there. */
  readonly left: readonly string[]
}

/** Who was no member cannot be taken out. */
function isRemoval(seen: SeenExchange, ids: readonly string[], holds: (what: Removed) => boolean): boolean {
  const sides = sidesOf(seen)
  if (!sides || !isRemoveOnly(seen)) return false
  const removed = [...new Set(ids)].filter((id) => sides.before.includes(id))
  return removed.length > 0 && holds({ removed, left: removed.filter((id) => sides.after.includes(id)) })
}

function empties(seen: SeenExchange, removed: readonly string[]): boolean {
  const sides = sidesOf(seen)
  if (!sides || !isRemoveOnly(seen) || removed.length === 0) return false
  return sides.after.length === 0 && sides.before.some((id) => !removed.includes(id))
}

function isMemberAdd({ op, path, isPathGiven }: Operation): boolean {
  return op === 'add' && path === 'members' && isPathGiven
}

/** A remove without a value takes out everybody, and is meant to. */
function isRemoveOnly({ operations }: SeenExchange): boolean {
  return operations.every(
    ({ op, path, value }) =>
      op === 'remove' && ((path === 'members' && idsIn(value).length > 0) || filteredId(path) !== undefined),
  )
}

/** Members before and after of a PATCH that was done; undefined where either look shows none by their ids. */
function sidesOf(
  seen: SeenExchange,
): { readonly before: readonly string[]; readonly after: readonly string[] } | undefined {
  if (!isDone(seen) || seen.method !== 'PATCH' || seen.place !== 'Groups' || seen.operations.length === 0)
    return undefined
  if (!seen.before || !seen.after) return undefined
  const [before, after] = [shownIds(seen.before), shownIds(seen.after)]
  return before && after && { before, after }
}

/** An attribute without a value may be left out (RFC 7643 §2.5). */
function shownIds({ members = [] }: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  if (!Array.isArray(members)) return undefined
  const ids = members.map((one: unknown) => Object(one).value)
  return ids.every((id) => typeof id === 'string' || typeof id === 'number') ? ids.map(asText) : undefined
}

function idsIn(value: JsonValue | undefined): readonly string[] {
  const listed = isJsonArray(value) ? value : value === undefined ? [] : [value]
  return listed.flatMap((one) => (isJsonObject(one) && one.value !== undefined ? [asText(one.value)] : []))
}
