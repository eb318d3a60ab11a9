import { urns } from '../urns.ts'
import { type AttributeDefinition, attribute, multiValued, type SchemaDefinition } from './attribute-definition.ts'

const readOnly = { mutability: 'readOnly' } as const
const requiredReadOnly = { mutability: 'readOnly', required: true } as const
const exact = { ...readOnly, caseExact: true } as const

const types = ['string', 'boolean', 'decimal', 'integer', 'dateTime', 'reference', 'complex', 'binary'] as const

/** What is said of an attribute; `subAttributes` repeats it one level down (RFC 7643 §7). */
function characteristics(subAttributes: readonly AttributeDefinition[]): readonly AttributeDefinition[] {
  return [
    attribute('name', 'string', "The attribute's name.", { ...exact, required: true }),
    attribute('type', 'string', "The attribute's data type.", { ...exact, required: true, canonicalValues: types }),
    attribute('multiValued', 'boolean', 'Whether the attribute is plural.', requiredReadOnly),
    attribute('description', 'string', 'A description for people.', exact),
    attribute('required', 'boolean', 'Whether the attribute is required.', readOnly),
    attribute('canonicalValues', 'string', 'Suggested canonical values.', { ...exact, multiValued: true }),
    attribute('caseExact', 'boolean', 'Whether a string is case sensitive.', readOnly),
    attribute('mutability', 'string', 'When the attribute can be written.', {
      ...exact,
      canonicalValues: ['readOnly', 'readWrite', 'immutable', 'writeOnly'],
    }),
    attribute('returned', 'string', 'When the attribute is returned.', {
      ...exact,
      canonicalValues: ['always', 'never', 'default', 'request'],
    }),
    attribute('uniqueness', 'string', 'How uniqueness of values is enforced.', {
      ...exact,
      canonicalValues: ['none', 'server', 'global'],
    }),
    attribute('referenceTypes', 'string', 'The resource types that may be referred to.', {
      ...exact,
      multiValued: true,
    }),
    ...subAttributes,
  ]
}

const subAttributes = multiValued(
  'subAttributes',
  'The sub-attributes of a complex attribute.',
  characteristics([]),
  readOnly,
)

/** RFC 7643 §7 and §8.7.2. */
export const schemaSchema: SchemaDefinition = {
  id: urns.schema,
  name: 'Schema',
  description: 'Specifies the schema that describes a SCIM schema',
  attributes: [
    attribute('id', 'string', 'The URI of the schema.', { ...exact, required: true }),
    attribute('name', 'string', 'The name of the schema for people.', { ...readOnly, required: true }),
    attribute('description', 'string', 'A description for people.', readOnly),
    multiValued('attributes', 'The attributes of the schema.', characteristics([subAttributes]), requiredReadOnly),
  ],
}
