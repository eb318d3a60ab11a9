import { urns } from '../urns.ts'
import { attribute, complex, type SchemaDefinition } from './attribute-definition.ts'

/** RFC 7643 §4.3 and §8.7.1. */
export const enterpriseUserSchema: SchemaDefinition = {
  id: urns.enterpriseUser,
  name: 'EnterpriseUser',
  description: 'Enterprise User',
  attributes: [
    attribute('employeeNumber', 'string', 'An identifier that the organization assigns to a person.'),
    attribute('costCenter', 'string', 'The name of a cost center.'),
    attribute('organization', 'string', 'The name of an organization.'),
    attribute('division', 'string', 'The name of a division.'),
    attribute('department', 'string', 'The name of a department.'),
    complex('manager', "The user's manager.", [
      attribute('value', 'string', "The id of the SCIM resource that represents the user's manager.", {
        caseExact: true,
      }),
      attribute('$ref', 'reference', 'The URI of the manager.', { referenceTypes: ['User'] }),
      attribute('displayName', 'string', 'The displayName of the manager.', { mutability: 'readOnly' }),
    ]),
  ],
}
