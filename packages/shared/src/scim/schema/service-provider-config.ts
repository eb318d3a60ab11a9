import { urns } from '../urns.ts'
import {
  type AttributeDefinition,
  attribute,
  complex,
  multiValued,
  type SchemaDefinition,
} from './attribute-definition.ts'

const readOnly = { mutability: 'readOnly' } as const
const requiredReadOnly = { mutability: 'readOnly', required: true } as const

const supported = attribute('supported', 'boolean', 'Whether the operation is supported.', requiredReadOnly)

function feature(name: string, description: string, more: readonly AttributeDefinition[] = []): AttributeDefinition {
  return complex(name, description, [supported, ...more], requiredReadOnly)
}

const authenticationSchemes = multiValued(
  'authenticationSchemes',
  'The authentication schemes that are supported.',
  [
    attribute('type', 'string', 'The authentication scheme.', {
      ...requiredReadOnly,
      canonicalValues: ['oauth', 'oauth2', 'oauthbearertoken', 'httpbasic', 'httpdigest'],
    }),
    attribute('name', 'string', 'The common name of the scheme.', requiredReadOnly),
    attribute('description', 'string', 'A description of the scheme.', requiredReadOnly),
    attribute('specUri', 'reference', 'The specification of the scheme.', {
      ...readOnly,
      referenceTypes: ['external'],
    }),
    attribute('documentationUri', 'reference', 'How to use the scheme.', { ...readOnly, referenceTypes: ['external'] }),
    attribute('primary', 'boolean', 'Whether this is the preferred scheme.', readOnly),
  ],
  requiredReadOnly,
)

/** RFC 9865 §4. */
const pagination = complex(
  'pagination',
  'Pagination options.',
  [
    attribute('cursor', 'boolean', 'Whether lists are paged by cursor.', requiredReadOnly),
    attribute('index', 'boolean', 'Whether lists are paged by index.', requiredReadOnly),
    attribute('defaultPaginationMethod', 'string', 'The method where none is asked for.', {
      ...readOnly,
      canonicalValues: ['cursor', 'index'],
    }),
    attribute('defaultPageSize', 'integer', 'The size of a page where none is asked for.', readOnly),
    attribute('maxPageSize', 'integer', 'The largest page.', readOnly),
    attribute('cursorTimeout', 'integer', 'For how many seconds a cursor is good.', readOnly),
  ],
  readOnly,
)

/** RFC 9967 §4. */
const securityEvents = complex(
  'securityEvents',
  'Security events.',
  [
    attribute('asyncRequest', 'string', 'Whether requests can be completed later.', {
      ...readOnly,
      canonicalValues: ['none', 'long', 'request'],
    }),
    { ...attribute('eventUris', 'string', 'The events that can come.', readOnly), multiValued: true },
  ],
  readOnly,
)

/** RFC 7643 §5 and §8.7.2. */
export const serviceProviderConfigSchema: SchemaDefinition = {
  id: urns.serviceProviderConfig,
  name: 'Service Provider Configuration',
  description: "Schema for representing the service provider's configuration",
  attributes: [
    attribute('documentationUri', 'reference', 'Help for people.', { ...readOnly, referenceTypes: ['external'] }),
    feature('patch', 'PATCH options.'),
    feature('bulk', 'Bulk options.', [
      attribute('maxOperations', 'integer', 'The maximum number of operations.', requiredReadOnly),
      attribute('maxPayloadSize', 'integer', 'The maximum payload size in bytes.', requiredReadOnly),
    ]),
    feature('filter', 'Filter options.', [
      attribute('maxResults', 'integer', 'The maximum number of resources in an answer.', requiredReadOnly),
    ]),
    feature('changePassword', 'Options for changing a password.'),
    feature('sort', 'Sort options.'),
    feature('etag', 'ETag options.'),
    pagination,
    securityEvents,
    authenticationSchemes,
  ],
}
