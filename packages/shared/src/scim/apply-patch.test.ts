import { describe, expect, test } from 'vitest'
import { applyPatch } from './apply-patch.ts'
import type { JsonObject, JsonValue } from './json.ts'
import { parsePatchRequest } from './parse-patch-request.ts'
import { attribute, complex } from './schema/attribute-definition.ts'
import { userResourceType } from './schema/resource-types.ts'
import { urns } from './urns.ts'

const enterprise = urns.enterpriseUser
const work = { type: 'work', value: 'ana@work', primary: true }
const home = { type: 'home', value: 'ana@home' }

/** Only what a row is about; `schemas`, `id` and `userName` are always there. */
function user(values: JsonObject = {}): JsonObject {
  return { schemas: [urns.user], id: '1', userName: 'ana', ...values }
}

function patch(before: JsonObject, ...operations: JsonObject[]) {
  const body = { schemas: [urns.patchOp], Operations: operations as JsonValue[] }
  return applyPatch(before, parsePatchRequest(body), { resourceType: userResourceType })
}

type Row = [operation: JsonObject, before: JsonObject, after: JsonObject]

describe('add', () => {
  test.each<Row>([
    [{ path: 'title', value: 'CEO' }, {}, { title: 'CEO' }],
    [{ path: 'TITLE', value: 'CEO' }, { title: 'CTO' }, { title: 'CEO' }],
    [{ value: { title: 'CEO', nickName: 'A' } }, {}, { title: 'CEO', nickName: 'A' }],
    [
      { path: 'name', value: { givenName: 'A' } },
      { name: { familyName: 'B' } },
      { name: { familyName: 'B', givenName: 'A' } },
    ],
    [{ path: 'name.givenName', value: 'A' }, {}, { name: { givenName: 'A' } }],
    [{ path: 'emails', value: [home] }, { emails: [work] }, { emails: [work, home] }],
    [{ path: 'emails', value: home }, { emails: [work] }, { emails: [work, home] }],
    [{ path: 'emails', value: 'ana@home' }, {}, { emails: [{ value: 'ana@home' }] }],
    [{ value: { emails: [home] } }, { emails: [work] }, { emails: [work, home] }],
    [{ path: 'emails.value', value: 'x' }, {}, { emails: [{ value: 'x' }] }],
    [
      { path: 'emails[type eq "work"].value', value: 'new' },
      { emails: [work] },
      { emails: [{ ...work, value: 'new' }] },
    ],
    [
      { path: 'emails[type eq "work"].value', value: 'new' },
      { emails: [home] },
      { emails: [home, { type: 'work', value: 'new' }] },
    ],
    [
      { path: 'emails[type eq "work" and primary eq True].value', value: 'new' },
      {},
      { emails: [{ type: 'work', primary: true, value: 'new' }] },
    ],
    [
      { path: 'addresses[type eq "work"]', value: { country: 'NO' } },
      {},
      { addresses: [{ type: 'work', country: 'NO' }] },
    ],
    [{ path: 'roles[primary eq "True"].value', value: 'Admin' }, {}, { roles: [{ primary: true, value: 'Admin' }] }],
    [{ path: 'title', value: null }, { title: 'CEO' }, {}],
    [{ path: 'emails', value: [] }, { emails: [work] }, { emails: [work] }],
    [{ path: 'active', value: 'True' }, {}, { active: true }],
    [{ path: 'schemas', value: [enterprise] }, {}, {}],
  ])('%j', (operation, before, after) => {
    expect(patch(user(before), { op: 'add', ...operation }).resource).toEqual(user(after))
  })

  test('skips what is there already, whatever its case', () => {
    const before = user({ emails: [work, home] })
    const result = patch(before, { op: 'add', path: 'emails', value: [{ type: 'HOME', value: 'ANA@home' }] })
    expect(result).toEqual({ resource: before, changed: false, keyedDeltas: [] })
    expect(result.resource).toBe(before)
  })

  test('leaves one primary value, the last that was marked', () => {
    const result = patch(user({ emails: [work, home] }), {
      op: 'add',
      path: 'emails',
      value: [
        { value: 'x', primary: true },
        { ...home, primary: true },
      ],
    })
    expect(result.resource.emails).toEqual([
      { ...work, primary: false },
      { ...home, primary: true },
      { value: 'x', primary: false },
    ])
  })

  test('lists the extension in schemas', () => {
    const result = patch(user(), { op: 'add', path: `${enterprise}:department`, value: 'R' })
    expect(result.resource).toEqual({ ...user(), schemas: [urns.user, enterprise], [enterprise]: { department: 'R' } })
  })
})

describe('replace', () => {
  test.each<Row>([
    [{ path: 'active', value: 'False' }, { active: true }, { active: false }],
    [{ path: 'active', value: 'false' }, { active: true }, { active: false }],
    [{ value: { active: false } }, { active: true }, { active: false }],
    [{ path: 'title', value: null }, { title: 'CEO' }, {}],
    [{ path: 'title', value: '' }, { title: 'CEO' }, { title: '' }],
    [{ path: 'emails', value: [home] }, { emails: [work] }, { emails: [home] }],
    [{ path: 'emails', value: [] }, { emails: [work] }, {}],
    [{ path: 'emails', value: [home, home] }, {}, { emails: [home] }],
    [
      { path: 'emails[type eq "work"]', value: { value: 'n' } },
      { emails: [work, home] },
      { emails: [{ ...work, value: 'n' }, home] },
    ],
    [
      { path: 'emails[type eq "work"]', value: [{ value: 'n' }] },
      { emails: [work] },
      { emails: [{ ...work, value: 'n' }] },
    ],
    [
      { path: 'emails[type eq "home"].primary', value: true },
      { emails: [work, home] },
      {
        emails: [
          { ...work, primary: false },
          { ...home, primary: true },
        ],
      },
    ],
    [
      { path: 'emails[type eq "other"].value', value: 'n' },
      { emails: [home] },
      { emails: [home, { type: 'other', value: 'n' }] },
    ],
    [
      { path: 'emails[type eq "work"].value', value: null },
      { emails: [work] },
      { emails: [{ type: 'work', primary: true }] },
    ],
    [{ path: 'emails[type eq "fax"].value', value: null }, { emails: [home] }, { emails: [home] }],
    [
      { path: 'emails.type', value: 'other' },
      { emails: [work, home] },
      {
        emails: [
          { ...work, type: 'other' },
          { ...home, type: 'other' },
        ],
      },
    ],
    [
      { path: 'name', value: { givenName: null, familyName: 'B' } },
      { name: { givenName: 'A' } },
      { name: { familyName: 'B' } },
    ],
    [{ path: 'name', value: [{ givenName: 'Z' }] }, { name: { givenName: 'A' } }, { name: { givenName: 'Z' } }],
    [
      { value: { 'name.givenName': 'A', 'emails[type eq "work"].value': 'n', [`${urns.user}:title`]: 'T' } },
      { emails: [work] },
      { emails: [{ ...work, value: 'n' }], name: { givenName: 'A' }, title: 'T' },
    ],
    [{ value: { unknown: 1, 'un.known': 2, 'urn:x:y': 3, __proto__x: 4, constructor: 5 } }, {}, {}],
    [{ value: { id: '9', meta: { x: 1 }, groups: [], title: 'T' } }, {}, { title: 'T' }],
    [{ path: 'id', value: '1' }, {}, {}],
    [{ path: urns.user, value: { title: 'T' } }, {}, { title: 'T' }],
    [{ path: 'externalId', value: 42 }, {}, { externalId: '42' }],
  ])('%j', (operation, before, after) => {
    expect(patch(user(before), { op: 'replace', ...operation }).resource).toEqual(user(after))
  })

  const withManager = user({
    schemas: [urns.user, enterprise],
    [enterprise]: { manager: { value: '7', $ref: '/Users/7' } },
  })

  test.each<[JsonObject, JsonValue]>([
    [{ path: `${enterprise}:manager`, value: '8' }, { manager: { value: '8' } }],
    [{ path: 'manager', value: [{ value: '8', $ref: null }] }, { manager: { value: '8' } }],
    [{ path: `${enterprise}:manager.value`, value: '8' }, { manager: { value: '8', $ref: '/Users/7' } }],
    [{ value: { [enterprise]: { manager: { value: '8', displayName: 'x' } } } }, { manager: { value: '8' } }],
    [{ value: { [`${enterprise}:manager`]: '8' } }, { manager: { value: '8' } }],
    [{ value: { [enterprise]: { 'manager.value': '8' } } }, { manager: { value: '8', $ref: '/Users/7' } }],
    [
      { value: { [enterprise.toLowerCase()]: { DEPARTMENT: 'R' } } },
      { manager: { value: '7', $ref: '/Users/7' }, department: 'R' },
    ],
    [
      { path: enterprise, value: { costCenter: 'C' } },
      { manager: { value: '7', $ref: '/Users/7' }, costCenter: 'C' },
    ],
  ])('%j of the extension', (operation, after) => {
    expect(patch(withManager, { op: 'replace', ...operation }).resource[enterprise]).toEqual(after)
  })

  test.each<JsonObject>([
    { op: 'replace', path: `${enterprise}:manager`, value: '' },
    { op: 'replace', path: `${enterprise}:manager`, value: null },
    { op: 'replace', path: `${enterprise}:manager`, value: { value: '' } },
    { op: 'replace', path: `${enterprise}:manager`, value: [] },
    { op: 'replace', path: `${enterprise}:manager.value`, value: '' },
    { op: 'replace', value: { [`${enterprise}:manager`]: '' } },
    { op: 'replace', value: { [enterprise]: { manager: null } } },
    { op: 'remove', path: `${enterprise}:manager` },
    { op: 'remove', path: `${enterprise}:manager`, value: '7' },
    { op: 'remove', path: 'manager[value eq "7"]' },
    { op: 'remove', path: `${enterprise}:manager.value` },
    { op: 'remove', path: enterprise },
    { op: 'replace', path: enterprise, value: null },
  ])('removes the manager by %j', (operation) => {
    expect(patch(withManager, operation).resource).toEqual(user())
  })
})

describe('remove', () => {
  test.each<Row>([
    [{ path: 'title' }, { title: 'CEO' }, {}],
    [{ path: 'title' }, {}, {}],
    [{ path: 'name.givenName' }, { name: { givenName: 'A', familyName: 'B' } }, { name: { familyName: 'B' } }],
    [{ path: 'name.givenName' }, { name: { givenName: 'A' } }, {}],
    [{ path: 'emails' }, { emails: [work, home] }, {}],
    [{ path: 'emails[type eq "work"]' }, { emails: [work, home] }, { emails: [home] }],
    [{ path: 'emails[type eq "work"]' }, { emails: [work] }, {}],
    [{ path: 'emails[type eq "fax"]' }, { emails: [work] }, { emails: [work] }],
    [{ path: 'emails[type eq "work"].primary' }, { emails: [work] }, { emails: [{ type: 'work', value: 'ana@work' }] }],
    [{ path: 'emails.primary' }, { emails: [work] }, { emails: [{ type: 'work', value: 'ana@work' }] }],
    [{ path: 'emails', value: [{ value: 'ANA@work' }] }, { emails: [work, home] }, { emails: [home] }],
    [{ path: 'emails', value: 'ana@home' }, { emails: [work, home] }, { emails: [work] }],
    [{ path: 'emails', value: [] }, { emails: [work] }, { emails: [work] }],
  ])('%j', (operation, before, after) => {
    expect(patch(user(before), { op: 'remove', ...operation }).resource).toEqual(user(after))
  })
})

describe('what no schema knows is ignored, and nothing else is', () => {
  test.each(['nope', 'name.nope', 'constructor.prototype', 'urn:x:User:tag', 'emails[type eq "work"].nope'])(
    '%s',
    (path) => {
      const operations = { op: 'add', path, value: 1 }
      expect(patch(user({ emails: [work] }), operations).changed).toBe(false)
    },
  )
})

describe('what is refused', () => {
  test.each<[string, JsonObject]>([
    ['invalidPath', { op: 'add', path: '__proto__.polluted', value: 1 }],
    ['invalidPath', { op: 'replace', path: 'title[type eq "x"]', value: 1 }],
    ['invalidFilter', { op: 'replace', path: 'emails[type zz "x"].value', value: 1 }],
    ['invalidFilter', { op: 'replace', path: 'emails[nope eq "x"].value', value: 1 }],
    ['noTarget', { op: 'replace', path: 'emails[type sw "x"].value', value: 'n' }],
    ['noTarget', { op: 'add', path: 'emails[type eq "a" or type eq "b"].value', value: 'n' }],
    ['noTarget', { op: 'add', path: 'emails[not (type pr)].value', value: 'n' }],
    ['mutability', { op: 'replace', path: 'id', value: '2' }],
    ['mutability', { op: 'remove', path: 'id' }],
    ['mutability', { op: 'replace', path: 'meta.version', value: 'x' }],
    ['mutability', { op: 'add', path: 'groups', value: [{ value: 'g' }] }],
    ['mutability', { op: 'remove', path: 'userName' }],
    ['mutability', { op: 'replace', path: 'userName', value: null }],
    ['invalidValue', { op: 'replace', path: 'userName', value: '' }],
    ['mutability', { op: 'remove', path: 'schemas' }],
    ['mutability', { op: 'remove', path: urns.user }],
    ['invalidValue', { op: 'replace', path: 'active', value: 'yes' }],
    ['invalidValue', { op: 'replace', path: 'active', value: 1 }],
    ['invalidValue', { op: 'replace', path: 'title', value: { a: 1 } }],
    ['invalidValue', { op: 'replace', path: 'title', value: ['a', 'b'] }],
    ['invalidValue', { op: 'replace', path: 'name', value: 'Ana' }],
    ['invalidValue', { op: 'replace', path: 'emails', value: [['x']] }],
    ['invalidValue', { op: 'replace', path: 'emails', value: [{ value: 'a', VALUE: 'b' }] }],
    ['invalidValue', { op: 'replace', value: 'x' }],
    ['invalidValue', { op: 'replace', value: { [enterprise]: 'x' } }],
  ])('%s for %j', (scimType, operation) => {
    const before = user({ emails: [home], active: true })
    expect(() => patch(before, operation)).toThrow(expect.objectContaining({ status: 400, scimType }))
  })

  test('invalidValue for more elements than are compared in reasonable time', () => {
    const value = Array.from({ length: 251 }, (_, index) => ({ value: String(index) }))
    expect(() => patch(user(), { op: 'add', path: 'emails', value })).toThrow('at most 250')
  })

  test('413 for more changes of elements than are made in reasonable time, also as keys of one value', () => {
    const keys = Array.from({ length: 1001 }, (_, index) => [`emails[type eq "${index}"].value`, null])
    expect(() => patch(user(), { op: 'replace', value: Object.fromEntries(keys) })).toThrow(
      expect.objectContaining({ status: 413 }),
    )
    const titles = Array.from({ length: 5000 }, (_, index) => ({ op: 'replace', path: 'title', value: `${index}` }))
    expect(patch(user(), ...titles).resource.title).toBe('4999')
  })

  test('names the operation and changes nothing when a later one fails', () => {
    const before = user({ title: 'CEO', emails: [work] })
    const copy = structuredClone(before)
    const run = () =>
      patch(before, { op: 'replace', path: 'title', value: 'X' }, { op: 'replace', path: 'a..b', value: 1 })
    expect(run).toThrow(/^Operations\[1\]: /)
    expect(before).toEqual(copy)
  })

  test('a required attribute may go as long as it comes back', () => {
    const result = patch(user(), { op: 'remove', path: 'userName' }, { op: 'add', path: 'userName', value: 'bea' })
    expect(result.resource.userName).toBe('bea')
  })

  test('an immutable attribute is written once', () => {
    const immutable = attribute('badge', 'string', 'A badge.', { mutability: 'immutable' })
    const card = complex('card', 'A card.', [attribute('number', 'string', 'Its number.', { mutability: 'immutable' })])
    const schema = { ...userResourceType.schema, attributes: [...userResourceType.schema.attributes, immutable, card] }
    const resourceType = { ...userResourceType, schema }
    const run = (before: JsonObject, path: string, value: string) =>
      applyPatch(before, [{ op: 'replace', path, value }], { resourceType }).resource
    expect(run(user(), 'badge', 'a').badge).toBe('a')
    expect(run(user({ badge: 'a' }), 'badge', 'a').badge).toBe('a')
    expect(() => run(user({ badge: 'a' }), 'badge', 'b')).toThrow('badge is immutable')
    expect(() => run(user({ card: { number: 'a' } }), 'card.number', 'b')).toThrow('immutable')
    expect(run(user(), 'card.number', 'b').card).toEqual({ number: 'b' })
  })
})
