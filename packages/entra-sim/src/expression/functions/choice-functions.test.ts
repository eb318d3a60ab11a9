import { describe, expect, test } from 'vitest'
import { compileExpression } from '../compile.ts'
import { defaultExpressionSwitches, expressionEnvironment } from '../environment.ts'
import { attributesFrom, evaluateText, type SourceAttributes } from '../evaluate-text.ts'

type Case = readonly [text: string, source: SourceAttributes, expected: unknown]

const error = { error: expect.any(String) }
const skip = { skip: 'IgnoreFlowIfNullOrEmpty' }
const zone =
  'Switch([state], "Australia/Sydney", "NSW","Australia/Sydney","QLD","Australia/Brisbane","SA","Australia/Adelaide")'
const prefix = 'IgnoreFlowIfNullOrEmpty(Switch([prefix], "", "3443","Dr.","3444","Prof.","3445","Prof. Dr."))'
const shortName =
  'IIF(Len([LastName]) <= 5, Left(Join("",[LastName],[FirstName]),10), Join("", Mid([LastName],1,9), Mid([FirstName],1,1)))'
const active = 'Switch([IsSoftDeleted], , "False", "True", "True", "False")'

const documented: readonly Case[] = [
  [zone, { state: 'QLD' }, 'Australia/Brisbane'],
  [zone, { state: 'VIC' }, 'Australia/Sydney'],
  [active, { IsSoftDeleted: false }, 'True'],
  [active, { IsSoftDeleted: true }, 'False'],
  ['Switch(ToLower([statusFlag]), "0", "true","1","false","0")', { statusFlag: 'TRUE' }, '1'],
  ['Switch([country],[country],"","Other")', { country: 'NO' }, 'NO'],
  ['Switch([country],[country],"","Other")', { country: '' }, 'Other'],
  ['Switch([country],[country],"","Other")', {}, 'Other'],
  [prefix, { prefix: '3443' }, 'Dr.'],
  [prefix, { prefix: '9' }, skip],
  [prefix, {}, skip],
  ['IIF([country]="USA",[country],[department])', { country: 'USA', department: 'IT' }, 'USA'],
  ['IIF([country]="USA",[country],[department])', { country: 'NO', department: 'IT' }, 'IT'],
  [shortName, { FirstName: 'John', LastName: 'Smith' }, 'SmithJohn'],
  [shortName, { FirstName: 'John', LastName: 'Parker' }, 'ParkerJ'],
  ['CBool([a] = [b])', { a: 'x', b: 'x' }, 'True'],
  ['CBool([a] = [b])', { a: 'x', b: 'y' }, 'False'],
  [
    'IgnoreFlowIfNullOrEmpty(Switch([prefix], "", "3443","Dr.","3444","Prof.","3445","Prof. Dr."))',
    { prefix: '3445' },
    'Prof. Dr.',
  ],
  ['Switch(IsPresent([jobTitle]), "DefaultValue", "True", [jobTitle])', { jobTitle: 'CEO' }, 'CEO'],
]

const edges: readonly Case[] = [
  [active, {}, null],
  [active, { IsSoftDeleted: 'false' }, null],
  ['switch([a], , "A", "1", "a", "2")', { a: 'a' }, '2'],
  ['Switch([a], , "x", "1", "x", "2")', { a: 'x' }, '1'],
  ['Switch([a], CDate("9999-99-99"), "x", "1")', { a: 'x' }, '1'],
  ['Switch([a], CDate("9999-99-99"), "x", "1")', { a: 'y' }, error],
  ['IIF([a] = "x", "1", CDate("never"))', { a: 'x' }, error],
  ['IIF([a] = "x", "1", IgnoreAttributeFlow)', { a: 'x' }, '1'],
  ['IIF([a] = "x", "1", IgnoreAttributeFlow)', { a: 'y' }, { skip: 'IgnoreAttributeFlow' }],
  ['IIF([a] = "x", "1", IgnoreObjectFlow)', { a: 'y' }, { skip: 'IgnoreObjectFlow' }],
  ['IIF([a] = [b], "1", "2")', {}, '2'],
  ['IIF([a] <> "x", "1", "2")', {}, '1'],
  ['IIF([a] <> [b], "1", "2")', {}, '2'],
  ['IIF([a] > 1, "1", "2")', {}, '2'],
  ['IIF([a] = 1, "yes", "no")', { a: '1.0' }, 'yes'],
  ['IIF(10 > 9, "yes", "no")', {}, 'yes'],
  ['IIF("b10" > "b9", "yes", "no")', {}, 'no'],
  ['IIF("A" = "a", "yes", "no")', {}, 'no'],
  ['IIF(1 >= 1, "yes", "no")', {}, 'yes'],
  ['IIF(1 < 1, "yes", "no")', {}, 'no'],
  ['IIF("", "yes", "no")', {}, 'no'],
  ['IIF("maybe", "yes", "no")', {}, error],
  ['IIF(IsNullOrEmpty([a]), "yes", "no")', {}, 'yes'],
  ['IIF([a]="x", IIF([b]="y","both","one"), "none")', { a: 'x', b: 'y' }, 'both'],
  ['CBool("0")', {}, 'False'],
  ['CBool(-1)', {}, 'True'],
  ['CBool("true")', {}, 'True'],
  ['CBool([missing])', {}, 'False'],
  ['CBool("maybe")', {}, error],
  ['IsNull([a])', { a: '' }, 'False'],
  ['IsNull([a])', {}, 'True'],
  ['IsNullOrEmpty([a])', { a: '' }, 'True'],
  ['IsPresent([a])', { a: ' ' }, 'True'],
  ['IsPresent([a])', { a: [] }, 'False'],
  ['IsString([a])', {}, 'False'],
  ['IsString([a])', { a: 'x' }, 'True'],
  ['IsString([a])', { a: ['x', 'y'] }, 'False'],
  ['IgnoreFlowIfNullOrEmpty([a])', { a: [] }, skip],
  ['Join("", "a", IgnoreFlowIfNullOrEmpty([a]))', {}, skip],
]

describe('documented examples of choices', () => {
  test.each(documented)('%s with %j is %j', (text, source, expected) => {
    expect(evaluateText(text, source)).toEqual(expected)
  })
})

describe('edges of choices', () => {
  test.each(edges)('%s with %j is %j', (text, source, expected) => {
    expect(evaluateText(text, source)).toEqual(expected)
  })
})

describe('switches of choices', () => {
  const cases = [
    ['iifBranches', 'lazy', 'IIF([a] = "x", "1", CDate("never"))', { a: 'x' }, '1'],
    ['iifNullCondition', 'fails', 'IIF([a] <> "x", "1", "2")', {}, '2'],
    ['switchBranches', 'eager', 'Switch([a], CDate("never"), "x", "1")', { a: 'x' }, error],
    ['switchDefault', 'null', 'Switch([a], "d", "x", "1")', { a: 'y' }, null],
    ['coalesceEmpty', 'null', 'Coalesce([a], "d")', { a: '' }, 'd'],
    ['twoDigitYearMax', '2029', 'FormatDateTime([a], , "d/M/yy", "yyyy")', { a: '10/12/35' }, '1935'],
  ] as const
  test.each(cases)('%s: %s changes %s', (id, value, text, source, expected) => {
    const switches = { ...defaultExpressionSwitches, [id]: value }
    expect(evaluateText(text, source, { switches })).toEqual(expected)
    expect(evaluateText(text, source)).not.toEqual(expected)
  })
})

test('an unused Switch branch that would fail is a warning when a trace is asked for', () => {
  const compiled = compileExpression('Switch([a], CDate("never"), "x", "1")')
  const { evaluation, observer } = compiled.observe(attributesFrom({ a: 'x' }), expressionEnvironment())
  expect(evaluation).toEqual({ kind: 'value', value: '1' })
  expect(observer.warnings).toEqual([
    { function: 'Switch', message: expect.stringContaining('"never" is not a date'), offset: 0 },
  ])
})

test('an error names the innermost function and its place', () => {
  const evaluation = compileExpression('Append("a", CDate("x"))').evaluate(() => null, expressionEnvironment())
  expect(evaluation).toEqual({ kind: 'error', function: 'CDate', message: '"x" is not a date.', offset: 12 })
})
