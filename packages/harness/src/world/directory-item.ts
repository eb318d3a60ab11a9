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

const PERSON = 'userName of the manager, or the id where no user of the run has it'

export const DirectoryUserItem = itemOf([
  ...enterpriseUserSchema.attributes.map(withPerson),
  ...commonAttributes,
  ...userSchema.attributes,
])

export const DirectoryGroupItem = itemOf([...commonAttributes, ...groupSchema.attributes], {
  members: z.array(z.string()).describe('userNames, and displayNames of groups, sorted'),
})

const Message = z.object({
  schemas: z.unknown().describe('URNs of what it is'),
  Operations: z
    .array(z.object({ op: z.unknown(), path: z.unknown(), value: z.unknown() }).catchall(z.unknown()))
    .describe('Of a PATCH'),
  totalResults: z.unknown().describe('Of an answer to a query'),
  itemsPerPage: z.unknown().describe('Of an answer to a query: how many resources it has'),
  startIndex: z.unknown().describe('Of an answer to a query: number of its first resource, counted from 1'),
  Resources: z.unknown().describe('Of an answer to a query'),
  status: z.unknown().describe('Of an error: the status code, as a text'),
  scimType: z.unknown().describe('Of an error'),
  detail: z.unknown().describe('Of an error'),
})

/** A body, parsed: a person, a group, or a message of RFC 7644; of what is not JSON the text. */
export const WireBody = z.union([
  z
    .object({
      ...shapeOf([...commonAttributes, ...groupSchema.attributes, ...userSchema.attributes]),
      ...Message.shape,
      members: z.unknown().describe('Of a group: its members, as they were sent'),
    })
    .catchall(z.unknown()),
  z.array(z.unknown()),
  z.string(),
  z.null(),
])

function withPerson(definition: AttributeDefinition): AttributeDefinition {
  const { name, subAttributes } = definition
  const [first] = subAttributes ?? []
  if (name !== 'manager' || !subAttributes || !first) return definition
  return { ...definition, subAttributes: [...subAttributes, { ...first, name: 'person', description: PERSON }] }
}

function itemOf(definitions: readonly AttributeDefinition[], own: z.ZodRawShape = {}) {
  // `otherNames` goes into the JSON Schema: the names that members beside these have.
  return z
    .object({ ...shapeOf(definitions), ...own })
    .catchall(z.unknown())
    .meta({ otherNames: '^urn:' })
}

function shapeOf(definitions: readonly AttributeDefinition[]): z.ZodRawShape {
  return Object.fromEntries(definitions.map((one) => [one.name, typeOf(one).describe(one.description)]))
}

function typeOf({ subAttributes, multiValued, description, type }: AttributeDefinition): z.ZodType {
  if (!subAttributes) return type === 'boolean' ? z.boolean() : z.unknown()
  const shape = Object.fromEntries(subAttributes.map((one) => [one.name, z.unknown().describe(one.description)]))
  const one = z.object(shape).describe(description)
  return multiValued ? z.array(one) : one
}
