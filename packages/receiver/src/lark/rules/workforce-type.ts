import type { ScimResource } from '@scimulator/shared/scim'
import { type AttributeRule, textOf } from './attribute-rule.ts'
import type { Circumstances } from './circumstances.ts'

/** Lark B06: userType becomes a workforce type through the rules of the sync source (A05). */
export const workforceType: AttributeRule = {
  id: 'B06',
  attribute: 'employeeType',
  lark: 'EmployeeType',
  scim: 'userType',
  read(resource, { source, rulesOff }) {
    const userType = textOf(resource, 'userType')?.trim().toLowerCase()
    if (userType === undefined || rulesOff.has('B06')) return undefined
    return source.workforceTypeRules.find((rule) => rule.employeeType.toLowerCase() === userType)?.workforceType
  },
}

/** Lark A06: an employee type without a rule is no failure; the sync log's details say so. */
export function missingWorkforceType(resource: ScimResource, circumstances: Circumstances): readonly string[] {
  const userType = textOf(resource, 'userType')
  if (circumstances.rulesOff.has('A06')) return []
  if (userType === undefined || workforceType.read(resource, circumstances) !== undefined) return []
  return [`No workforce-type rule for the employee type "${userType}": the workforce type stays unset.`]
}
