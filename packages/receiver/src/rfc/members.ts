import { type KeyedElement, quoteForDetail, ScimError } from '@scimulator/shared/scim'
import type { ResourceKind } from '../directory/record.ts'
import type { DirectoryView } from '../directory/view.ts'
import type { MembersDelta } from '../profile/profile.ts'

/** The error for a member that is nothing of the organisation that may be one. */
export function memberError(
  members: readonly KeyedElement[],
  view: DirectoryView,
  kinds: readonly ResourceKind[],
): ScimError | undefined {
  const missing = members.find(({ value }) => kinds.every((kind) => !view.get(kind, value)))
  if (!missing) return undefined
  const name = quoteForDetail(missing.value)
  return new ScimError('invalidValue', `There is no ${kinds.join(' or ')} with id ${name} that could be a member.`)
}

/** `$ref` and `display` are made on read; a `type` that the client gave is kept as it is. */
export function storedMembers(members: readonly KeyedElement[]): readonly KeyedElement[] {
  return members.map(({ value, type }) => (type === undefined ? { value } : { value, type }))
}

/** From the present members to the wanted ones; undefined when they are the same. */
export function membersDelta(
  groupId: string,
  wanted: readonly KeyedElement[],
  view: DirectoryView,
): MembersDelta | undefined {
  const present = view.members(groupId)
  const kept = new Set(wanted.map(({ value }) => value))
  const add = wanted.filter(({ value }) => !present.has(value))
  const remove = [...present.values()].map(({ value }) => value).filter((value) => !kept.has(value))
  return add.length + remove.length === 0 ? undefined : { removeAll: false, remove, add: storedMembers(add) }
}
