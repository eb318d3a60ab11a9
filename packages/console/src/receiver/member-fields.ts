// The fields of a member as its page groups them (LK4), and what an administrator's form sends. Pure.
import type { Views } from '../source/source.ts'
import { words } from './words.ts'

type Member = Views['lark.members']

/** Fields that an administrator fills in, by the member of the view. */
export const BASIC = [
  'name',
  'lastName',
  'firstName',
  'anotherName',
  'email',
  'mobile',
  'department',
  'employeeID',
] as const
export const JOB = ['jobTitle', 'employeeType', 'workCountryOrRegion'] as const

export type MemberField = (typeof BASIC)[number] | (typeof JOB)[number]
export type MemberForm = Readonly<Record<MemberField, string>>

export const FORM_FIELDS: readonly MemberField[] = [...BASIC, ...JOB]

export interface ShownField {
  readonly label: string
  readonly value: string
  /** In the console's words. */
  readonly source: string
}

/** Those that are set, each with who has written it last. */
export function shownFields(
  member: Member,
  fields: readonly (MemberField | 'externalID' | 'status')[],
): readonly ShownField[] {
  return fields.flatMap((field) => {
    const value = member[field]
    if (value === undefined) return []
    return [
      { label: words.memberFields[field], value, source: words.fieldSources[member.fieldSources[field] ?? 'SCIM'] },
    ]
  })
}

export function formOf(member: Member | undefined): MemberForm {
  return Object.fromEntries(FORM_FIELDS.map((field) => [field, member?.[field] ?? ''])) as MemberForm
}

/** What was changed; a field that was emptied stays as it was, because the console cannot empty one. */
export function changesOf(before: MemberForm, after: MemberForm): Partial<MemberForm> {
  const changed = FORM_FIELDS.filter((field) => after[field].trim() !== '' && after[field] !== before[field])
  return Object.fromEntries(changed.map((field) => [field, after[field].trim()]))
}
