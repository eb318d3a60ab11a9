import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, type Row } from '../../test/mapping/mapping-samples.ts'
import { attributesFrom, expressionEnvironment, type SourceAttributes } from '../expression/index.ts'
import {
  applyMappings,
  buildPatchBody,
  buildPostBody,
  compileObjectMapping,
  defaultUserMapping,
  diffAgainstTarget,
  sourceUserDefinition,
  targetUserDefinition,
} from './index.ts'

describe('what an update changes', () => {
  const title = { targetAttributeName: 'title', source: '[a]' }
  const userName = { targetAttributeName: 'userName', source: '[a]' }
  const tags = { targetAttributeName: 'tags', source: '[a]' }
  const cases: readonly (readonly [string, Row, SourceAttributes, object, readonly unknown[]])[] = [
    ['absent at the target', title, { a: 'x' }, {}, ['add', 'x']],
    ['different', title, { a: 'x' }, { title: 'y' }, ['replace', 'x']],
    ['equal', title, { a: 'x' }, { title: 'x' }, []],
    ['null never clears', title, {}, { title: 'y' }, []],
    ['case of a caseExact attribute', title, { a: 'X' }, { title: 'x' }, ['replace', 'X']],
    ['case of another', userName, { a: 'X' }, { userName: 'x' }, []],
    ['FlowAlways', { ...title, flowBehavior: 'FlowAlways' }, { a: 'x' }, { title: 'x' }, ['replace', 'x']],
    ['AttributeAddOnly with a value', { ...title, flowType: 'AttributeAddOnly' }, { a: 'x' }, { title: 'y' }, []],
    ['AttributeAddOnly without', { ...title, flowType: 'AttributeAddOnly' }, { a: 'x' }, {}, ['add', 'x']],
    ['ValueAddOnly keeps a single value', { ...title, flowType: 'ValueAddOnly' }, { a: 'x' }, { title: 'y' }, []],
    ['None leaves a value', { targetAttributeName: 'title', source: null, defaultValue: 'd' }, {}, { title: 'y' }, []],
    ['None fills a gap', { targetAttributeName: 'title', source: null, defaultValue: 'd' }, {}, {}, ['add', 'd']],
    ['Boolean against text', { targetAttributeName: 'active', source: '"True"' }, {}, { active: 'true' }, []],
    ['Boolean', { targetAttributeName: 'active', source: '"True"' }, {}, { active: false }, ['replace', true]],
    ['number', { targetAttributeName: 'level', source: '"1"' }, {}, { level: '1' }, []],
    ['list in another order', tags, { a: ['x', 'y'] }, { tags: ['y', 'x'] }, []],
    ['list', tags, { a: ['x', 'y'] }, { tags: ['x'] }, ['add', ['y']]],
    ['list of which something is gone', tags, { a: ['x'] }, { tags: ['x', 'y'] }, []],
    ['list that is returned as objects', tags, { a: ['x', 'y'] }, { tags: [{ value: 'x' }] }, ['add', ['y']]],
    [
      'MultiValueAddOnly',
      { ...tags, flowType: 'MultiValueAddOnly' },
      { a: ['x', 'y'] },
      { tags: ['x', 'z'] },
      ['add', ['y']],
    ],
    [
      'MultiValueAddOnly with all there',
      { ...tags, flowType: 'MultiValueAddOnly' },
      { a: ['x'] },
      { tags: ['x', 'z'] },
      [],
    ],
    ['Immutable', { targetAttributeName: 'frozen', source: '[a]' }, { a: 'x' }, { frozen: 'y' }, []],
    ['ReadOnly', { targetAttributeName: 'given', source: '[a]' }, { a: 'x' }, {}, []],
    ['an error', { targetAttributeName: 'title', source: 'CDate([a])' }, { a: 'x' }, {}, []],
  ]
  test.each(cases)('%s', (_, row, source, resource, expected) => {
    const changes = diffAgainstTarget(apply(row, source, 'update'), { ...resource })
    expect(changes.flatMap((one) => [one.op, one.newValue])).toEqual(expected)
  })
})

describe('app roles', () => {
  const appRoleAssignments = [
    { id: '1', value: 'admin', displayName: 'Admin' },
    { id: '2', value: 'reader', displayName: 'Reader' },
  ]
  const complex = { targetAttributeName: 'roles', source: 'AppRoleAssignmentsComplex([appRoleAssignments])' }
  const assertive = { targetAttributeName: 'roles', source: 'AssertiveAppRoleAssignmentsComplex([appRoleAssignments])' }
  const type = 'WindowsAzureActiveDirectoryRole'
  const elements = [
    { primary: false, type, display: 'Admin', value: 'admin' },
    { primary: false, type, display: 'Reader', value: 'reader' },
  ]

  test('POST has one element for each', () => {
    const values = apply(complex, { appRoleAssignments })
    expect(JSON.stringify(buildPostBody(values, { resourceType: 'User' }).roles)).toBe(JSON.stringify(elements))
    expect(buildPostBody(values, { resourceType: 'User', roleName: 'displayName' })).toMatchObject({
      roles: [{ displayName: 'Admin' }, { displayName: 'Reader' }],
    })
  })

  test('one role through a filter is primary', () => {
    const single = { targetAttributeName: 'roles[primary eq "True"].value', source: '"Admin"' }
    expect(buildPostBody(apply(single, {}), { resourceType: 'User' }).roles).toEqual([
      { primary: true, type, value: 'Admin' },
    ])
  })

  test.each([
    ['type', [{ primary: true, type }]],
    ['display', [{ primary: true, type, display: 'admin' }]],
    ['value', [{ primary: true, type, value: 'admin' }]],
  ])('of the one role in a POST the type is the service’s own: %s', (part, roles) => {
    const values = apply(
      {
        targetAttributeName: `roles[primary eq "True"].${part}`,
        source: 'SingleAppRoleAssignment([appRoleAssignments])',
      },
      { appRoleAssignments: [{ id: '1', value: 'admin', displayName: 'Admin' }] },
    )
    expect(buildPostBody(values, { resourceType: 'User' }).roles).toEqual(roles)
  })

  test('a PATCH adds what is missing, as JSON within a text without the flag', () => {
    const resource = { roles: [{ value: '{"id":"1","value":"admin","displayName":"Admin"}' }, { value: 'old' }] }
    const changes = diffAgainstTarget(apply(complex, { appRoleAssignments }, 'update'), resource)
    expect(buildPatchBody(changes, { dialect: 'legacy' })?.Operations).toEqual([
      { op: 'Add', path: 'roles', value: [{ value: '{"id":"2","value":"reader","displayName":"Reader"}' }] },
    ])
    expect(buildPatchBody(changes, { dialect: 'optscim' })?.Operations).toEqual([
      { op: 'add', path: 'roles', value: [elements[1]] },
    ])
  })

  test('the assertive function replaces all of them', () => {
    const changes = diffAgainstTarget(apply(assertive, { appRoleAssignments }, 'update'), { roles: [{ value: 'old' }] })
    expect(buildPatchBody(changes, { dialect: 'optscim' })?.Operations).toEqual([
      { op: 'replace', path: 'roles', value: elements },
    ])
  })

  const one = [{ id: '1', value: 'admin', displayName: 'The admins' }]
  const asText = { value: '{"id":"1","value":"admin","displayName":"The admins"}' }
  const asElement = { primary: true, type, value: 'admin' }
  const single = (part: string) => ({
    targetAttributeName: `roles[primary eq "True"].${part}`,
    source: 'SingleAppRoleAssignment([appRoleAssignments])',
  })

  test.each<[string, object, 'addToRoles' | 'byPath', readonly object[], readonly object[]]>([
    [
      'nobody there',
      {},
      'addToRoles',
      [{ op: 'Add', path: 'roles', value: [asText] }],
      [{ op: 'add', path: 'roles', value: [asElement] }],
    ],
    [
      'another role there',
      { roles: [{ primary: true, value: 'old' }] },
      'addToRoles',
      [{ op: 'Add', path: 'roles', value: [asText] }],
      [{ op: 'add', path: 'roles', value: [asElement] }],
    ],
    ['this role there', { roles: [{ primary: true, value: 'ADMIN' }] }, 'addToRoles', [], []],
    ['this role there, as text', { roles: [{ value: 'old' }, asText] }, 'addToRoles', [], []],
    [
      'nobody there',
      {},
      'byPath',
      [{ op: 'Add', path: 'roles[primary eq "True"].value', value: 'admin' }],
      [{ op: 'add', path: 'roles[primary eq "True"].value', value: 'admin' }],
    ],
    [
      'another role there',
      { roles: [{ primary: true, value: 'old' }] },
      'byPath',
      [{ op: 'Replace', path: 'roles[primary eq "True"].value', value: 'admin' }],
      [{ op: 'replace', path: 'roles[primary eq "True"].value', value: 'admin' }],
    ],
    ['this role there', { roles: [{ primary: true, value: 'admin' }] }, 'byPath', [], []],
  ])('the one role of SingleAppRoleAssignment, with %s: %j, %s', (_what, resource, singleRole, legacy, optscim) => {
    const values = apply(single('value'), { appRoleAssignments: one }, 'update')
    const changes = diffAgainstTarget(values, { ...resource }, { singleRole })
    expect(buildPatchBody(changes, { dialect: 'legacy' })?.Operations ?? []).toEqual(legacy)
    expect(buildPatchBody(changes, { dialect: 'optscim' })?.Operations ?? []).toEqual(optscim)
  })

  test('whichever of its parts are mapped, it is one operation, and of the other attributes none is lost', () => {
    const values = ['display', 'value'].flatMap((part) => apply(single(part), { appRoleAssignments: one }, 'update'))
    const title = apply({ targetAttributeName: 'title', source: '"Head"' }, {}, 'update')
    const body = buildPatchBody(diffAgainstTarget([...values, ...title], {}), { dialect: 'legacy' })
    expect(body?.Operations).toEqual([
      { op: 'Add', path: 'roles', value: [asText] },
      { op: 'Add', path: 'title', value: 'Head' },
    ])
  })

  test('a text that only looks like it goes by its path', () => {
    const values = apply({ ...single('value'), source: '"admin"' }, { appRoleAssignments: one }, 'update')
    expect(diffAgainstTarget(values, {})[0]?.singleRole).toBeUndefined()
  })

  test('roles that are there already need no PATCH', () => {
    for (const row of [complex, assertive]) {
      expect(diffAgainstTarget(apply(row, { appRoleAssignments }, 'update'), { roles: elements })).toEqual([])
    }
  })
})

test('whatever a user holds, what was posted needs no PATCH', { timeout: 60_000 }, () => {
  const result = compileObjectMapping(defaultUserMapping, targetUserDefinition)
  if (!result.ok) throw new Error('the preset does not compile')
  const names = sourceUserDefinition.attributes.filter((one) => one.type === 'String' && !one.multivalued)
  const user = fc.record(Object.fromEntries(names.map((one) => [one.name, fc.option(fc.string())])), {
    requiredKeys: [],
  })
  fc.assert(
    fc.property(user, fc.boolean(), (attributes, IsSoftDeleted) => {
      const source = attributesFrom({ ...attributes, IsSoftDeleted })
      const at = (operation: 'create' | 'update') =>
        applyMappings(result.mapping, source, expressionEnvironment(), { operation })
      const posted = buildPostBody(at('create'), { resourceType: 'User' })
      expect(diffAgainstTarget(at('update'), JSON.parse(JSON.stringify(posted)))).toEqual([])
    }),
  )
})
