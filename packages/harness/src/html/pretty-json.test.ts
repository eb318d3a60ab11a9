import { expect, test } from 'vitest'
import { pretty } from './pretty-json.ts'

test.each([
  ['{"op":"replace","path":"active","value":"False"}', '{ "op": "replace", "path": "active", "value": "False" }'],
  ['{}', '{}'],
  ['[]', '[]'],
  ['"text"', '"text"'],
  ['<html>', '<html>'],
  ['{"cut', '{"cut'],
])('%s', (text, expected) => {
  expect(pretty(text)).toBe(expected)
})

test('what is too long for a line is broken, and only that', () => {
  const value = {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    name: { givenName: 'Ana', familyName: 'Lopez' },
    active: true,
  }
  expect(pretty(JSON.stringify(value))).toBe(`{
  "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
  "name": { "givenName": "Ana", "familyName": "Lopez" },
  "active": true
}`)
})

test('nothing is lost', () => {
  const value = { a: [{ b: 'x'.repeat(80) }, [1, [2, { c: null }]]], d: { e: {} } }
  expect(JSON.parse(pretty(JSON.stringify(value)))).toEqual(value)
})
