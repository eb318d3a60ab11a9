import { quoteForDetail, ScimError } from '@scimulator/shared/scim'
import type { DirectoryRecord } from '../../directory/record.ts'
import { type IdentityAttribute, identityKey } from '../values/identity-keys.ts'
import { memberFacts, memberName } from '../values/member.ts'
import type { IdentifyingAttribute } from '../values/sync-source.ts'
import type { MemberNames } from './attribute-rule.ts'
import type { Circumstances } from './circumstances.ts'
import { identifyDeletedMember } from './deleted-member.ts'
import type { Identified } from './identified.ts'
import { describeOwner, isUnmanaged } from './uniqueness.ts'

//  found by user name, else by the chosen attributes | decision
//  --------------------------------------------------+------------------------------------------------------------
//  nobody                                            | new, unless a deleted member fits (A13)
//  a member that no source manages                   | associated, keeps its id (A11)
//  managed by this source, active                    | 409 uniqueness (A12)
//  managed by this source, inactive by SCIM DELETE   | returned under its old id (A12)
//  managed by this source, inactive otherwise        | 409 uniqueness: B02 counts inactive members
//  managed by another source                         | 409 uniqueness that names the source (A17)
//  two different members                             | 409 uniqueness that names both (A12)

const MEMBER_ATTRIBUTE: Readonly<Record<IdentifyingAttribute, IdentityAttribute>> = {
  email: 'email',
  'employee number': 'employeeID',
  mobile: 'mobile',
}

/** Lark A10-A13: whom a create means. */
export function identifyMember(names: MemberNames, circumstances: Circumstances): Identified {
  const found = findMembers(names, circumstances)
  const [first, second] = found
  if (first && second) return twoMembers(first, second, circumstances)
  if (first) return oneMember(first, circumstances)
  return identifyDeletedMember(names, identifyingAttributes(circumstances), circumstances) ?? { kind: 'new' }
}

/** Lark A10: the user name first; where that finds nobody, the attributes chosen in the sync source. */
function findMembers(names: MemberNames, circumstances: Circumstances): readonly DirectoryRecord[] {
  const byUserName = holders('externalID', names, circumstances)
  if (byUserName.length > 0) return byUserName
  const found = identifyingAttributes(circumstances).flatMap((attribute) => holders(attribute, names, circumstances))
  return [...new Map(found.map((record) => [record.id, record])).values()]
}

function identifyingAttributes({ source, rulesOff }: Circumstances): readonly IdentityAttribute[] {
  return rulesOff.has('A10') ? [] : source.identifyingAttributes.map((attribute) => MEMBER_ATTRIBUTE[attribute])
}

function holders(
  attribute: IdentityAttribute,
  names: MemberNames,
  { directory }: Circumstances,
): readonly DirectoryRecord[] {
  const value = names[attribute]
  if (value === undefined) return []
  const key = identityKey(attribute, value)
  return [...directory.lookup('User', key.index, key.value).values()]
}

function oneMember(record: DirectoryRecord, circumstances: Circumstances): Identified {
  const { source, rulesOff } = circumstances
  // With A11 turned off the create goes on as a new member, and B02 refuses it.
  if (isUnmanaged(record, circumstances)) return rulesOff.has('A11') ? { kind: 'new' } : { kind: 'associated', record }
  const { status, deactivatedByDelete } = memberFacts(record)
  const returns = status === 'Inactive' && deactivatedByDelete && !rulesOff.has('A12')
  if (record.managedBy === source.id && returns) return { kind: 'returned', record }
  const advice = status === 'Inactive' ? ' It is inactive: set active to true on its id instead of creating it.' : ''
  return refused(
    record.managedBy === source.id ? 'A12' : 'A17',
    `The member ${quoteForDetail(memberName(record))} exists already, ${describeOwner(record, circumstances)}.${advice}`,
  )
}

function twoMembers(first: DirectoryRecord, second: DirectoryRecord, circumstances: Circumstances): Identified {
  if (circumstances.rulesOff.has('A12')) return oneMember(first, circumstances)
  const names = [first, second].map((record) => quoteForDetail(memberName(record))).join(' and ')
  return refused('A12', `The identifying attributes find two different members: ${names}. Correct one of them.`)
}

function refused(rule: string, detail: string): Identified {
  return { kind: 'refused', refusal: { rule, error: new ScimError('uniqueness', detail) } }
}
