import { urns } from '@scimulator/shared/scim'
import { type AttributeRule, objectOf, textOf } from './attribute-rule.ts'

/** Lark B03: the enterprise extension's department; one that no department is named after is created. */
export const department: AttributeRule = {
  id: 'B03',
  attribute: 'department',
  lark: 'DepartmentIDs',
  scim: `${urns.enterpriseUser}:department`,
  read: (resource, { rulesOff }) =>
    rulesOff.has('B03') ? undefined : textOf(objectOf(resource, urns.enterpriseUser), 'department'),
}
