import { AttributeDefinition, type AttributeType, ObjectDefinition } from '../../schema/synchronization-schema.ts'

interface Row {
  readonly name: string
  readonly type?: AttributeType
  readonly multivalued?: boolean
  readonly anchor?: boolean
}

/**
 * Attributes of an Entra user as mappings name them, which is the spelling of the old Azure AD Graph.
 * Source: Graph parseExpression sample; Microsoft, Customize attribute mappings. The last block is commonly reported.
 */
const userRows: readonly Row[] = [
  { name: 'objectId', anchor: true },
  { name: 'IsSoftDeleted', type: 'Boolean' },
  { name: 'accountEnabled', type: 'Boolean' },
  { name: 'streetAddress' },
  { name: 'city' },
  { name: 'state' },
  { name: 'postalCode' },
  { name: 'country' },
  { name: 'department' },
  { name: 'displayName' },
  { name: 'givenName' },
  { name: 'surname' },
  { name: 'jobTitle' },
  { name: 'mail' },
  { name: 'mailNickname' },
  { name: 'manager', type: 'Reference' },
  { name: 'mobile' },
  { name: 'telephoneNumber' },
  { name: 'physicalDeliveryOfficeName' },
  { name: 'preferredLanguage' },
  { name: 'onPremisesSecurityIdentifier' },
  { name: 'passwordProfile.password' },
  { name: 'proxyAddresses', multivalued: true },
  { name: 'userPrincipalName' },
  ...Array.from({ length: 15 }, (_, index) => ({ name: `extensionAttribute${index + 1}` })),
  { name: 'appRoleAssignments', multivalued: true },
  { name: 'employeeId' },
  { name: 'facsimileTelephoneNumber' },
  { name: 'companyName' },
  { name: 'otherMails', multivalued: true },
  { name: 'originalUserPrincipalName' },
  { name: 'dirSyncEnabled', type: 'Boolean' },
  { name: 'employeeHireDate', type: 'DateTime' },
  { name: 'employeeType' },
  { name: 'employeeLeaveDateTime', type: 'DateTime' },
  { name: 'employeeOrgData.costCenter' },
  { name: 'employeeOrgData.division' },
  { name: 'usageLocation' },
  { name: 'immutableId' },
  { name: 'userState' },
  { name: 'netId' },
  { name: 'sipProxyAddress' },
]

const groupRows: readonly Row[] = [
  { name: 'objectId', anchor: true },
  { name: 'displayName' },
  { name: 'mail' },
  { name: 'mailNickname' },
  { name: 'members', type: 'Reference', multivalued: true },
  { name: 'description' },
  { name: 'mailEnabled', type: 'Boolean' },
  { name: 'securityEnabled', type: 'Boolean' },
  { name: 'proxyAddresses', multivalued: true },
  { name: 'dirSyncEnabled', type: 'Boolean' },
]

/** Source definition of a user. */
export const sourceUserDefinition: ObjectDefinition = definition('User', userRows)

/** Source definition of a group. */
export const sourceGroupDefinition: ObjectDefinition = definition('Group', groupRows)

/** A definition from rows that only say what differs from a single-valued text. */
function definition(name: string, rows: readonly Row[]): ObjectDefinition {
  return ObjectDefinition.parse({ name, attributes: rows.map((row) => AttributeDefinition.parse(row)) })
}
