import { type AttributeDefinition, attribute, complex } from './attribute-definition.ts'

/**
 * `schemas` and the common attributes of RFC 7643 §3.1. They belong to every resource and to no schema, so `/Schemas`
 * does not list them.
 */
export const commonAttributes: readonly AttributeDefinition[] = [
  attribute('schemas', 'reference', 'The URIs of the schemas present in the resource.', {
    multiValued: true,
    required: true,
    caseExact: false,
    returned: 'always',
    referenceTypes: ['uri'],
  }),
  attribute('id', 'string', 'The identifier of the resource, given by the service provider.', {
    caseExact: true,
    mutability: 'readOnly',
    returned: 'always',
    uniqueness: 'server',
  }),
  attribute('externalId', 'string', 'The identifier of the resource as defined by the client.', { caseExact: true }),
  complex(
    'meta',
    'What the service provider knows about the resource itself.',
    [
      readOnly('resourceType', 'string', 'The name of the resource type.'),
      readOnly('created', 'dateTime', 'When the resource was created.'),
      readOnly('lastModified', 'dateTime', 'When the resource was last changed.'),
      { ...readOnly('location', 'reference', 'The URI of the resource.'), referenceTypes: ['uri'] },
      readOnly('version', 'string', 'The version of the resource, as in its ETag.'),
    ],
    { mutability: 'readOnly' },
  ),
]

function readOnly(name: string, type: 'string' | 'dateTime' | 'reference', description: string): AttributeDefinition {
  return attribute(name, type, description, { caseExact: true, mutability: 'readOnly' })
}
