// What an item of directory.users and directory.groups is made of: the attributes of RFC 7643, by its own schemas. Endpoints give some of them
// other types, so that a type is said where the RFC leaves no choice of it, and endpoints have extensions of their own, under their URNs.
import {
  type AttributeDefinition,
  commonAttributes,
  enterpriseUserSchema,
  groupSchema,
  userSchema,
} from '@scimulator/shared/scim'
import { z } from 'zod'

const PERSON = 'userName of the manager, or the id where nobody of the run has it'

export const DirectoryUserItem = itemOf([
  ...enterpriseUserSchema.attributes.map(withPerson),
  ...commonAttributes,
  ...userSchema.attributes,
])

export const DirectoryGroupItem = itemOf([...commonAttributes, ...groupSchema.attributes]).extend({
  members: z.array(z.string()).describe('userNames, and displayNames of groups, sorted'),
})

function withPerson(definition: AttributeDefinition): AttributeDefinition {
  const { name, subAttributes } = definition
  const [first] = subAttributes ?? []
  if (name !== 'manager' || !subAttributes || !first) return definition
  return { ...definition, subAttributes: [...subAttributes, { ...first, name: 'person', description: PERSON }] }
}

function itemOf(definitions: readonly AttributeDefinition[]) {
  const shape = Object.fromEntries(definitions.map((one) => [one.name, typeOf(one).describe(one.description)]))
  // `otherNames` goes into the JSON Schema: the names that members beside these have.
  return z.object(shape).catchall(z.unknown()).meta({ otherNames: '^urn:' })
}

function typeOf({ subAttributes, multiValued, description, type }: AttributeDefinition): z.ZodType {
  if (!subAttributes) return type === 'boolean' ? z.boolean() : z.unknown()
  const shape = Object.fromEntries(subAttributes.map((one) => [one.name, z.unknown().describe(one.description)]))
  const one = z.object(shape).describe(description)
  return multiValued ? z.array(one) : one
}
