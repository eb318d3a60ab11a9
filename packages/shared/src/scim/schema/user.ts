import { urns } from '../urns.ts'
import {
  type AttributeDefinition,
  attribute,
  complex,
  multiValued,
  type SchemaDefinition,
} from './attribute-definition.ts'

/** A human-readable form, a type of any value, and the mark of the preferred element (RFC 7643 §2.4). */
const display = attribute('display', 'string', 'A human-readable name, primarily used for display purposes.')
const primary = attribute(
  'primary',
  'boolean',
  "Whether this is the preferred value. 'true' appears no more than once.",
)

/** RFC 7643 §4.1.2 lists canonical types, but other values are accepted, so none are advertised. */
function typeAttribute(examples: string): AttributeDefinition {
  return attribute('type', 'string', `A label indicating the function of the value, e.g. ${examples}.`)
}

function valueAttribute(description: string): AttributeDefinition {
  return attribute('value', 'string', description)
}

const name = complex('name', "The components of the user's name.", [
  attribute('formatted', 'string', 'The full name, formatted for display.'),
  attribute('familyName', 'string', 'The family name, or last name.'),
  attribute('givenName', 'string', 'The given name, or first name.'),
  attribute('middleName', 'string', 'The middle name(s).'),
  attribute('honorificPrefix', 'string', 'The honorific prefix, or title.'),
  attribute('honorificSuffix', 'string', 'The honorific suffix.'),
])

const singular: readonly AttributeDefinition[] = [
  attribute('userName', 'string', 'The identifier that the user logs in with, unique in the service provider.', {
    required: true,
    uniqueness: 'server',
  }),
  name,
  attribute('displayName', 'string', 'The name of the user, suitable for display.'),
  attribute('nickName', 'string', 'The casual way to address the user.'),
  attribute('profileUrl', 'reference', "A URL of the user's online profile.", { referenceTypes: ['external'] }),
  attribute('title', 'string', "The user's title, such as 'Vice President'."),
  attribute('userType', 'string', "The relationship to the organization, such as 'Contractor'."),
  attribute('preferredLanguage', 'string', 'The preferred languages, as in an Accept-Language header.'),
  attribute('locale', 'string', 'The default location for localizing items such as currency.'),
  attribute('timezone', 'string', "The user's time zone, such as 'America/Los_Angeles'."),
  attribute('active', 'boolean', "The user's administrative status."),
  attribute('password', 'string', "The user's clear text password, never returned.", {
    caseExact: true,
    mutability: 'writeOnly',
    returned: 'never',
  }),
]

const addresses = multiValued('addresses', 'Physical mailing addresses.', [
  attribute('formatted', 'string', 'The full address, formatted for display.'),
  attribute('streetAddress', 'string', 'The full street address.'),
  attribute('locality', 'string', 'The city or locality.'),
  attribute('region', 'string', 'The state or region.'),
  attribute('postalCode', 'string', 'The zip code or postal code.'),
  attribute('country', 'string', 'The country, in ISO 3166-1 alpha-2 form.'),
  typeAttribute("'work' or 'home'"),
  // RFC 7643 §8.7.1 omits it, despite §2.4 and the example of §8.2, which marks an address as primary.
  primary,
])

const groups = multiValued(
  'groups',
  'The groups to which the user belongs.',
  [
    attribute('value', 'string', "The identifier of the user's group.", { caseExact: true, mutability: 'readOnly' }),
    attribute('$ref', 'reference', 'The URI of the group.', {
      mutability: 'readOnly',
      referenceTypes: ['User', 'Group'],
    }),
    attribute('display', 'string', 'The name of the group.', { mutability: 'readOnly' }),
    attribute('type', 'string', 'Whether the membership is direct or indirect.', {
      mutability: 'readOnly',
      canonicalValues: ['direct', 'indirect'],
    }),
  ],
  { mutability: 'readOnly' },
)

const plural: readonly AttributeDefinition[] = [
  multiValued('emails', 'Email addresses of the user.', [
    valueAttribute('An email address, as RFC 5321 specifies it.'),
    display,
    typeAttribute("'work' or 'home'"),
    primary,
  ]),
  multiValued('phoneNumbers', 'Phone numbers of the user.', [
    valueAttribute('A phone number, preferably as RFC 3966 specifies it.'),
    display,
    typeAttribute("'work', 'home' or 'mobile'"),
    primary,
  ]),
  multiValued('ims', 'Instant messaging addresses of the user.', [
    valueAttribute('An instant messaging address.'),
    display,
    typeAttribute("'aim', 'gtalk' or 'skype'"),
    primary,
  ]),
  multiValued('photos', 'URLs of photos of the user.', [
    attribute('value', 'reference', 'The URL of a photo.', { referenceTypes: ['external'] }),
    display,
    typeAttribute("'photo' or 'thumbnail'"),
    primary,
  ]),
  addresses,
  groups,
  multiValued('entitlements', 'Things that the user is entitled to.', [
    valueAttribute('An entitlement.'),
    display,
    typeAttribute("'newentry'"),
    primary,
  ]),
  multiValued('roles', "Roles that represent who the user is, e.g. 'Student'.", [
    valueAttribute('A role.'),
    display,
    typeAttribute("'WindowsAzureActiveDirectoryRole'"),
    primary,
  ]),
  multiValued('x509Certificates', 'Certificates issued to the user.', [
    attribute('value', 'binary', 'An X.509 certificate, DER encoded.'),
    display,
    typeAttribute("'signing'"),
    primary,
  ]),
]

/** RFC 7643 §4.1 and §8.7.1. */
export const userSchema: SchemaDefinition = {
  id: urns.user,
  name: 'User',
  description: 'User Account',
  attributes: [...singular, ...plural],
}
