import { describe, expect, test } from 'vitest'
import type { JsonObject } from './json.ts'
import { groupResourceType, userResourceType } from './schema/resource-types.ts'
import { urns } from './urns.ts'
import { findWrongTypes } from './wrong-types.ts'

function lines(resource: JsonObject, type = userResourceType): string[] {
  return findWrongTypes(resource, type).map(({ path, expected, received }) => `${path}: ${expected}, not ${received}`)
}

describe('values of a wrong type', () => {
  test.each<[JsonObject, string[]]>([
    [{ id: 7 }, ['id: string, not number']],
    [{ active: 'True' }, ['active: boolean, not string']],
    [{ userName: ['ana'] }, ['userName: string, not array']],
    [{ name: 'Ana Souza' }, ['name: object, not string']],
    [{ name: { givenName: 1 } }, ['name.givenName: string, not number']],
    [{ emails: 'ana@example.com' }, ['emails: array, not string']],
    [{ emails: { value: 'ana@example.com' } }, ['emails: array, not object']],
    [{ emails: ['ana@example.com'] }, ['emails[0]: object, not string']],
    [{ roles: [{ value: 'a' }, { value: 'b', primary: 'True' }] }, ['roles[1].primary: boolean, not string']],
    [{ meta: { version: 3 } }, ['meta.version: string, not number']],
    [{ schemas: urns.user }, ['schemas: array, not string']],
    [{ [urns.enterpriseUser]: 'Sales' }, [`${urns.enterpriseUser}: object, not string`]],
    [{ [urns.enterpriseUser]: { manager: '42' } }, [`${urns.enterpriseUser}:manager: object, not string`]],
    [
      { [urns.enterpriseUser]: { manager: { value: 42 } } },
      [`${urns.enterpriseUser}:manager.value: string, not number`],
    ],
    [{ ACTIVE: 'yes', ID: 7 }, ['ACTIVE: boolean, not string', 'ID: string, not number']],
  ])('%j', (resource, found) => {
    expect(lines(resource)).toEqual(found)
  })

  test('of a group', () => {
    expect(lines({ displayName: 'Sales', members: [{ value: 7 }] }, groupResourceType)).toEqual([
      'members[0].value: string, not number',
    ])
  })
})

test.each<JsonObject>([
  {},
  { active: null, emails: null, name: null, [urns.enterpriseUser]: null },
  { emails: [] },
  { emails: [null] },
  { favouriteColour: 7, 'urn:example:2.0:User': { level: 'x' } },
  {
    id: '7',
    active: true,
    emails: [{ value: 'a@b.example', primary: true, type: 'work', unheardOf: 1 }],
    meta: { created: '2026-01-05T08:00:00Z' },
    [urns.enterpriseUser]: { manager: { value: '1', $ref: '../Users/1' } },
  },
])('nothing is wrong with %j', (resource) => {
  expect(lines(resource)).toEqual([])
})
