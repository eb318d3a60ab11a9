import { expect, test } from 'vitest'
import { expressionEnvironment, type SourceValue } from '../expression/index.ts'
import {
  applyMappings,
  buildPatchBody,
  buildPostBody,
  type CompiledObjectMapping,
  compileObjectMapping,
  defaultUserMapping,
  diffAgainstTarget,
  matchingAttributes,
  type ObjectMapping,
  sourceUserDefinition,
  targetUserDefinition,
} from './index.ts'

const alice: Readonly<Record<string, SourceValue>> = {
  userPrincipalName: 'alice@contoso.example',
  IsSoftDeleted: false,
  displayName: 'Alice A',
  mail: 'alice@contoso.example',
  givenName: 'Alice',
  surname: 'A',
  telephoneNumber: '+1 555',
  city: 'Oslo',
  country: 'NO',
  jobTitle: 'Engineer',
  preferredLanguage: 'en-US',
  mailNickname: 'alice',
  department: 'R&D',
  employeeId: '42',
  manager: 'bob-object-id',
}

function compiled(mapping: ObjectMapping): CompiledObjectMapping {
  const result = compileObjectMapping(mapping, targetUserDefinition, sourceUserDefinition)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.mapping
}

function map(source: Readonly<Record<string, SourceValue>>, operation: 'create' | 'update') {
  return applyMappings(compiled(defaultUserMapping), (name) => source[name], expressionEnvironment(), { operation })
}

test('a POST of the default mapping has the documented keys in the documented order', () => {
  expect(JSON.stringify(buildPostBody(map(alice, 'create'), { resourceType: 'User' }))).toBe(
    JSON.stringify({
      schemas: [
        'urn:ietf:params:scim:schemas:core:2.0:User',
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
      ],
      externalId: 'alice',
      userName: 'alice@contoso.example',
      active: true,
      displayName: 'Alice A',
      emails: [{ primary: true, type: 'work', value: 'alice@contoso.example' }],
      meta: { resourceType: 'User' },
      name: { formatted: 'Alice A', familyName: 'A', givenName: 'Alice' },
      phoneNumbers: [{ type: 'work', value: '+1 555' }],
      addresses: [{ type: 'work', locality: 'Oslo', country: 'NO' }],
      title: 'Engineer',
      preferredLanguage: 'en-US',
      roles: [],
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { employeeNumber: '42', department: 'R&D' },
    }),
  )
})

test('the manager comes back as a reference to the source object', () => {
  expect(map(alice, 'create').at(-1)?.outcome).toEqual({ kind: 'reference', sourceIds: ['bob-object-id'] })
})

test('a target that returns what was sent needs no PATCH', () => {
  const posted = buildPostBody(map(alice, 'create'), { resourceType: 'User' })
  expect(diffAgainstTarget(map(alice, 'update'), posted)).toEqual([])
  expect(buildPatchBody([], { dialect: 'legacy' })).toBeNull()
})

const before = buildPostBody(map({ ...alice, department: null, jobTitle: null }, 'create'), { resourceType: 'User' })
const renamed = {
  ...alice,
  displayName: 'Alice B',
  surname: 'B',
  mail: 'b@contoso.example',
  IsSoftDeleted: true,
  city: null,
}

test('without the flag every attribute is an operation of its own, with a path and Booleans as text', () => {
  const changes = diffAgainstTarget(map(renamed, 'update'), before)
  expect(buildPatchBody(changes, { dialect: 'legacy' })).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [
      { op: 'Replace', path: 'active', value: 'False' },
      { op: 'Replace', path: 'displayName', value: 'Alice B' },
      { op: 'Add', path: 'title', value: 'Engineer' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'b@contoso.example' },
      { op: 'Replace', path: 'name.familyName', value: 'B' },
      { op: 'Replace', path: 'name.formatted', value: 'Alice B' },
      { op: 'Add', path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', value: 'R&D' },
    ],
  })
})

test('with the flag filtered paths come first and the rest is merged by op', () => {
  const changes = diffAgainstTarget(map(renamed, 'update'), before)
  expect(buildPatchBody(changes, { dialect: 'optscim' })).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'b@contoso.example' },
      {
        op: 'replace',
        value: { active: false, displayName: 'Alice B', 'name.familyName': 'B', 'name.formatted': 'Alice B' },
      },
      {
        op: 'add',
        value: {
          title: 'Engineer',
          'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department': 'R&D',
        },
      },
    ],
  })
})

test('disabling alone keeps its path in both dialects', () => {
  const full = buildPostBody(map(alice, 'create'), { resourceType: 'User' })
  const changes = diffAgainstTarget(map({ ...alice, IsSoftDeleted: true }, 'update'), full)
  expect(buildPatchBody(changes, { dialect: 'legacy' })).toMatchObject({
    Operations: [{ op: 'Replace', path: 'active', value: 'False' }],
  })
  expect(buildPatchBody(changes, { dialect: 'optscim' })).toMatchObject({
    Operations: [{ op: 'replace', path: 'active', value: false }],
  })
})

test('the matching attribute of the default mapping is userName', () => {
  expect(matchingAttributes(compiled(defaultUserMapping)).map((one) => one.mapping.targetAttributeName)).toEqual([
    'userName',
  ])
})
