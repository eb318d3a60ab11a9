import { expect, test } from 'vitest'
import { expressionEnvironment } from './environment.ts'
import { attributesFrom, type SourceAttributes } from './evaluate-text.ts'
import { traceExpression } from './trace.ts'

function rows(text: string, source: SourceAttributes) {
  const trace = traceExpression(text, attributesFrom(source), expressionEnvironment())
  return trace.steps.map((step) => [step.depth, step.text, step.outcome, step.values.join('|'), step.reason])
}

test('every sub-expression has its value, in the order of the text', () => {
  const text = 'Switch([IsSoftDeleted], , "False", Append([a], "!"), "True", ToUpper([a]))'
  expect(rows(text, { IsSoftDeleted: false, a: 'x' })).toEqual([
    [0, text, 'value', 'x!', null],
    [1, '[IsSoftDeleted]', 'value', 'False', null],
    [1, '"False"', 'value', 'False', null],
    [1, 'Append([a], "!")', 'value', 'x!', null],
    [2, '[a]', 'value', 'x', null],
    [2, '"!"', 'value', '!', null],
    [1, '"True"', 'notEvaluated', '', null],
    [1, 'ToUpper([a])', 'notEvaluated', '', null],
    [2, '[a]', 'notEvaluated', '', null],
  ])
})

test('a skip and an error carry their reasons', () => {
  expect(rows('Append("a", IgnoreFlowIfNullOrEmpty([a]))', {})[0]).toEqual([
    0,
    'Append("a", IgnoreFlowIfNullOrEmpty([a]))',
    'skip',
    '',
    'IgnoreFlowIfNullOrEmpty',
  ])
  expect(rows('CDate([a])', { a: 'x' })[0]?.[4]).toBe('"x" is not a date.')
})

test.each([
  ['Append("a", Redact([secret]))', { secret: 'hunter2' }],
  ['Redact(CDate([secret]))', { secret: 'hunter2' }],
  ['Switch("x", CDate(Redact([secret])), "x", Redact([secret]))', { secret: 'hunter2' }],
])('the trace of %s does not show what Redact hides', (text, source) => {
  const trace = traceExpression(text, attributesFrom(source), expressionEnvironment())
  expect(JSON.stringify(trace)).not.toContain('hunter2')
  expect(JSON.stringify(trace)).toContain('[Redact]')
})
