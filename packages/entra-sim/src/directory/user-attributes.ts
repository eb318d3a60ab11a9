/** Attributes of a user that an administrator can set, with the name that Microsoft Graph gives them where it differs. */
export interface UserAttribute {
  readonly name: string
  readonly graphName: string
  readonly type: 'String' | 'Boolean' | 'DateTime' | 'Reference'
  readonly multivalued: boolean
  /** What it holds, for people. */
  readonly describes: string
}

const text = (name: string, describes: string, graphName = name): UserAttribute => ({
  name,
  graphName,
  type: 'String',
  multivalued: false,
  describes,
})
const list = (name: string, describes: string): UserAttribute => ({ ...text(name, describes), multivalued: true })
const moment = (name: string, describes: string): UserAttribute => ({ ...text(name, describes), type: 'DateTime' })
const yesOrNo = (name: string, describes: string, graphName = name): UserAttribute => ({
  ...text(name, describes, graphName),
  type: 'Boolean',
})

function extension(number: number): UserAttribute {
  const name = `extensionAttribute${number}`
  return text(name, `Custom attribute ${number} of Exchange`, `onPremisesExtensionAttributes.${name}`)
}

export const USER_ATTRIBUTES: readonly UserAttribute[] = [
  text('userPrincipalName', 'Sign-in name, such as ana@contoso.com; prefixed with the object id while in the bin'),
  yesOrNo('accountEnabled', 'Whether the user may sign in; false while sign-in is blocked'),
  text('displayName', 'Name in the address book, usually first name and surname'),
  text('givenName', 'First name'),
  text('surname', 'Family name'),
  text('jobTitle', 'Job title, such as Account Manager'),
  text('department', 'Department in which the user works, such as Sales'),
  text('companyName', 'Company that the user belongs to; most useful for guests'),
  text('mail', 'SMTP address, such as ana@contoso.com'),
  text('mailNickname', 'Mail alias, such as ana'),
  text('mobile', 'Primary mobile phone number', 'mobilePhone'),
  text('telephoneNumber', 'Business phone number; there can be only one', 'businessPhones'),
  text('facsimileTelephoneNumber', 'Fax number', 'faxNumber'),
  text('physicalDeliveryOfficeName', 'Office at the place of work, such as 18/2111', 'officeLocation'),
  text('streetAddress', 'Street address of the place of work'),
  text('city', 'City in which the user is located'),
  text('state', 'State or province in the address'),
  text('postalCode', 'Postal code in the address; in the United States, the ZIP code'),
  text('country', 'Country or region in which the user is located, such as US'),
  text('preferredLanguage', 'Language and region, such as en-US'),
  text('usageLocation', 'Two-letter code (ISO 3166) of the country where licensed services are used, such as US'),
  text('employeeId', 'Identifier given by the employer, such as E1042'),
  text('employeeType', 'Type of worker, such as Employee, Contractor, Consultant or Vendor'),
  text('employeeOrgData.costCenter', 'Cost center associated with the user'),
  text('employeeOrgData.division', 'Name of the division in which the user works'),
  moment('employeeHireDate', 'When the user was hired, or will start: 2026-01-05T00:00:00Z'),
  moment('employeeLeaveDateTime', 'When the user left, or will leave: 2026-01-05T00:00:00Z'),
  yesOrNo('dirSyncEnabled', 'true while synced from on-premises; false once it no longer is', 'onPremisesSyncEnabled'),
  text('immutableId', 'Ties the user to an account in an on-premises Active Directory', 'onPremisesImmutableId'),
  text('onPremisesSecurityIdentifier', 'Security identifier (SID) in the on-premises Active Directory: S-1-5-21-…'),
  text('passwordProfile.password', 'Password as it was set; Microsoft Graph never shows it'),
  text('userState', 'State of a guest’s invitation: PendingAcceptance or Accepted', 'externalUserState'),
  text('netId', 'Commonly reported as a source attribute; Microsoft does not say what it holds'),
  text('sipProxyAddress', 'SIP address for voice over IP, such as ana@contoso.com'),
  list('proxyAddresses', 'Mail addresses with a prefix: SMTP: for the primary one, smtp: for others'),
  list('otherMails', 'Further email addresses'),
  ...Array.from({ length: 15 }, (_, index) => extension(index + 1)),
]

const BY_NAME = new Map(USER_ATTRIBUTES.flatMap((one) => [[one.graphName, one] as const, [one.name, one] as const]))

/** Finds an attribute by either name; directory extensions (`extension_…`) are single-valued text. */
export function findUserAttribute(name: string): UserAttribute | undefined {
  return BY_NAME.get(name) ?? (/^extension_\w+$/.test(name) ? text(name, 'Directory extension') : undefined)
}
