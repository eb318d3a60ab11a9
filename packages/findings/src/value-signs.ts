// Values that were to be written and do not stand there, or that went although nobody named them: by looks before and after.
import { isJsonObject, type JsonValue } from '@scimulator/shared/scim'
import { activeSent, isDone, isTextOf, type Operation, type SeenExchange, type Sign } from './seen-exchange.ts'

/** Plain texts that no endpoint makes by itself. */
const PLAIN = /^(title|displayName|nickName|userType)$/

export const VALUE_SIGNS: readonly Sign[] = [
  [
    'update-not-done',
    (seen) =>
      isDone(seen) && seen.method === 'PATCH' && writtenIn(seen.operations).some((one) => isNotWritten(one, seen)),
  ],
]

/** What only two looks can tell. */
export const LOOK_SIGNS: readonly Sign[] = [
  ['only-one-operation', (seen) => isDone(seen) && seen.method === 'PATCH' && isOneDone(seen)],
  ['put-active-ignored', (seen) => isPut(seen) && isOff(seen) && seen.after?.active === true],
  ['put-not-done', (seen) => isPut(seen) && plainSent(seen).some((one) => isNotWritten(one, seen))],
  ['created-inactive-is-active', (seen) => isCreated(seen) && isOff(seen) && seen.after?.active === true],
  [
    'external-id-not-echoed',
    (seen) => isCreated(seen) && isTextOf(seen.sent.externalId, /\S/) && isWithout(seen.after, 'externalId'),
  ],
  ['disable-deletes', (seen) => isDone(seen) && isOff(seen) && seen.before !== undefined && seen.isGone === true],
  ['delete-only-disables', (seen) => isDeleted(seen) && seen.after?.active === false],
  ['deleted-still-there', (seen) => isDeleted(seen) && seen.after !== undefined && seen.after.active !== false],
  ['patch-wipes-others', (seen) => isDone(seen) && seen.method === 'PATCH' && wiped(seen).length > 0],
]

const isPut = (seen: SeenExchange): boolean => isDone(seen) && seen.method === 'PUT' && seen.place === 'Users'
const isCreated = (seen: SeenExchange): boolean => isDone(seen) && seen.method === 'POST' && seen.place === 'Users'
const isDeleted = (seen: SeenExchange): boolean => isDone(seen) && seen.method === 'DELETE' && seen.place === 'Users'
const isOff = (seen: SeenExchange): boolean => activeSent(seen) === false || isTextOf(activeSent(seen), /^false$/i)

function isWithout(resource: SeenExchange['after'], name: string): boolean {
  return resource !== undefined && resource[name] === undefined
}

type Written = Pick<Operation, 'path'> & { readonly value: JsonValue | undefined }

/** Plain texts that are written once. */
function writtenIn(operations: readonly Operation[]): readonly Written[] {
  return operations.filter(
    ({ op, path, value }) =>
      /^(add|replace)$/.test(op) &&
      typeof value === 'string' &&
      PLAIN.test(path) &&
      operations.filter((one) => one.path === path).length === 1,
  )
}

function plainSent({ sent }: SeenExchange): readonly Written[] {
  return Object.entries(sent).flatMap(([path, value]) =>
    typeof value === 'string' && PLAIN.test(path) ? [{ path, value }] : [],
  )
}

/** Another text stands there: the one of before, where it is known. What is not kept at all says nothing. */
function isNotWritten({ path, value }: Written, { before, after }: SeenExchange): boolean {
  if (after === undefined || after[path] === value) return false
  return before === undefined ? true : typeof after[path] === 'string' && after[path] === before[path]
}

/** Of several operations, whatever they are about, one is done: two texts are as they were before. */
function isOneDone(seen: SeenExchange): boolean {
  if (seen.operations.length < 3 || seen.operations.some(({ isPathGiven }) => !isPathGiven)) return false
  const undone = writtenIn(seen.operations).filter((one) => seen.before !== undefined && isNotWritten(one, seen))
  return undone.length > 1 && changedBy(seen).length === 1
}

/**
 * Whether it is the attribute that was not written, and not its operation that was not read: because it stood beside others, or because
 * its path stood in its value.
 */
export function isClearWhich(seen: SeenExchange): boolean {
  const [first, ...others] = seen.operations
  if (first?.isPathGiven && others.length === 0) return true
  const changed = changedBy(seen)
  const isRead = (isPathGiven: boolean): boolean =>
    seen.operations.every((one) => one.isPathGiven !== isPathGiven) ||
    seen.operations.some((one) => one.isPathGiven === isPathGiven && changed.includes(rootOf(one.path)))
  return changed.length > 1 && isRead(false)
}

/** Attributes that operations name, and that are not as they were before. */
function changedBy({ operations, before, after }: SeenExchange): readonly string[] {
  const roots = [...new Set(operations.map(({ path }) => rootOf(path)))]
  return roots.filter((root) => JSON.stringify(before?.[root]) !== JSON.stringify(after?.[root]))
}

/** What an update may take along by itself: names that are put together, and what is read only. */
const ITS_OWN = /^(id|meta|schemas|groups|active|name|displayName)$/

/** Attributes that stood there, that no operation names, and that are gone. */
function wiped({ operations, before, after }: SeenExchange): readonly string[] {
  if (before === undefined || after === undefined || operations.length === 0) return []
  const named = new Set(operations.map(({ path }) => rootOf(path)))
  if (named.has('active')) return []
  return Object.entries(before)
    .filter(([name, value]) => !ITS_OWN.test(name) && !named.has(rootOf(name)) && isThere(value) && isJust(name))
    .filter(([name]) => !isThere(after[name]))
    .map(([name]) => name)
}

/** Members have signs of their own. */
function isJust(name: string): boolean {
  return name !== 'members' && !name.startsWith('urn:')
}

/** `emails` of `emails[type eq "work"].value`; of an extension its schema. */
function rootOf(path: string): string {
  if (path.startsWith('urn:')) return /^(.*):[^:]*$/.exec(path)?.[1] ?? path
  return /^[^.[\]]+/.exec(path)?.[0] ?? path
}

function isThere(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  return isJsonObject(value as JsonValue) ? Object.keys(value as object).length > 0 : true
}
