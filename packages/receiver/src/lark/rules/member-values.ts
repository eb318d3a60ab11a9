import type { ScimError, ScimResource } from '@scimulator/shared/scim'
import type { AttributeChange } from '../log/sync-log-entry.ts'
import type { LarkView } from '../state/lark-state.ts'
import type { MemberValues } from '../values/member.ts'
import type { MemberNames } from './attribute-rule.ts'
import { ATTRIBUTE_TABLE } from './attribute-table.ts'
import type { Circumstances } from './circumstances.ts'
import { userNameIsWorkEmail } from './user-name-is-work-email.ts'

/** The first rule that refuses the resource, seen as it would be after the whole write. */
export function refusalOf(resource: ScimResource, circumstances: Circumstances): Refusal | undefined {
  for (const rule of ATTRIBUTE_TABLE) {
    const error = rule.check?.(resource, circumstances)
    if (error) return { rule: rule.id, error }
  }
  const error = userNameIsWorkEmail(resource, circumstances.rulesOff)
  return error && { rule: 'B13', error }
}

export interface Refusal {
  readonly rule: string
  readonly error: ScimError
}

/**
 * A member's attributes after a write. What the resource assigns counts; what it no longer assigns is cleared; what no sync has
 * assigned stays as administrators entered it.
 */
export function namesAfter(
  resource: ScimResource,
  before: { readonly names: MemberNames; readonly resource: ScimResource | undefined },
  circumstances: Circumstances,
): MemberNames {
  const entries = ATTRIBUTE_TABLE.map((rule) => {
    const assigned = rule.read(resource, circumstances)
    const wasAssigned = before.resource !== undefined && rule.read(before.resource, circumstances) !== undefined
    return [rule.attribute, assigned ?? (wasAssigned ? undefined : before.names[rule.attribute])]
  })
  return Object.fromEntries(entries)
}

/** Lark's values with ids replaced by names. */
export function namesOf(values: MemberValues, lark: LarkView): MemberNames {
  const { departmentIDs, jobTitleID, ...texts } = values
  const departments = (departmentIDs ?? []).map((id) => lark.named.get(id)?.name ?? id)
  return {
    ...texts,
    department: departments.length > 0 ? departments.join(', ') : undefined,
    jobTitle: jobTitleID === undefined ? undefined : (lark.named.get(jobTitleID)?.name ?? jobTitleID),
  }
}

/** What differs, under Lark's name and the SCIM name, for the sync log. */
export function attributeChanges(before: MemberNames, after: MemberNames): readonly AttributeChange[] {
  return ATTRIBUTE_TABLE.filter(({ attribute }) => before[attribute] !== after[attribute]).map(
    ({ attribute, lark, scim }) => ({
      attribute: lark,
      scim,
      old: before[attribute] ?? null,
      new: after[attribute] ?? null,
    }),
  )
}
