// Import User Schema (O531, O532, O708): what the endpoint says of its users, for the list of Add Attribute.
import { expect, test } from 'vitest'
import { createWorld, withAna } from './world.ts'

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User'
const OWN = 'urn:example:1.0:User'

const SCHEMAS = [
  {
    id: CORE,
    attributes: [
      { name: 'title', type: 'string', multiValued: false },
      { name: 'name', type: 'complex', subAttributes: [{ name: 'givenName', type: 'string' }, { name: 'familyName' }] },
      { name: 'emails', type: 'complex', multiValued: true, subAttributes: [{ name: 'value' }] },
      { type: 'string' },
      'no attribute',
    ],
  },
  { id: OWN, attributes: [{ name: 'badge', type: 'integer' }] },
  { id: 'urn:example:of:nobody', attributes: [{ name: 'lost' }] },
]

const lists = (types: readonly object[], schemas: readonly object[] = SCHEMAS) =>
  createWorld(({ url }) => {
    const Resources = url.endsWith('/ResourceTypes') ? types : schemas
    return { json: { totalResults: Resources.length, Resources } }
  })

const USER = { id: 'User', schema: CORE, schemaExtensions: [{ schema: OWN, required: false }] }

test('core and the extensions that the type names, and nothing else', async () => {
  const world = lists([{ id: 'Group', schema: 'urn:ietf:params:scim:schemas:core:2.0:Group' }, USER])
  await withAna(world, 'catalogue')
  expect(await world.act('import-user-schema')).toEqual({ attributes: 5 })
  expect(world.traffic()).toEqual(['GET /ResourceTypes', 'GET /Schemas'])
  const known = await world.see('schema-attributes')
  expect(known.map(({ key }) => key)).toEqual([
    ...['title', 'name.givenName', 'name.familyName', 'emails'].map((name) => `${CORE}:${name}`),
    `${OWN}:badge`,
  ])
  expect(known.at(-1)?.value).toEqual({
    ...{ application: 'App', externalName: 'badge', externalNamespace: OWN, type: 'integer', multiValued: false },
  })
  const log = (await world.see('system-log')).map(({ value }) => value.eventType)
  expect(log).toContain('application.configuration.import_schema')
  // Nothing is mapped by it.
  expect(JSON.stringify(await world.see('applications'))).not.toContain('badge')
})

test.each([
  ['no list', { ...USER, schemaExtensions: {} }],
  ['an empty list', { ...USER, schemaExtensions: [] }],
  ['names nobody has', { ...USER, schemaExtensions: [{ schema: 7 }, null] }],
])('schemaExtensions is %s: the core schema alone', async (_what, user) => {
  const world = lists([user])
  await withAna(world, 'catalogue')
  expect(await world.act('import-user-schema')).toEqual({ attributes: 4 })
})

test('what is refused, or is no list, leaves what was known', async () => {
  let answer: object | undefined
  const world = createWorld(({ url }) => {
    if (answer) return answer
    const Resources = url.endsWith('/ResourceTypes') ? [USER] : SCHEMAS
    return { json: { totalResults: Resources.length, Resources } }
  })
  await withAna(world, 'catalogue')
  await world.act('import-user-schema')
  answer = { status: 404, json: { detail: 'no such thing' } }
  await expect(world.act('import-user-schema')).rejects.toThrow('Errors reported by remote server: no such thing')
  answer = { json: { id: 'a' } }
  await expect(world.act('import-user-schema')).rejects.toThrow('/ResourceTypes is not a list.')
  expect(await world.see('schema-attributes')).toHaveLength(5)
})

test('attributes of an application of the wizard are typed in', async () => {
  const world = lists([USER])
  await withAna(world)
  await expect(world.act('import-user-schema')).rejects.toThrow('are typed in')
  expect(world.traffic()).toEqual([])
})
