// Attributes beyond RFC 7643: declared ones are part of the schema; of the others none is taken by a POST and refused by a PATCH.
import { urns } from '@scimulator/shared/scim'
import { expect, test } from 'vitest'
import { createReceiver } from '../../src/receiver.ts'
import { type Client, hosts, openClient, user } from './service-provider.ts'

const ACME = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User'
const GROUP_ACME = 'urn:ietf:params:scim:schemas:extension:acme:2.0:Group'
const [plain = { name: '', mountPath: '' }] = hosts
const disable = { op: 'Replace', path: 'active', value: 'False' }

async function created(client: Client, more: object = {}): Promise<string> {
  const answer = await client.create('/Users', user('ana', more))
  expect(answer.status).toBe(201)
  return answer.body.id
}

const read = async (client: Client, id: string) => (await client.get(`/Users/${id}`)).body

test.each<[string, unknown]>([
  ['a text', 'Oslo'],
  ['a number', 7],
  ['a boolean', true],
  ['a list of texts', ['a', 'b']],
  ['an object', { code: 'a', level: 3 }],
  ['a list of objects', [{ value: '3' }, { value: '4' }]],
])('an extension that no schema declares is kept: %s', async (_name, tag) => {
  const client = openClient(plain)
  const sent = await created(client, { [ACME]: { tag } })
  const patched = (await client.create('/Users', user('bo'))).body.id
  expect((await client.patch(`/Users/${patched}`, { op: 'Add', path: `${ACME}:tag`, value: tag })).status).toBe(200)
  for (const id of [sent, patched]) {
    const shown = await read(client, id)
    expect(shown[ACME]).toEqual({ tag })
    expect(shown.schemas).toContain(ACME)
  }
})

test.each<[string, object, unknown]>([
  [
    'as a path in another case',
    { op: 'replace', path: `${ACME.toUpperCase()}:TAG`, value: 'Bergen' },
    { tag: 'Bergen' },
  ],
  ['as a key', { op: 'replace', value: { [`${ACME}:tag`]: 'Bergen' } }, { tag: 'Bergen' }],
  ['as an object under its URN', { op: 'replace', value: { [ACME]: { floor: 2 } } }, { tag: 'Oslo', floor: 2 }],
  ['under its URN as a path', { op: 'add', path: ACME, value: { floor: 2 } }, { tag: 'Oslo', floor: 2 }],
  ['to nothing', { op: 'remove', path: `${ACME}:tag` }, undefined],
  ['to a list', { op: 'add', path: `${ACME}:tags`, value: ['a'] }, { tag: 'Oslo', tags: ['a'] }],
  ['in a part', { op: 'add', path: `${ACME}:home.city`, value: 'Oslo' }, { tag: 'Oslo', home: { city: 'Oslo' } }],
  [
    'in an element',
    { op: 'add', path: `${ACME}:ids[type eq "a"].value`, value: '1' },
    { tag: 'Oslo', ids: [{ type: 'a', value: '1' }] },
  ],
])('what is not declared is changed %s', async (_name, operation, expected) => {
  const client = openClient(plain)
  const id = await created(client, { [ACME]: { tag: 'Oslo' } })
  expect((await client.patch(`/Users/${id}`, operation)).status).toBe(200)
  expect((await read(client, id))[ACME]).toEqual(expected)
})

test.each<[string, object]>([
  ['an extension', { op: 'Add', path: `${ACME}:tag`, value: 'Oslo' }],
  ['a name without schema', { op: 'Add', path: 'my_role', value: 'Admin' }],
  ['a part of a name', { op: 'Replace', path: 'name.nick', value: 'A' }],
  ['a filtered path', { op: 'Replace', path: 'shoes[type eq "work"].size', value: 42 }],
  ['a key', { op: 'Replace', value: { my_role: 'Admin' } }],
  ['a removal', { op: 'Remove', path: 'my_role' }],
  ['an attribute of an extension that is known', { op: 'Add', path: `${urns.enterpriseUser}:shoe`, value: 1 }],
  ['a name that is special to JavaScript', { op: 'Add', path: `${ACME}:constructor`, value: { active: true } }],
])('a disable beside what is unknown is a disable: %s', async (_name, operation) => {
  const client = openClient(plain)
  const id = await created(client, { active: true })
  expect((await client.patch(`/Users/${id}`, disable, operation)).status).toBe(200)
  const shown = await read(client, id)
  expect(shown.active).toBe(false)
  expect(shown).not.toHaveProperty('my_role')
})

test('what is kept is shown unless it is left out by name, and a PUT without it takes it away', async () => {
  const client = openClient(plain)
  const id = await created(client, { [ACME]: { tag: 'Oslo', floor: 2 } })
  const shown = async (query: string) => (await client.get(`/Users/${id}?${query}`)).body[ACME]
  expect(await shown('excludedAttributes=groups')).toEqual({ tag: 'Oslo', floor: 2 })
  expect(await shown(`excludedAttributes=${ACME}:tag`)).toEqual({ floor: 2 })
  expect(await shown(`attributes=${ACME}:tag`)).toEqual({ tag: 'Oslo' })
  expect(await shown('attributes=userName')).toBeUndefined()
  await client.send('PUT', `/Users/${id}`, user('ana'))
  expect((await read(client, id))[ACME]).toBeUndefined()
})

test('with everything refused, a POST and a PATCH refuse alike', async () => {
  const client = openClient(plain, { strict: true })
  const id = await created(client)
  const refused = await client.create('/Users', user('bo', { [ACME]: { tag: 'Oslo' } }))
  expect(refused).toMatchObject({ status: 400, body: { detail: expect.stringContaining(ACME) } })
  const answer = await client.patch(`/Users/${id}`, { op: 'add', path: `${ACME}:tag`, value: 'Oslo' })
  expect(answer).toMatchObject({ status: 400, body: { scimType: 'invalidPath' } })
})

const SCHEMAS = [
  {
    id: ACME,
    name: 'Acme',
    attributes: [
      { name: 'tag', type: 'string' },
      { name: 'badge', type: 'integer', returned: 'request' },
      {
        name: 'teams',
        type: 'complex',
        multiValued: true,
        subAttributes: [{ name: 'value' }, { name: 'lead', type: 'boolean' }],
      },
    ],
  },
  { id: GROUP_ACME, attributes: [{ name: 'costCentre' }] },
  { id: urns.user, attributes: [{ name: 'shoeSize', type: 'decimal' }] },
]

test('declared attributes are advertised, stored, found and checked', async () => {
  const client = openClient(plain, { schemas: SCHEMAS })
  const types = (await client.get('/ResourceTypes')).body.Resources
  expect(types[0].schemaExtensions).toContainEqual({ schema: ACME, required: false })
  expect(types[1].schemaExtensions).toEqual([{ schema: GROUP_ACME, required: false }])
  const [tag] = (await client.get(`/Schemas/${ACME}`)).body.attributes
  expect(tag).toMatchObject({ name: 'tag', type: 'string', returned: 'default', mutability: 'readWrite' })
  const names = (await client.get(`/Schemas/${urns.user}`)).body.attributes.map(({ name }: { name: string }) => name)
  expect(names).toContain('shoeSize')

  const id = await created(client, {
    shoeSize: 42.5,
    [ACME]: { tag: 'Oslo', badge: 7, teams: [{ value: 'a', lead: 'True' }] },
  })
  const found = async (filter: string) =>
    (await client.get(`/Users?filter=${encodeURIComponent(filter)}`)).body.totalResults
  expect(await found(`${ACME}:tag eq "oslo"`)).toBe(1)
  expect(await found(`${ACME}:teams[lead eq true]`)).toBe(1)
  expect(await found('shoeSize gt 43')).toBe(0)
  expect((await read(client, id))[ACME]).toEqual({ tag: 'Oslo', teams: [{ value: 'a', lead: true }] })
  const wrong = await client.patch(`/Users/${id}`, { op: 'add', path: `${ACME}:badge`, value: 'seven' })
  expect(wrong).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } })
})

test.each<[string, unknown, string]>([
  ['no object', 'acme', 'Schema 1 is not an object'],
  ['no id', [{ attributes: [{ name: 'a' }] }], 'the id null; write a URN'],
  ['an id that is no URN', { id: 'acme', attributes: [{ name: 'a' }] }, 'the id "acme"'],
  ['no attributes', { id: ACME }, 'has no attributes'],
  ['a name with a dot', { id: ACME, attributes: [{ name: 'a.b' }] }, 'named "a.b"'],
  [
    'a type that is none',
    { id: ACME, attributes: [{ name: 'a', type: 'text' }] },
    `${ACME}:a: type is "text"; it is one of string`,
  ],
  ['a flag as text', { id: ACME, attributes: [{ name: 'a', multiValued: 'true' }] }, 'multiValued is "true"'],
  [
    'parts of a text',
    { id: ACME, attributes: [{ name: 'a', subAttributes: [{ name: 'b' }] }] },
    'write "type": "complex"',
  ],
  ['a name twice', { id: ACME, attributes: [{ name: 'a' }, { name: 'A' }] }, 'the attribute A twice'],
  ['a schema twice', { Resources: [...SCHEMAS, { ...SCHEMAS[0], id: ACME.toUpperCase() }] }, 'is there twice'],
  ['what RFC 7643 has', { id: urns.user, attributes: [{ name: 'title' }] }, 'an attribute title already'],
])('a schema with %s is refused', (_name, schemas, message) => {
  expect(() => createReceiver({ profile: 'rfc', schemas })).toThrow(message)
})

test('Lark takes neither schemas nor strictness', () => {
  expect(() => createReceiver({ schemas: SCHEMAS })).toThrow('Only the profile rfc')
  expect(() => createReceiver({ strict: true })).toThrow('Only the profile rfc')
})

test.each<[string, object, object]>([
  ['a part of a name', { 'name.givenName': 'Ana' }, { name: { givenName: 'Ana' } }],
  [
    'a part beside the object',
    { name: { familyName: 'B' }, 'name.givenName': 'Ana' },
    { name: { familyName: 'B', givenName: 'Ana' } },
  ],
  ['an element', { 'emails[type eq "work"].value': 'a@b.c' }, { emails: [{ type: 'work', value: 'a@b.c' }] }],
  ['an extension', { [`${urns.enterpriseUser}:department`]: 'R' }, { [urns.enterpriseUser]: { department: 'R' } }],
  ['the core schema', { [`${urns.user}:title`]: 'Dr' }, { title: 'Dr' }],
  ['what is not declared', { [`${ACME}:tag`]: 'Oslo' }, { [ACME]: { tag: 'Oslo' } }],
  [
    'a part in an extension',
    { [`${urns.enterpriseUser}:manager.value`]: '7' },
    { [urns.enterpriseUser]: { manager: { value: '7' } } },
  ],
  ['in another case', { 'NAME.GIVENNAME': 'Ana' }, { name: { givenName: 'Ana' } }],
])('a key of a POST that is a path is honoured: %s', async (_name, sent, expected) => {
  const client = openClient(plain)
  expect(await read(client, await created(client, sent))).toMatchObject(expected)
})

test('userName by its URN is a userName; what is there twice, or refused, is an error', async () => {
  const client = openClient(plain)
  const byUrn = { schemas: [urns.user], [`${urns.user}:userName`]: 'ana' }
  expect((await client.create('/Users', byUrn)).body.userName).toBe('ana')
  const twice = await client.create('/Users', user('bo', { name: { givenName: 'A' }, 'name.givenName': 'B' }))
  expect(twice).toMatchObject({ status: 400, body: { detail: 'name.givenName is given twice.' } })
  const strict = openClient(plain, { strict: ['dottedKeys'] })
  const refused = await strict.create('/Users', user('bo', { 'name.givenName': 'B' }))
  expect(refused).toMatchObject({ status: 400, body: { detail: expect.stringMatching(/^"name.givenName" is a path/) } })
})
