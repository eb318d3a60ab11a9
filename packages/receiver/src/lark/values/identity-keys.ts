import type { DirectoryRecord } from '../../directory/record.ts'
import { foldCase, type IndexKey } from '../../directory/view.ts'
import { type MemberValues, memberFacts } from './member.ts'

/** Indexes of Lark's own identifying attributes; hand-made members have them as well. */
const IDENTITY_INDEXES = {
  externalID: 'lark.externalID',
  email: 'lark.email',
  employeeID: 'lark.employeeID',
  mobile: 'lark.mobile',
} as const

export type IdentityAttribute = keyof typeof IDENTITY_INDEXES

/** The key by which a member with this value is found. */
export function identityKey(attribute: IdentityAttribute, value: string): IndexKey {
  const folded = attribute === 'mobile' ? foldPhone(value) : foldCase(value.trim())
  return { index: IDENTITY_INDEXES[attribute], value: folded }
}

export function identityKeys(record: DirectoryRecord): readonly IndexKey[] {
  return keysOfValues(memberFacts(record).values)
}

function keysOfValues(values: MemberValues): readonly IndexKey[] {
  const attributes: readonly IdentityAttribute[] = ['externalID', 'email', 'employeeID', 'mobile']
  return attributes.flatMap((attribute) => {
    const value = values[attribute]
    return value === undefined ? [] : [identityKey(attribute, value)]
  })
}

/** Digits and a leading plus: `tel:+1-555-0100` and `+1 (555) 0100` are one number. */
function foldPhone(value: string): string {
  const digits = value.replace(/\D/g, '')
  return /^(tel:)?\s*\+/i.test(value) ? `+${digits}` : digits
}
