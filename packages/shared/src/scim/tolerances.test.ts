import { describe, expect, test } from 'vitest'
import { applyPatch } from './apply-patch.ts'
import { checkBulkId } from './bulk-id.ts'
import { compileFilter } from './filter/evaluate.ts'
import { parseFilter } from './filter/parse.ts'
import type { JsonObject, JsonValue } from './json.ts'
import { parsePatchRequest } from './parse-patch-request.ts'
import { attribute } from './schema/attribute-definition.ts'
import { groupResourceType, userResourceType } from './schema/resource-types.ts'
import { ScimError } from './scim-error.ts'
import { type Strictness, strict, type ToleranceName, tolerances } from './tolerances.ts'
import { urns } from './urns.ts'
import { readResource } from './validate-resource.ts'

const level = attribute('level', 'integer', 'A level.')
const schema = { ...userResourceType.schema, attributes: [...userResourceType.schema.attributes, level] }
const resourceType = { ...userResourceType, schema }
const ana = { schemas: [urns.user], id: '1', userName: 'ana', emails: [{ type: 'work', value: 'a' }] }
const manager = `${urns.enterpriseUser}:manager`

type Deed = (strictness: Strictness) => unknown

function patching(...Operations: JsonObject[]): Deed {
  return patchingBody({ schemas: [urns.patchOp], Operations: Operations as JsonValue[] })
}

function patchingBody(body: JsonObject): Deed {
  return (strictness) => applyPatch(ana, parsePatchRequest(body, { strictness }), { resourceType, strictness })
}

function patchingGroup(operation: JsonObject): Deed {
  const members = { has: (value: string) => value === 'a', size: 1, values: () => [{ value: 'a' }] }
  const body = { schemas: [urns.patchOp], Operations: [operation] }
  return (strictness) =>
    applyPatch({ displayName: 'g' }, parsePatchRequest(body, { strictness }), {
      resourceType: groupResourceType,
      strictness,
      keyed: { members },
    })
}

function posting(values: JsonObject): Deed {
  const body = { schemas: [urns.user], userName: 'ana', ...values }
  return (strictness) => readResource(body, resourceType, { mode: 'create', strictness })
}

function filtering(text: string): Deed {
  return (strictness) => compileFilter(parseFilter(text, { strictness }), resourceType, { strictness })(ana)
}

const deeds: Record<ToleranceName, readonly Deed[]> = {
  opCase: [patching({ op: 'Replace', path: 'title', value: 'x' })],
  patchKeyCase: [
    patchingBody({ schemas: [urns.patchOp], operations: [{ op: 'replace', path: 'title', value: 'x' }] }),
    patching({ op: 'replace', path: 'title', Value: 'x' }),
  ],
  patchSchemas: [patchingBody({ Operations: [{ op: 'replace', path: 'title', value: 'x' }] })],
  stringBooleans: [patching({ op: 'replace', path: 'active', value: 'False' }), posting({ active: 'true' })],
  stringNumbers: [posting({ level: '3' })],
  numberStrings: [posting({ title: 3 })],
  memberRemoveByValue: [
    patching({ op: 'remove', path: 'emails', value: [{ value: 'a' }] }),
    patchingGroup({ op: 'remove', path: 'members', value: [{ value: 'a' }] }),
  ],
  removeAbsentMember: [
    patching({ op: 'remove', path: 'emails[type eq "fax"]' }),
    patchingGroup({ op: 'remove', path: 'members[value eq "x"]' }),
  ],
  bareStringElement: [posting({ emails: ['a'] }), patchingGroup({ op: 'add', path: 'members', value: ['b'] })],
  bareStringManager: [patching({ op: 'add', path: manager, value: '7' })],
  singleElement: [patching({ op: 'add', path: 'emails', value: { value: 'b' } })],
  wrappedComplex: [patching({ op: 'add', path: manager, value: [{ value: '7' }] })],
  nullRef: [patchingGroup({ op: 'add', path: 'members', value: [{ value: 'b', $ref: null }] })],
  addCreatesElement: [
    patching({ op: 'add', path: 'emails[type eq "fax"].value', value: 'x' }),
    patchingGroup({ op: 'add', path: 'members[value eq "b"]', value: {} }),
  ],
  replaceCreatesElement: [patching({ op: 'replace', path: 'emails[type eq "other"].value', value: 'x' })],
  replaceWithNull: [
    patching({ op: 'replace', path: 'title', value: null }),
    patchingGroup({ op: 'replace', path: 'members', value: null }),
  ],
  dottedKeys: [
    patching({ op: 'replace', value: { 'name.givenName': 'A' } }),
    patching({ op: 'replace', value: { [urns.enterpriseUser]: { 'manager.value': '7' } } }),
  ],
  filteredKeys: [patching({ op: 'replace', value: { 'emails[type eq "work"].value': 'b' } })],
  urnKeys: [patching({ op: 'replace', value: { [`${urns.enterpriseUser}:department`]: 'R' } })],
  unqualifiedExtension: [patching({ op: 'replace', path: 'department', value: 'R' }), filtering('department eq "R"')],
  coreAttributesUnderUrn: [
    posting({ [urns.user]: { title: 'x' } }),
    patching({ op: 'replace', value: { [urns.user]: { title: 'x' } } }),
  ],
  unknownAttributes: [
    posting({ foo: 1 }),
    posting({ name: { foo: 1 } }),
    posting({ [urns.enterpriseUser]: { foo: 1 } }),
    patching({ op: 'replace', value: { foo: 1 } }),
  ],
  unknownPaths: [
    patching({ op: 'add', path: 'foo', value: 1 }),
    patching({ op: 'replace', path: 'name.foo', value: 1 }),
    patching({ op: 'replace', path: 'urn:x:y:2.0:User:foo', value: 1 }),
    patching({ op: 'remove', path: 'foo' }),
  ],
  readOnlyEcho: [patching({ op: 'replace', path: 'id', value: '1' })],
  readOnlyInPathlessValue: [patching({ op: 'replace', value: { id: '2' } })],
  missingSchemas: [(strictness) => readResource({ userName: 'a' }, resourceType, { mode: 'create', strictness })],
  unknownSchemas: [posting({ schemas: [urns.user, 'urn:x'] })],
  missingBulkId: [(strictness) => checkBulkId(undefined, 'Operations[0]', strictness)],
  unquotedFilterLiteral: [filtering('userName eq bob')],
  singleQuotedFilterLiteral: [filtering("userName eq 'bob'")],
  filterLiteralCase: [filtering('active eq True')],
  stringBooleanInFilter: [filtering('active eq "true"')],
  notWithoutParentheses: [filtering('not title pr')],
}

describe.each(Object.entries(deeds))('%s', (name, cases) => {
  test.each(cases.map((deed, index) => [index, deed] as const))(
    'is tolerated, and refused when asked (case %i)',
    (_, deed) => {
      expect(() => deed(new Set())).not.toThrow()
      expect(() => deed(new Set([name as ToleranceName]))).toThrow(ScimError)
    },
  )

  test.each(cases.map((deed, index) => [index, deed] as const))(
    'is the only one that the example needs (case %i)',
    (_, deed) => {
      const others = new Set(strict)
      others.delete(name as ToleranceName)
      expect(() => deed(others)).not.toThrow()
    },
  )
})

test('every tolerance says who needs it and where that is known from', () => {
  for (const { neededBy, source, what } of Object.values(tolerances)) {
    expect([neededBy, source, what].every((text) => text.length > 3)).toBe(true)
  }
})

test('what the RFC writes itself passes with everything refused', () => {
  const operations = [
    { op: 'add', path: 'emails', value: [{ type: 'home', value: 'b', primary: true }] },
    { op: 'replace', path: 'emails[type eq "work"].value', value: 'c' },
    { op: 'replace', path: `${manager}.value`, value: '7' },
    { op: 'add', value: { nickName: 'A', [urns.enterpriseUser]: { department: 'R' } } },
    { op: 'remove', path: 'emails[type eq "home" and not (value ew ".com")]' },
  ]
  expect(patching(...operations)(strict)).toMatchObject({
    resource: { nickName: 'A', emails: [{ type: 'work', value: 'c' }], [urns.enterpriseUser]: { department: 'R' } },
  })
  expect(filtering('userName eq "ana" and not (title pr) and emails[type eq "work" and value sw "a"]')(strict)).toBe(
    true,
  )
})
