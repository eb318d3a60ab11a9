import { urns } from '../urns.ts'
import { attribute, multiValued, type SchemaDefinition } from './attribute-definition.ts'

const readOnly = { mutability: 'readOnly' } as const
const requiredReadOnly = { mutability: 'readOnly', required: true } as const
const uri = { caseExact: true, referenceTypes: ['uri'] } as const

/** RFC 7643 §6 and §8.7.2. */
export const resourceTypeSchema: SchemaDefinition = {
  id: urns.resourceType,
  name: 'ResourceType',
  description: 'Specifies the schema that describes a SCIM resource type',
  attributes: [
    attribute('id', 'string', 'The identifier of the resource type, often its name.', readOnly),
    attribute('name', 'string', 'The name of the resource type, as in meta.resourceType.', requiredReadOnly),
    attribute('description', 'string', 'A description for people.', readOnly),
    attribute('endpoint', 'reference', 'The endpoint, relative to the base URL.', { ...requiredReadOnly, ...uri }),
    attribute('schema', 'reference', 'The URI of the base schema.', { ...requiredReadOnly, ...uri }),
    multiValued(
      'schemaExtensions',
      'The schema extensions of the resource type.',
      [
        attribute('schema', 'reference', 'The URI of the extension.', { ...requiredReadOnly, ...uri }),
        attribute('required', 'boolean', 'Whether every resource has the extension.', requiredReadOnly),
      ],
      readOnly,
    ),
  ],
}
