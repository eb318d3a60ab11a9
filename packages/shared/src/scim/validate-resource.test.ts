import { describe, expect, test } from 'vitest'
import type { JsonObject, JsonValue } from './json.ts'
import { attribute } from './schema/attribute-definition.ts'
import { groupResourceType, userResourceType } from './schema/resource-types.ts'
import { urns } from './urns.ts'
import { readResource } from './validate-resource.ts'

const enterprise = urns.enterpriseUser

function read(body: JsonValue) {
  return readResource(body, userResourceType, { mode: 'create' }).resource
}

function readUser(values: JsonObject): JsonObject {
  const { schemas: _, userName: __, ...rest } = read({ schemas: [urns.user], userName: 'ana', ...values })
  return rest
}

describe('readResource', () => {
  test.each<[string, JsonObject, JsonObject]>([
    ['names in any case', { TITLE: 'CEO', NAME: { GIVENNAME: 'A' } }, { title: 'CEO', name: { givenName: 'A' } }],
    [
      'string booleans',
      { active: 'False', emails: [{ value: 'a', primary: 'True' }] },
      { active: false, emails: [{ value: 'a', primary: true }] },
    ],
    ['null and [] as unassigned', { title: null, emails: [], roles: [{}], name: {} }, {}],
    ['an object of nulls as unassigned', { name: { givenName: null }, emails: [{ value: null }] }, {}],
    ['no read-only attribute', { id: '9', meta: { version: 'x' }, groups: [{ value: 'g' }] }, {}],
    [
      'no unknown attribute',
      { foo: 1, name: { foo: 1, givenName: 'A' }, 'urn:x:y': { a: 1 } },
      { name: { givenName: 'A' } },
    ],
    [
      'nothing from a prototype',
      { constructor: { a: 1 }, toString: 'x', name: { valueOf: 1, givenName: 'A' } },
      { name: { givenName: 'A' } },
    ],
    ['numbers for strings', { externalId: 42, title: 7 }, { externalId: '42', title: '7' }],
    ['a bare manager', { [enterprise]: { manager: '7' } }, { [enterprise]: { manager: { value: '7' } } }],
    [
      'a manager in an array',
      { [enterprise]: { manager: [{ value: '7' }] } },
      { [enterprise]: { manager: { value: '7' } } },
    ],
    ['an empty manager', { [enterprise]: { manager: { value: '', displayName: 'x' } } }, {}],
    ['the URN in any case', { [enterprise.toUpperCase()]: { Department: 'R' } }, { [enterprise]: { department: 'R' } }],
    ['bare strings for elements', { emails: ['a', 'b'] }, { emails: [{ value: 'a' }, { value: 'b' }] }],
    ['an element once', { emails: [{ value: 'a' }, { value: 'A' }] }, { emails: [{ value: 'a' }] }],
    ['core attributes under their URN', { [urns.user]: { title: 'x' } }, { title: 'x' }],
    ['a password', { password: 'x' }, { password: 'x' }],
  ])('takes %s', (_, body, expected) => {
    expect(readUser(body)).toEqual(expected)
  })

  test.each<[string, string, JsonValue]>([
    ['invalidSyntax', 'A User is a JSON object', []],
    ['invalidSyntax', 'schemas is an array', { schemas: 'x', userName: 'a' }],
    ['invalidSyntax', 'not urn:ietf:params:scim:schemas:core:2.0:User', { schemas: [urns.group], userName: 'a' }],
    ['invalidValue', 'title needs a string', { userName: 'a', title: true }],
    ['invalidValue', 'title is not multi-valued', { userName: 'a', title: ['x'] }],
    ['invalidValue', 'emails is multi-valued', { userName: 'a', emails: { value: 'a' } }],
    ['invalidSyntax', 'no URN', { schemas: [1], userName: 'a' }],
    ['invalidSyntax', 'userName is given twice', { userName: 'a', USERNAME: 'b' }],
    [
      'invalidSyntax',
      'department is given twice',
      { userName: 'a', [enterprise]: { department: 'a', DEPARTMENT: 'b' } },
    ],
    ['invalidSyntax', 'is given twice', { userName: 'a', [enterprise]: {}, [enterprise.toUpperCase()]: {} }],
    ['invalidValue', 'userName is required', {}],
    ['invalidValue', 'userName is required', { userName: '  ' }],
    ['invalidValue', 'userName needs a string', { userName: { a: 1 } }],
    ['invalidValue', 'userName is not multi-valued', { userName: ['a', 'b'] }],
    ['invalidValue', 'active needs true or false', { userName: 'a', active: 'yes' }],
    ['invalidValue', 'name is complex', { userName: 'a', name: 'Ana' }],
    ['invalidValue', 'name.givenName needs a string', { userName: 'a', name: { givenName: { a: 1 } } }],
    ['invalidValue', 'names givenName twice', { userName: 'a', name: { givenName: 'a', GIVENNAME: 'b' } }],
    ['invalidValue', 'emails is complex', { userName: 'a', emails: [['x']] }],
    ['invalidValue', 'emails.primary needs', { userName: 'a', emails: [{ value: 'a', primary: 'maybe' }] }],
    [
      'invalidValue',
      'more than one primary',
      {
        userName: 'a',
        emails: [
          { value: 'a', primary: true },
          { value: 'b', primary: true },
        ],
      },
    ],
    ['invalidValue', 'base64', { userName: 'a', x509Certificates: [{ value: '<>' }] }],
    ['invalidValue', `${enterprise} needs an object`, { userName: 'a', [enterprise]: 'x' }],
  ])('refuses with %s: %s', (scimType, reason, body) => {
    expect(() => read(body)).toThrow(expect.objectContaining({ status: 400, scimType }))
    expect(() => read(body)).toThrow(reason)
  })

  test.each<[JsonObject, readonly string[]]>([
    [{}, [urns.user]],
    [{ schemas: [] }, [urns.user]],
    [{ schemas: [urns.user, urns.user] }, [urns.user]],
    [{ schemas: [enterprise, urns.user] }, [urns.user, enterprise]],
    [{ schemas: [urns.user, 'urn:who:knows'] }, [urns.user]],
    [{ SCHEMAS: [urns.user.toLowerCase()], [enterprise]: { department: 'R' } }, [urns.user, enterprise]],
  ])('schemas of %j say what is there', (body, expected) => {
    expect(read({ userName: 'a', ...body }).schemas).toEqual(expected)
  })

  test('leaves required attributes to a profile that asks so', () => {
    const options = { mode: 'create', checkRequired: false } as const
    expect(readResource({}, userResourceType, options).resource).toEqual({ schemas: [urns.user] })
  })

  test('refuses another value for an immutable attribute in a PUT', () => {
    const badge = attribute('badge', 'string', 'A badge.', { mutability: 'immutable' })
    const schema = { ...userResourceType.schema, attributes: [...userResourceType.schema.attributes, badge] }
    const resourceType = { ...userResourceType, schema }
    const put = (body: JsonObject) =>
      readResource({ userName: 'a', ...body }, resourceType, { mode: 'replace', current: { badge: 'x' } }).resource
    expect(put({ badge: 'x' }).badge).toBe('x')
    expect(() => put({ badge: 'y' })).toThrow(expect.objectContaining({ scimType: 'mutability' }))
    expect(() => put({})).toThrow('badge is immutable')
  })

  test('checks numbers, dates and canonical values of schemas that have them', () => {
    const attributes = [
      ...userResourceType.schema.attributes,
      attribute('level', 'integer', 'A level.'),
      attribute('since', 'dateTime', 'A date.'),
      attribute('color', 'string', 'A color.', { canonicalValues: ['Red', 'Blue'] }),
    ]
    const resourceType = { ...userResourceType, schema: { ...userResourceType.schema, attributes } }
    const run = (body: JsonObject) =>
      readResource({ userName: 'a', ...body }, resourceType, { mode: 'create' }).resource
    expect(run({ level: '3', since: '2026-11-23T00:00:00Z', color: 'red' })).toMatchObject({ level: 3, color: 'Red' })
    for (const body of [{ level: 1.5 }, { level: 'x' }, { level: true }, { since: 'today' }, { color: 'green' }]) {
      expect(() => run(body)).toThrow(expect.objectContaining({ scimType: 'invalidValue' }))
    }
  })
})

describe('readResource of a group', () => {
  const readGroup = (body: JsonObject) =>
    readResource({ displayName: 'g', ...body }, groupResourceType, { mode: 'replace', keyed: ['members'] })

  test.each<[JsonObject, JsonObject]>([
    [{}, {}],
    [{ members: null }, { members: [] }],
    [{ members: [] }, { members: [] }],
    [
      { MEMBERS: [{ value: 'a', $ref: null, display: 'A' }, 'b', { value: 'a' }] },
      { members: [{ value: 'a' }, { value: 'b' }] },
    ],
    [{ members: [{ value: 'a', type: 'User' }] }, { members: [{ value: 'a', type: 'User' }] }],
  ])('returns the members of %j apart', (body, keyed) => {
    const result = readGroup(body)
    expect(result.keyed).toEqual(keyed)
    expect(result.resource).toEqual({ schemas: [urns.group], displayName: 'g' })
  })

  test('refuses a member without a value', () => {
    expect(() => readGroup({ members: [{ display: 'x' }] })).toThrow('members needs a value')
    expect(() => readGroup({ members: [{}] })).toThrow('members needs a value')
    expect(() => readGroup({ members: {} })).toThrow('members is multi-valued and needs an array')
  })

  test('reads 20,000 members', () => {
    const members = Array.from({ length: 20_000 }, (_, index) => ({ value: `m${index}` }))
    expect(readGroup({ members }).keyed.members).toHaveLength(20_000)
  })
})
