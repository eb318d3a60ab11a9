import type { KeyedElement } from '@scimulator/shared/scim'
import type { DirectoryRecord } from '../../directory/record.ts'
import type { MembersDelta } from '../../profile/profile.ts'
import type { AttributeChange } from '../log/sync-log-entry.ts'
import { memberName } from '../values/member.ts'
import type { Circumstances } from './circumstances.ts'

/** How many names one line of the sync log shows; the rest is counted. */
const NAMES_SHOWN = 20

/** What a PUT of `members` adds and removes; undefined when the body did not name them. */
export function deltaToReplace(
  group: DirectoryRecord,
  members: readonly KeyedElement[] | undefined,
  { directory }: Circumstances,
): MembersDelta | undefined {
  if (!members) return undefined
  const wanted = new Set(members.map(({ value }) => value))
  const present = directory.members(group.id)
  const remove = [...present.values()].map(({ value }) => value).filter((value) => !wanted.has(value))
  return { removeAll: false, remove, add: members.filter(({ value }) => !present.has(value)) }
}

/** A source takes out only members that it manages: those put in by hand are not its own, and it does not see them (A17). */
export function onlyOwnMembers(
  group: DirectoryRecord,
  delta: MembersDelta,
  circumstances: Circumstances,
): MembersDelta {
  const { directory, source, rulesOff } = circumstances
  const isOwn = (id: string) => rulesOff.has('A17') || directory.get('User', id)?.managedBy === source.id
  const all = delta.removeAll ? [...directory.members(group.id).values()].map(({ value }) => value) : []
  return { removeAll: false, remove: [...all, ...delta.remove].filter(isOwn), add: delta.add }
}

/** The delta without what changes nothing; undefined when nothing is left. */
export function withoutNoise(
  group: DirectoryRecord,
  delta: MembersDelta,
  { directory }: Circumstances,
): MembersDelta | undefined {
  const present = directory.members(group.id)
  const added = new Set(delta.add.map(({ value }) => value))
  const remove = delta.remove.filter((value) => present.has(value) && !added.has(value))
  const add = delta.add.filter(({ value }) => !present.has(value))
  return remove.length + add.length > 0 ? { removeAll: false, remove, add } : undefined
}

/** Who was added and who was removed, for the sync log. */
export function memberNames(delta: MembersDelta | undefined, { directory }: Circumstances): readonly AttributeChange[] {
  if (!delta) return []
  const nameOf = (id: string) => {
    const record = directory.get('User', id)
    return record ? memberName(record) : id
  }
  const added = listed(
    delta.add.map(({ value }) => value),
    nameOf,
  )
  return [{ attribute: 'members', scim: 'members', old: listed(delta.remove, nameOf), new: added }]
}

function listed(ids: readonly string[], nameOf: (id: string) => string): string | null {
  if (ids.length === 0) return null
  const names = ids.slice(0, NAMES_SHOWN).map(nameOf).join(', ')
  return ids.length > NAMES_SHOWN ? `${names} and ${ids.length - NAMES_SHOWN} more` : names
}
