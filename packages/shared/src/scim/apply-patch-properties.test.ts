import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { applyPatch } from './apply-patch.ts'
import type { JsonObject, JsonValue, ScimResource } from './json.ts'
import { type PatchOperation, parsePatchRequest } from './parse-patch-request.ts'
import { groupResourceType, userResourceType } from './schema/resource-types.ts'
import { ScimError } from './scim-error.ts'
import { parseStrictJson } from './strict-json.ts'
import { urns } from './urns.ts'
import { readResource } from './validate-resource.ts'

// Many runs on a busy machine take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 })

const user: ScimResource = readResource(
  {
    schemas: [urns.user],
    userName: 'ana',
    title: 'CEO',
    active: true,
    name: { givenName: 'Ana' },
    emails: [
      { type: 'work', value: 'ana@work', primary: true },
      { type: 'home', value: 'ana@home' },
    ],
    [urns.enterpriseUser]: { department: 'R', manager: { value: '7' } },
  },
  userResourceType,
  { mode: 'create' },
).resource

const names = ['title', 'name', 'name.givenName', 'emails', 'emails.value', 'active', 'id', 'userName', 'manager', 'x']
const paths = [
  ...names,
  'emails[type eq "work"]',
  'emails[type eq "fax"].value',
  'emails[primary eq "True"].value',
  'roles[value sw "a"]',
  urns.enterpriseUser,
  `${urns.enterpriseUser}:manager.value`,
  '__proto__',
  '__proto__.polluted',
  'constructor.prototype',
]
const leaf = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.integer(),
  fc.constantFrom(null, '', 'True', [], {}, 'ana@work', { value: 'ana@home' }, [{ value: 'b', primary: true }]),
)
const value: fc.Arbitrary<JsonValue> = fc.oneof(
  leaf,
  fc.dictionary(fc.constantFrom(...paths, 'value', 'type', 'primary', 'polluted'), leaf),
  fc.jsonValue().map((json) => JSON.parse(JSON.stringify(json)) as JsonValue),
)
const operation: fc.Arbitrary<PatchOperation> = fc.oneof(
  fc.record({ op: fc.constantFrom('add', 'replace'), path: fc.constantFrom(...paths), value }),
  fc.record({ op: fc.constantFrom('add', 'replace'), value }),
  fc.record({ op: fc.constant('remove'), path: fc.constantFrom(...paths), value }, { requiredKeys: ['op', 'path'] }),
)
const operations = fc.array(operation, { minLength: 1, maxLength: 5 })

function attempt(resource: ScimResource, list: readonly PatchOperation[]): ScimResource | undefined {
  try {
    return applyPatch(resource, list, { resourceType: userResourceType }).resource
  } catch (error) {
    expect(error).toBeInstanceOf(ScimError)
    return undefined
  }
}

test('never changes what it was given, not even when it fails', () => {
  const copy = JSON.stringify(user)
  fc.assert(
    fc.property(operations, (list) => {
      const given = JSON.stringify(list)
      attempt(user, list)
      expect(JSON.stringify(user)).toBe(copy)
      expect(JSON.stringify(list)).toBe(given)
    }),
    { numRuns: 500 },
  )
})

test('works on a deeply frozen resource', () => {
  const frozen = freeze(structuredClone(user) as JsonObject)
  fc.assert(
    fc.property(operations, (list) => {
      expect(attempt(frozen, list)).toEqual(attempt(user, list))
    }),
  )
})

test('adding twice is adding once', () => {
  const list = fc.array(fc.record({ op: fc.constant('add' as const), path: fc.constantFrom('emails', 'title'), value }))
  fc.assert(
    fc.property(list, (adds) => {
      const once = attempt(user, adds)
      fc.pre(once !== undefined)
      const emails = adds.filter(({ path }) => path === 'emails')
      const again = attempt(once ?? user, emails.slice(-1))
      expect(again).toEqual(once)
    }),
  )
})

test('the result is what reading it as a PUT body gives', () => {
  fc.assert(
    fc.property(operations, (list) => {
      const result = attempt(user, list)
      fc.pre(result !== undefined)
      const { resource } = readResource(result ?? user, userResourceType, { mode: 'replace' })
      expect(resource).toEqual(result)
    }),
    { numRuns: 500 },
  )
})

test('never leaves two primary values', () => {
  fc.assert(
    fc.property(operations, (list) => {
      const emails = attempt(user, list)?.emails ?? []
      const primaries = (emails as JsonObject[]).filter(({ primary }) => primary === true)
      expect(primaries.length).toBeLessThan(2)
    }),
  )
})

test('pollutes no prototype and throws nothing but ScimError, whatever JSON arrives', () => {
  const hostile = fc.json({ maxDepth: 6 }).map((text) => new TextEncoder().encode(text))
  fc.assert(
    fc.property(fc.oneof(hostile, operations.map(toBytes)), (bytes) => {
      for (const resourceType of [userResourceType, groupResourceType]) {
        try {
          const body = parseStrictJson(bytes)
          readResource(body, resourceType, { mode: 'create' })
          applyPatch(user, parsePatchRequest(body), { resourceType })
        } catch (error) {
          expect(error).toBeInstanceOf(ScimError)
        }
      }
      expect(Object.keys(Object.prototype)).toEqual([])
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    }),
    { numRuns: 500 },
  )
})

function toBytes(Operations: readonly PatchOperation[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ schemas: [urns.patchOp], userName: 'x', Operations }))
}

function freeze<Value extends JsonValue>(json: Value): Value {
  if (typeof json === 'object' && json !== null) {
    for (const item of Object.values(json)) freeze(item)
    Object.freeze(json)
  }
  return json
}
