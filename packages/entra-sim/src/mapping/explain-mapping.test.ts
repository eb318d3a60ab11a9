import { expect, test } from 'vitest'
import { attributesFrom, expressionEnvironment, type SourceAttributes } from '../expression/index.ts'
import {
  compileObjectMapping,
  enterpriseUserSchema,
  explainMapping,
  objectMappingFromRows,
  SimpleMapping,
  targetUserDefinition,
} from './index.ts'

function explain(rows: readonly object[], source: SourceAttributes) {
  const mapping = objectMappingFromRows(rows.map((row) => SimpleMapping.parse(row)))
  const compiled = compileObjectMapping(mapping, targetUserDefinition)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  return explainMapping(compiled.mapping, attributesFrom(source), expressionEnvironment())
}

test('a row goes from its sources to the wire', () => {
  const [row] = explain([{ target: 'nickName', expression: 'Append([a], [b])', matchingPriority: 1 }], { a: 'x' }).rows
  expect(row).toEqual({
    targetAttributeName: 'nickName',
    matchingPriority: 1,
    expression: 'Append([a], [b])',
    sources: [
      { name: 'a', values: ['x'] },
      { name: 'b', values: [] },
    ],
    outcome: { kind: 'value', value: 'x' },
    isDefault: false,
    post: { nickName: 'x' },
    patch: {
      legacy: [{ op: 'Replace', path: 'nickName', value: 'x' }],
      optscim: [{ op: 'replace', path: 'nickName', value: 'x' }],
    },
  })
})

test('a mapping for creation only is in the POST and in no PATCH', () => {
  const explained = explain([{ target: 'title', constant: 'x', flowType: 'ObjectAddOnly' }], {})
  expect(explained.post).toMatchObject({ title: 'x' })
  expect(explained.patch).toEqual({ legacy: null, optscim: null })
})

test('what Redact hides is nowhere in the explanation', () => {
  const rows = [
    { target: 'title', expression: 'Redact([secret])' },
    { target: 'nickName', expression: 'CDate(Redact([secret]))' },
  ]
  const text = JSON.stringify(explain(rows, { secret: 'hunter2' }))
  expect(text).not.toContain('hunter2')
  expect(text).toContain('[Redact]')
})

test('a reference waits for its PATCH', () => {
  const explained = explain([{ target: `${enterpriseUserSchema}:manager`, source: 'manager' }], { manager: 'boss' })
  expect(explained.rows[0]).toMatchObject({
    post: null,
    patch: { optscim: [{ op: 'add', path: `${enterpriseUserSchema}:manager`, value: '<target id of boss>' }] },
  })
})
