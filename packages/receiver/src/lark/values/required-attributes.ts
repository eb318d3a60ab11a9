import { type AttributeDefinition, type SchemaDefinition, urns } from '@scimulator/shared/scim'

/** What a member cannot be without (Lark B01, B02, B04): the ExternalID, an email address and a name. Of groups the schema says it. */
const OF_MEMBERS: ReadonlySet<string> = new Set(['userName', 'displayName', 'emails'])

/** The schema with what Lark's rules ask for, so that a client need not find out by being refused. The rules themselves do the refusing. */
export function showingRequired(schema: SchemaDefinition): SchemaDefinition {
  return schema.id === urns.user ? { ...schema, attributes: schema.attributes.map(required) } : schema
}

function required(attribute: AttributeDefinition): AttributeDefinition {
  if (!OF_MEMBERS.has(attribute.name)) return attribute
  if (attribute.subAttributes === undefined) return { ...attribute, required: true }
  const value = (one: AttributeDefinition) => (one.name === 'value' ? { ...one, required: true } : one)
  return { ...attribute, required: true, subAttributes: attribute.subAttributes.map(value) }
}
