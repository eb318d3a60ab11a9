import { type KeyedElement, quoteForDetail, ScimError, type ScimResource } from '@scimulator/shared/scim'
import type { DirectoryRecord } from '../../directory/record.ts'
import { foldCase } from '../../directory/view.ts'
import { USER_GROUP_NAME } from '../values/lark-keys.ts'
import { textOf } from './attribute-rule.ts'
import type { Circumstances } from './circumstances.ts'
import type { Refusal } from './member-values.ts'
import { describeOwner, isUnmanaged } from './uniqueness.ts'

// Lark B16: displayName is the name of the user group, required and unique in the organisation; its members are members of the same
// sync source; one made by hand under that name is associated like a member (A11).

export type IdentifiedGroup =
  | { readonly kind: 'new' }
  | { readonly kind: 'associated'; readonly record: DirectoryRecord }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export function identifyUserGroup(resource: ScimResource, circumstances: Circumstances): IdentifiedGroup {
  if (circumstances.rulesOff.has('B16')) return { kind: 'new' }
  const holder = holderOf(resource, null, circumstances)
  if (holder && isUnmanaged(holder, circumstances)) return { kind: 'associated', record: holder }
  const refusal = userGroupNameRefusal(resource, null, circumstances)
  return refusal ? { kind: 'refused', refusal } : { kind: 'new' }
}

/** The name is missing, or another user group has it. `self` is the group that is being written. */
export function userGroupNameRefusal(
  resource: ScimResource,
  self: string | null,
  circumstances: Circumstances,
): Refusal | undefined {
  if (circumstances.rulesOff.has('B16')) return undefined
  const name = textOf(resource, 'displayName')
  if (name === undefined)
    return refusal('invalidValue', 'displayName is required: it becomes the name of the user group.')
  const holder = holderOf(resource, self, circumstances)
  if (!holder) return undefined
  const owner = describeOwner(holder, circumstances)
  return refusal('uniqueness', `displayName: the user group ${quoteForDetail(name)}, ${owner}, exists already.`)
}

/** The first of the elements that is no member of this source. */
export function foreignMember(
  elements: readonly KeyedElement[] | undefined,
  { directory, source, rulesOff }: Circumstances,
): Refusal | undefined {
  if (rulesOff.has('B16')) return undefined
  const foreign = elements?.find(({ value }) => directory.get('User', value)?.managedBy !== source.id)
  if (!foreign) return undefined
  return refusal('invalidValue', `members: ${quoteForDetail(foreign.value)} is no member of this sync source.`)
}

function holderOf(
  resource: ScimResource,
  self: string | null,
  { directory }: Circumstances,
): DirectoryRecord | undefined {
  const name = textOf(resource, 'displayName')
  if (name === undefined) return undefined
  for (const record of directory.lookup('Group', USER_GROUP_NAME, foldCase(name.trim())).values()) {
    if (record.id !== self) return record
  }
  return undefined
}

function refusal(code: 'invalidValue' | 'uniqueness', detail: string): Refusal {
  return { rule: 'B16', error: new ScimError(code, detail) }
}
