import { describe, expect, test } from 'vitest'
import { type AttributeDefinition, withCharacteristics } from './attribute-definition.ts'
import { enterpriseUserSchema } from './enterprise-user.ts'
import { groupSchema } from './group.ts'
import { resourceTypeSchema } from './resource-type.ts'
import { resourceTypeToResource, schemaToResource, userResourceType } from './resource-types.ts'
import { schemaSchema } from './schema.ts'
import { serviceProviderConfigSchema } from './service-provider-config.ts'
import { userSchema } from './user.ts'

const schemas = [
  userSchema,
  groupSchema,
  enterpriseUserSchema,
  serviceProviderConfigSchema,
  resourceTypeSchema,
  schemaSchema,
]

function flatten(attributes: readonly AttributeDefinition[]): readonly AttributeDefinition[] {
  return attributes.flatMap((attribute) => [attribute, ...flatten(attribute.subAttributes ?? [])])
}

describe.each(schemas.map((schema) => [schema.id, schema] as const))('%s', (_, schema) => {
  test('has sub-attributes where the type is complex, and only there', () => {
    for (const attribute of flatten(schema.attributes)) {
      expect([attribute.name, attribute.subAttributes !== undefined]).toEqual([
        attribute.name,
        attribute.type === 'complex',
      ])
    }
  })

  test('says which references it takes, wherever the type is reference', () => {
    for (const attribute of flatten(schema.attributes)) {
      expect([attribute.name, attribute.referenceTypes !== undefined]).toEqual([
        attribute.name,
        attribute.type === 'reference',
      ])
    }
  })

  test('has no two names that differ only in case', () => {
    const names = schema.attributes.map(({ name }) => name.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
  })

  test('is shown with every characteristic of RFC 7643 §7', () => {
    const shown = schemaToResource(schema)
    expect(shown).toMatchObject({ id: schema.id, schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'] })
    const [first] = shown.attributes as AttributeDefinition[]
    expect(Object.keys(first ?? {})).toEqual(
      expect.arrayContaining([
        'name',
        'type',
        'multiValued',
        'description',
        'required',
        'caseExact',
        'mutability',
        'returned',
        'uniqueness',
      ]),
    )
  })
})

test.each([
  ['userName', { required: true, caseExact: false, uniqueness: 'server' }],
  ['password', { mutability: 'writeOnly', returned: 'never' }],
  ['groups', { mutability: 'readOnly', multiValued: true }],
  ['active', { type: 'boolean', required: false }],
  ['emails', { type: 'complex', multiValued: true, mutability: 'readWrite' }],
])('User.%s has the characteristics of RFC 7643 §8.7.1', (name, characteristics) => {
  expect(userSchema.attributes.find((attribute) => attribute.name === name)).toMatchObject(characteristics)
})

test('the type of an email advertises no canonical values, because others are accepted', () => {
  const emails = userSchema.attributes.find(({ name }) => name === 'emails')
  const type = emails?.subAttributes?.find(({ name }) => name === 'type')
  expect(type).not.toHaveProperty('canonicalValues')
})

test('a resource type is shown with its extensions', () => {
  expect(resourceTypeToResource(userResourceType)).toMatchObject({
    endpoint: '/Users',
    schema: userSchema.id,
    schemaExtensions: [{ schema: enterpriseUserSchema.id, required: false }],
  })
})

test('a profile changes a characteristic without changing the schema of everybody', () => {
  const unique = withCharacteristics(groupSchema, { displayName: { uniqueness: 'server' } })
  expect(unique.attributes[0]).toMatchObject({ name: 'displayName', uniqueness: 'server', required: true })
  expect(groupSchema.attributes[0]).toMatchObject({ uniqueness: 'none' })
})
