// What the endpoint knows about users and groups (RFC 7643 §4, §8.7.1), for /Schemas and for everything that reads a body or a path.

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group'
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
export const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'
export const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'
const CORE = 'urn:ietf:params:scim:schemas:core:2.0'

function attribute(name, more = {}) {
  return {
    name,
    type: 'string',
    multiValued: false,
    description: `The ${name} of the resource.`,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...more,
  }
}

function complex(name, subAttributes, more = {}) {
  return attribute(name, { type: 'complex', subAttributes, ...more })
}

const readOnly = { mutability: 'readOnly' }
const primary = attribute('primary', { type: 'boolean' })
const strings = (...names) => names.map((name) => attribute(name))

function plural(name, ...subNames) {
  return complex(name, [...strings(...subNames, 'display', 'type'), primary], { multiValued: true })
}

const reference = (name, more = {}) => attribute(name, { type: 'reference', referenceTypes: ['User'], ...more })

const userAttributes = [
  attribute('userName', { required: true, uniqueness: 'server' }),
  complex('name', strings('formatted', 'familyName', 'givenName', 'middleName', 'honorificPrefix', 'honorificSuffix')),
  ...strings('displayName', 'nickName'),
  reference('profileUrl', { referenceTypes: ['external'] }),
  ...strings('title', 'userType', 'preferredLanguage', 'locale', 'timezone'),
  attribute('active', { type: 'boolean' }),
  attribute('password', { mutability: 'writeOnly', returned: 'never', caseExact: true }),
  ...['emails', 'phoneNumbers', 'ims', 'photos', 'entitlements', 'roles', 'x509Certificates'].map((name) =>
    plural(name, 'value'),
  ),
  plural('addresses', 'formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country'),
  complex('groups', [...strings('value', 'display', 'type'), reference('$ref', { referenceTypes: ['Group'] })], {
    multiValued: true,
    ...readOnly,
  }),
]

const enterpriseAttributes = [
  ...strings('employeeNumber', 'costCenter', 'organization', 'division', 'department'),
  complex('manager', [attribute('value', { caseExact: true }), reference('$ref'), attribute('displayName', readOnly)]),
]

const groupAttributes = [
  attribute('displayName', { required: true }),
  complex(
    'members',
    [
      attribute('value', { caseExact: true, mutability: 'immutable' }),
      reference('$ref', { referenceTypes: ['User', 'Group'], mutability: 'immutable' }),
      attribute('type', { mutability: 'immutable' }),
    ],
    { multiValued: true },
  ),
]

/** In every resource and in no schema (RFC 7643 §3.1). */
const common = [
  attribute('schemas', { multiValued: true, ...readOnly, returned: 'always' }),
  attribute('id', { caseExact: true, ...readOnly, returned: 'always' }),
  attribute('externalId', { caseExact: true }),
  complex('meta', [...strings('resourceType', 'location'), ...strings('created', 'lastModified')], readOnly),
]

export const kinds = {
  User: {
    name: 'User',
    path: '/Users',
    urn: USER,
    core: [...common, ...userAttributes],
    extension: enterpriseAttributes,
  },
  Group: { name: 'Group', path: '/Groups', urn: GROUP, core: [...common, ...groupAttributes], extension: [] },
}

export function named(attributes, name) {
  return attributes.find((one) => one.name.toLowerCase() === name.toLowerCase())
}

export const schemas = [
  { id: USER, name: 'User', description: 'User Account', attributes: userAttributes },
  { id: GROUP, name: 'Group', description: 'Group', attributes: groupAttributes },
  { id: ENTERPRISE, name: 'EnterpriseUser', description: 'Enterprise User', attributes: enterpriseAttributes },
].map((one) => ({
  schemas: [`${CORE}:Schema`],
  ...one,
  meta: { resourceType: 'Schema', location: `/Schemas/${one.id}` },
}))

export const resourceTypes = Object.values(kinds).map(({ name, path, urn }) => ({
  schemas: [`${CORE}:ResourceType`],
  id: name,
  name,
  endpoint: path,
  description: name === 'User' ? 'User Account' : 'Group',
  schema: urn,
  schemaExtensions: name === 'User' ? [{ schema: ENTERPRISE, required: false }] : [],
  meta: { resourceType: 'ResourceType', location: `/ResourceTypes/${name}` },
}))

export const serviceProviderConfig = {
  schemas: [`${CORE}:ServiceProviderConfig`],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 200 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'OAuth Bearer Token',
      description: 'A token in the Authorization header.',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: '/ServiceProviderConfig' },
}
