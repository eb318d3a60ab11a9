import { quoteForDetail, ScimError, type ScimResource } from '@scimulator/shared/scim'
import type { DirectoryRecord } from '../../directory/record.ts'
import { identityKey } from '../values/identity-keys.ts'
import { memberName } from '../values/member.ts'
import type { AttributeRule } from './attribute-rule.ts'
import { ATTRIBUTE_TABLE } from './attribute-table.ts'
import type { Circumstances } from './circumstances.ts'
import type { Refusal } from './member-values.ts'

/**
 * Lark B01, B02, B05: nobody else in the organisation has the value. Inactive members count, deleted ones do not. `self` is the
 * member that is being written, null for a new one.
 */
export function uniquenessRefusal(
  resource: ScimResource,
  self: string | null,
  circumstances: Circumstances,
): Refusal | undefined {
  for (const rule of ATTRIBUTE_TABLE) {
    const holder = holderOf(rule, resource, self, circumstances)
    if (holder) return { rule: rule.id, error: takenError(rule, holder, circumstances) }
  }
  return undefined
}

function holderOf(
  rule: AttributeRule,
  resource: ScimResource,
  self: string | null,
  circumstances: Circumstances,
): DirectoryRecord | undefined {
  const value = rule.unique && rule.read(resource, circumstances)
  if (rule.unique === undefined || value === undefined) return undefined
  const { index, value: key } = identityKey(rule.unique, value)
  for (const record of circumstances.directory.lookup('User', index, key).values()) {
    if (record.id !== self) return record
  }
  return undefined
}

function takenError(rule: AttributeRule, holder: DirectoryRecord, circumstances: Circumstances): ScimError {
  const owner = describeOwner(holder, circumstances)
  return new ScimError(
    'uniqueness',
    `${rule.scim}: the member ${quoteForDetail(memberName(holder))}, ${owner}, has this value already (${rule.lark} is unique).`,
  )
}

/** Who manages a member, in the words of an error: this source, another one by name, or nobody. */
export function describeOwner(record: DirectoryRecord, { lark, source }: Circumstances): string {
  if (record.managedBy === null) return 'made by hand'
  if (record.managedBy === source.id) return 'managed by this sync source'
  const other = lark.source(record.managedBy)
  return other ? `managed by the sync source ${quoteForDetail(other.name)}` : 'left by a sync source that was deleted'
}

/** Made by hand, or left by a sync source that was deleted: a create may associate it (A16, A17). */
export function isUnmanaged({ managedBy }: DirectoryRecord, { lark }: Pick<Circumstances, 'lark'>): boolean {
  return managedBy === null || lark.source(managedBy) === undefined
}
