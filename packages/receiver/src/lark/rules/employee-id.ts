import { urns } from '@scimulator/shared/scim'
import { type AttributeRule, objectOf, textOf } from './attribute-rule.ts'

/** Lark B05: the enterprise extension's employeeNumber is the EmployeeID, unique in the organisation. */
export const employeeID: AttributeRule = {
  id: 'B05',
  attribute: 'employeeID',
  lark: 'EmployeeID',
  scim: `${urns.enterpriseUser}:employeeNumber`,
  unique: 'employeeID',
  read: (resource, { rulesOff }) =>
    rulesOff.has('B05') ? undefined : textOf(objectOf(resource, urns.enterpriseUser), 'employeeNumber'),
}
