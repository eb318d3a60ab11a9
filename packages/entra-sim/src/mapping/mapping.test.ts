import { describe, expect, test } from 'vitest'
import { apply, compiled, definition, outcome, type Row } from '../../test/mapping/mapping-samples.ts'
import { expressionEnvironment, type SourceAttributes } from '../expression/index.ts'
import {
  applyMappings,
  compileObjectMapping,
  enterpriseUserSchema,
  matchingAttributes,
  ObjectMapping,
  sourceUserDefinition,
} from './index.ts'

const nothing = { kind: 'skip', reason: 'null', scope: 'attribute' }
const error = expect.objectContaining({ kind: 'error' })

describe('outcomes', () => {
  const cases: readonly (readonly [string, Row, SourceAttributes, 'create' | 'update', unknown])[] = [
    ['text', { targetAttributeName: 'title', source: '[a]' }, { a: 'x' }, 'create', { kind: 'value', value: 'x' }],
    ['constant', { targetAttributeName: 'title', source: '"x"' }, {}, 'update', { kind: 'value', value: 'x' }],
    ['null on create', { targetAttributeName: 'title', source: '[a]' }, {}, 'create', nothing],
    ['empty text on create', { targetAttributeName: 'title', source: '[a]' }, { a: '' }, 'create', nothing],
    ['null on update', { targetAttributeName: 'title', source: '[a]', defaultValue: 'd' }, {}, 'update', nothing],
    [
      'default on create',
      { targetAttributeName: 'title', source: '[a]', defaultValue: 'd' },
      {},
      'create',
      { kind: 'value', value: 'd' },
    ],
    [
      'None with a default',
      { targetAttributeName: 'active', source: null, defaultValue: 'true' },
      {},
      'create',
      { kind: 'value', value: true },
    ],
    ['None without one', { targetAttributeName: 'title', source: null }, {}, 'create', nothing],
    ['required on create', { targetAttributeName: 'userName', source: '[a]' }, {}, 'create', error],
    ['required on update', { targetAttributeName: 'userName', source: '[a]' }, {}, 'update', nothing],
    ['Boolean', { targetAttributeName: 'active', source: '"fAlSe"' }, {}, 'create', { kind: 'value', value: false }],
    ['no Boolean', { targetAttributeName: 'active', source: '"1"' }, {}, 'create', error],
    ['Integer', { targetAttributeName: 'level', source: '"12"' }, {}, 'create', { kind: 'value', value: 12 }],
    ['no Integer', { targetAttributeName: 'level', source: '"1.5"' }, {}, 'create', error],
    [
      'DateTime',
      { targetAttributeName: 'startDate', source: 'Now()' },
      {},
      'create',
      { kind: 'value', value: '1/1/1970 12:00:00 AM' },
    ],
    [
      'scalar for a list',
      { targetAttributeName: 'tags', source: '"x"' },
      {},
      'create',
      { kind: 'value', value: ['x'] },
    ],
    [
      'list for a list',
      { targetAttributeName: 'tags', source: '[a]' },
      { a: ['x', 'y'] },
      'create',
      { kind: 'value', value: ['x', 'y'] },
    ],
    ['list for a scalar', { targetAttributeName: 'title', source: '[a]' }, { a: ['x', 'y'] }, 'create', error],
    [
      'list of one for a scalar',
      { targetAttributeName: 'title', source: '[a]' },
      { a: ['x'] },
      'create',
      { kind: 'value', value: 'x' },
    ],
    [
      'reference',
      { targetAttributeName: `${enterpriseUserSchema}:manager`, source: '[manager]' },
      { manager: 'm' },
      'create',
      { kind: 'reference', sourceIds: ['m'] },
    ],
    [
      'skip',
      { targetAttributeName: 'title', source: 'IgnoreFlowIfNullOrEmpty([a])', defaultValue: 'd' },
      {},
      'create',
      { kind: 'skip', reason: 'IgnoreFlowIfNullOrEmpty', scope: 'attribute' },
    ],
    [
      'evaluation error',
      { targetAttributeName: 'title', source: 'CDate([a])' },
      {},
      'create',
      { kind: 'error', function: 'CDate', message: 'null is not a date.', offset: 0 },
    ],
    [
      'only on create, on update',
      { targetAttributeName: 'title', source: '"x"', flowType: 'ObjectAddOnly' },
      {},
      'update',
      { kind: 'skip', reason: 'only during object creation', scope: 'attribute' },
    ],
    [
      'only on create, on create',
      { targetAttributeName: 'title', source: '"x"', flowType: 'ObjectAddOnly' },
      {},
      'create',
      { kind: 'value', value: 'x' },
    ],
    [
      'a role directly',
      { targetAttributeName: 'title', source: '[r]' },
      { r: [{ id: '1', value: 'v', displayName: 'd' }] },
      'create',
      {
        kind: 'value',
        value:
          '<?xml version="1.0" encoding="utf-16"?><AppRoleAssignments><AppRoleAssignment><id>1</id><value>v</value><displayName>d</displayName></AppRoleAssignment></AppRoleAssignments>',
      },
    ],
  ]
  test.each(cases)('%s', (_, row, source, operation, expected) => {
    expect(outcome(row, source, operation)).toEqual(expected)
  })

  test('the first value of a list is taken when asked for', () => {
    const options = { operation: 'create', listForSingleValue: 'first' } as const
    const mapping = compiled({ targetAttributeName: 'title', source: '[a]' })
    const [value] = applyMappings(mapping, () => ['x', 'y'], expressionEnvironment(), options)
    expect(value?.outcome).toEqual({ kind: 'value', value: 'x' })
  })

  test('a redacted value is marked', () => {
    expect(apply({ targetAttributeName: 'title', source: 'Redact("x")' }, {})[0]?.isRedacted).toBe(true)
    const failing = outcome({ targetAttributeName: 'title', source: 'CDate(Redact([a]))' }, { a: 'hunter2' })
    expect(failing).toEqual({ kind: 'error', function: 'CDate', message: '[Redact]', offset: 0 })
  })
})

const XML = '<?xml version="1.0" encoding="utf-16"?>'
const ROLE = { id: '1', value: 'v', displayName: 'd' }

describe('roles that no function has brought into shape', () => {
  test.each<[target: string, source: string, roles: unknown, begins: string]>([
    ['roles[primary eq "True"].value', '[appRoleAssignments]', [ROLE], XML],
    ['roles[primary eq "True"].display', '[appRoleAssignments]', [ROLE], XML],
    ['title', '[appRoleAssignments]', [ROLE], XML],
    ['nickName', '[appRoleAssignments]', [ROLE, { ...ROLE, id: '2' }], XML],
    ['title', '[appRoleAssignments]', [{ ...ROLE, value: 'a&b<c' }], XML],
    ['title', 'SingleAppRoleAssignment([appRoleAssignments])', [ROLE], 'v'],
    ['title', '[appRoleAssignments]', ['v'], 'v'],
    ['title', 'Join(",", [proxyAddresses])', [ROLE], 'skip'],
    ['title', '[appRoleAssignments]', [], 'skip'],
  ])('%s from %s with %j begins with %s', (targetAttributeName, source, appRoleAssignments, begins) => {
    const [value] = apply({ targetAttributeName, source }, { appRoleAssignments } as never)
    const sent = value?.outcome.kind === 'value' ? String(value.outcome.value) : value?.outcome.kind
    expect(sent?.startsWith(begins)).toBe(true)
    expect(sent).not.toMatch(/\{"id"|a&b/)
  })
})

describe('what cannot be saved', () => {
  test.each([
    ['emails[', '[mail]', 'no target path'],
    ['title', 'ToLower([mail]', 'not closed'],
    ['title', '[Mail]', 'case-sensitive'],
  ])('%s from %s: %s', (targetAttributeName, expression, message) => {
    const attributeMappings = [{ targetAttributeName, source: { type: 'Function', expression } }]
    const mapping = ObjectMapping.parse({ sourceObjectName: 'User', targetObjectName: 'x', attributeMappings })
    const result = compileObjectMapping(mapping, definition, sourceUserDefinition)
    expect(result.ok ? '' : result.problems.map((one) => one.message).join()).toContain(message)
  })
})

test('matching attributes come in the order of their precedence', () => {
  const mapping = compiled(
    { targetAttributeName: 'userName', source: '[a]', matchingPriority: 2 },
    { targetAttributeName: 'title', source: '[a]' },
    { targetAttributeName: 'externalId', source: '[a]', matchingPriority: 1 },
  )
  expect(matchingAttributes(mapping).map((one) => one.path.text)).toEqual(['externalId', 'userName'])
})
