/** Attributes of a user that an administrator can set, with the name that Microsoft Graph gives them where it differs. */
export interface UserAttribute {
  readonly name: string
  readonly graphName: string
  readonly type: 'String' | 'Boolean' | 'DateTime' | 'Reference'
  readonly multivalued: boolean
}

const text = (name: string, graphName = name): UserAttribute => attribute(name, graphName, 'String', false)
const list = (name: string, graphName = name): UserAttribute => attribute(name, graphName, 'String', true)

function attribute(name: string, graphName: string, type: UserAttribute['type'], multivalued: boolean): UserAttribute {
  return { name, graphName, type, multivalued }
}

export const USER_ATTRIBUTES: readonly UserAttribute[] = [
  text('userPrincipalName'),
  attribute('accountEnabled', 'accountEnabled', 'Boolean', false),
  text('displayName'),
  text('givenName'),
  text('surname'),
  text('jobTitle'),
  text('department'),
  text('companyName'),
  text('mail'),
  text('mailNickname'),
  text('mobile', 'mobilePhone'),
  text('telephoneNumber', 'businessPhones'),
  text('facsimileTelephoneNumber', 'faxNumber'),
  text('physicalDeliveryOfficeName', 'officeLocation'),
  text('streetAddress'),
  text('city'),
  text('state'),
  text('postalCode'),
  text('country'),
  text('preferredLanguage'),
  text('usageLocation'),
  text('employeeId'),
  text('employeeType'),
  text('employeeOrgData.costCenter'),
  text('employeeOrgData.division'),
  attribute('employeeHireDate', 'employeeHireDate', 'DateTime', false),
  attribute('employeeLeaveDateTime', 'employeeLeaveDateTime', 'DateTime', false),
  attribute('dirSyncEnabled', 'onPremisesSyncEnabled', 'Boolean', false),
  text('immutableId', 'onPremisesImmutableId'),
  text('onPremisesSecurityIdentifier'),
  text('passwordProfile.password'),
  text('userState', 'externalUserState'),
  text('netId'),
  text('sipProxyAddress'),
  list('proxyAddresses'),
  list('otherMails'),
  ...Array.from({ length: 15 }, (_, index) =>
    text(`extensionAttribute${index + 1}`, `onPremisesExtensionAttributes.extensionAttribute${index + 1}`),
  ),
]

const BY_NAME = new Map(USER_ATTRIBUTES.flatMap((one) => [[one.graphName, one] as const, [one.name, one] as const]))

/** Finds an attribute by either name; directory extensions (`extension_…`) are single-valued text. */
export function findUserAttribute(name: string): UserAttribute | undefined {
  return BY_NAME.get(name) ?? (/^extension_\w+$/.test(name) ? text(name) : undefined)
}
