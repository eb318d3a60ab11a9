import { isoTime } from '@scimulator/shared/runtime'
import { quoteForDetail, ScimError } from '@scimulator/shared/scim'
import type { DeletedMember } from '../values/deleted-members.ts'
import { type IdentityAttribute, identityKey } from '../values/identity-keys.ts'
import { memberName } from '../values/member.ts'
import type { MemberNames } from './attribute-rule.ts'
import type { Circumstances } from './circumstances.ts'
import type { Identified } from './identified.ts'

/**
 * Lark A13: deleted members can still be matched, by mistake as well, which is why the page advises to remove them first. The
 * switch `deletedMembers` says what such a create does. Undefined when no deleted member fits.
 */
export function identifyDeletedMember(
  names: MemberNames,
  attributes: readonly IdentityAttribute[],
  circumstances: Circumstances,
): Identified | undefined {
  const { switches, rulesOff } = circumstances
  if (switches.deletedMembers === 'ignore' || rulesOff.has('A13')) return undefined
  const deleted = findDeleted(names, ['externalID', ...attributes], circumstances)
  if (!deleted) return undefined
  const when = isoTime(deleted.deletedAt)
  const who = quoteForDetail(memberName(deleted.record))
  if (switches.deletedMembers === 'restore') {
    const warning = `Restored the deleted member ${who} (deleted ${when}) under its old id. If this is somebody else, purge deleted members before syncing.`
    return { kind: 'restored', record: deleted.record, warning }
  }
  const detail = `The deleted member ${who} (deleted ${when}) has these attributes. Purge it, then try again.`
  return { kind: 'refused', refusal: { rule: 'A13', error: new ScimError('uniqueness', detail) } }
}

/** The one deleted last, when several fit. */
function findDeleted(
  names: MemberNames,
  attributes: readonly IdentityAttribute[],
  { lark, directory, context }: Circumstances,
): DeletedMember | undefined {
  for (const attribute of attributes) {
    const value = names[attribute]
    const key = value === undefined ? undefined : identityKey(attribute, value)
    const found = key && lark.deleted.find(directory.organisation, key, context.now).at(-1)
    if (found) return found
  }
  return undefined
}
