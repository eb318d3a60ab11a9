// A group that is answered with its members although excludedAttributes=members asked to leave them out.
import type { EntraSwitches } from '../behaviour.ts'
import type { TargetResource } from '../mapping/index.ts'
import type { MemberOp, ObjectError } from './outcome.ts'

/** A failure, or the operation by which members are added to the group from now on. */
export type MembersReturned =
  | { readonly ok: true; readonly memberOp: MemberOp }
  | { readonly ok: false; readonly error: ObjectError }

/**
 * An answer with members is documented to fail the group (Microsoft: Analyze the provisioning logs); by the other value of the switch
 * an attribute that the target shows, empty or not, is replaced as any other would be (grokability/snipe-it#19096).
 */
export function membersReturned(
  resource: TargetResource,
  { memberOpWhenReturned }: Pick<EntraSwitches, 'memberOpWhenReturned'>,
): MembersReturned {
  const { members } = resource
  if (members === undefined || members === null) return { ok: true, memberOp: 'add' }
  if (memberOpWhenReturned === 'replace') return { ok: true, memberOp: 'replace' }
  if (!Array.isArray(members) || members.length === 0) return { ok: true, memberOp: 'add' }
  const reason = 'The answer has members although excludedAttributes=members asked to leave them out.'
  const code = 'SystemForCrossDomainIdentityManagementMultipleEntriesInResponse'
  return { ok: false, error: { code, reason, isJobLevel: false } }
}
