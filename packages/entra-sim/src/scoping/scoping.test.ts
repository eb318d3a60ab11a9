import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attributesFrom, type SourceValue } from '../expression/index.ts'
import { Filter } from '../mapping/index.ts'
import { compileScope, filterOperators, parseScope, printScope } from './index.ts'

function scopeOf(text: string) {
  const parsed = parseScope(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.message}`)
  const compiled = compileScope(parsed.filter)
  if (!compiled.ok) throw new Error(compiled.problems.join('; '))
  return compiled.scope
}

describe('operators', () => {
  const cases: readonly (readonly [string, SourceValue, boolean])[] = [
    ['[v] EQUALS "Sales"', 'Sales', true],
    ['[v] EQUALS "Sales"', 'sales', false],
    ['[v] EQUALS "True"', true, true],
    ['[v] NOT EQUALS "Sales"', 'IT', true],
    ['[v] NOT EQUALS "Sales"', null, false],
    ['[v] NOT EQUALS "Sales"', '', false],
    ['[v] IS TRUE', true, true],
    ['[v] IS TRUE', 'true', true],
    ['[v] IS TRUE', false, false],
    ['[v] IS FALSE', false, true],
    ['[v] IS FALSE', null, false],
    ['[v] IS NULL', null, true],
    ['[v] IS NULL', '', true],
    ['[v] IS NULL', 'x', false],
    ['[v] IS NOT NULL', 'x', true],
    ['[v] IS NOT NULL', '', false],
    ['[v] REGEX MATCH ".*\\@domain.com"', 'a@domain.com', true],
    ['[v] REGEX MATCH "([1-9][0-9])"', '123', true],
    ['[v] REGEX MATCH "^([1-9][0-9])$"', '123', false],
    ['[v] REGEX MATCH "abc"', 'ABC', false],
    ['[v] NOT REGEX MATCH "abc"', 'xyz', true],
    ['[v] NOT REGEX MATCH "abc"', null, false],
    ['[v] REGEX MATCH "("', 'x', false],
    ['[v] NOT REGEX MATCH "("', 'x', false],
    ['[v] REGEX MATCH "^(a+)+$"', `${'a'.repeat(50)}!`, false],
    ['[v] Greater_Than "9"', '10', true],
    ['[v] Greater_Than "10"', '10', false],
    ['[v] Greater_Than "-1"', '10', false],
    ['[v] Greater_Than "x"', '10', false],
    ['[v] GREATER_THAN_OR_EQUALS "10"', 10, true],
    ['[v] INCLUDES "ale"', 'Sales', true],
    ['[v] Includes "ALE"', 'Sales', false],
    ['[v] ENDS_WITH "es"', 'Sales', true],
    ['[v] ENDS_WITH "ES"', 'Sales', false],
    ['[v] & "1,2,3"', '2', true],
    ['[v] & "1,2,3"', '4', false],
    ['[v] !& "1,2,3"', '4', true],
    ['[v] !& "1,2,3"', null, false],
    ['[v] EQUALS "a", "b"', 'b', true],
    ['[v] NOT EQUALS "a", "b"', 'b', false],
  ]
  test.each(cases)('%s with %j is %s', (text, v, expected) => {
    expect(scopeOf(text).evaluate(attributesFrom({ v })).inScope).toBe(expected)
  })

  test('there are fourteen', () => {
    expect(filterOperators).toHaveLength(14)
  })
})

describe('groups', () => {
  const text = '([department] EQUALS "Sales" AND [country] EQUALS "NO") OR ([jobTitle] IS NOT NULL)'
  test.each([
    [{ department: 'Sales', country: 'NO' }, true],
    [{ department: 'Sales', country: 'SE' }, false],
    [{ department: 'Sales', country: 'SE', jobTitle: 'CEO' }, true],
    [{}, false],
  ])('clauses join by AND, groups by OR: %j is %s', (source, expected) => {
    expect(scopeOf(text).evaluate(attributesFrom(source)).inScope).toBe(expected)
  })

  test('every clause is explained', () => {
    expect(scopeOf(text).evaluate(attributesFrom({ department: 'Sales' })).clauses).toEqual([
      { kind: 'groups', group: 'filter 1', text: '[department] EQUALS "Sales"', result: true, message: null },
      { kind: 'groups', group: 'filter 1', text: '[country] EQUALS "NO"', result: false, message: null },
      { kind: 'groups', group: 'filter 2', text: '[jobTitle] IS NOT NULL', result: false, message: null },
    ])
  })

  test('no group and no filter let everything through', () => {
    for (const filter of [null, Filter.parse({})]) {
      const compiled = compileScope(filter)
      expect(compiled.ok && compiled.scope.evaluate(() => null).inScope).toBe(true)
    }
  })

  test('input and category filters are told apart', () => {
    const clause = { operatorName: 'EQUALS', sourceOperandName: 'v', targetOperand: { values: ['x'] } }
    const compiled = compileScope(Filter.parse({ inputFilterGroups: [{ clauses: [clause] }] }))
    if (!compiled.ok) throw new Error(compiled.problems.join())
    expect(compiled.scope.evaluate(() => 'y')).toMatchObject({
      inScope: false,
      passesGroups: true,
      passesInputFilter: false,
      passesCategoryFilter: true,
    })
  })

  test.each([
    ['IsMemberOf', ['x'], 'not supported'],
    ['SOUNDS LIKE', ['x'], 'no operator'],
    ['EQUALS', [], 'needs a value'],
    ['IS NULL', ['x'], 'takes no value'],
  ])('%s with %j is refused: %s', (operatorName, values, message) => {
    const clauses = [{ operatorName, sourceOperandName: 'v', targetOperand: { values } }]
    const compiled = compileScope(Filter.parse({ groups: [{ clauses }] }))
    expect(compiled.ok ? '' : compiled.problems.join()).toContain(message)
  })
})

describe('text form', () => {
  test.each([
    ['department EQUALS "x"', 0],
    ['[a] EQUALS x', 11],
    ['[a] LIKES "x"', 4],
    ['[a] EQUALS "x" [b]', 15],
    ['([a] EQUALS "x"', 15],
    ['[a] IS NULL OR', 14],
  ])('%s is refused at %i', (text, offset) => {
    expect(parseScope(text)).toMatchObject({ ok: false, offset })
  })

  test('parsing a printed filter gives the filter again', { timeout: 60_000 }, () => {
    const clause = fc
      .tuple(
        fc.constantFrom(...filterOperators),
        fc.constantFrom('a', 'b c', 'x.y'),
        fc.array(fc.string(), { minLength: 1, maxLength: 2 }),
      )
      .map(([operator, sourceOperandName, values]) => ({
        operatorName: operator.name,
        sourceOperandName,
        targetOperand: { values: operator.arity === 'Unary' ? [] : values },
      }))
    const groups = fc.array(fc.array(clause, { minLength: 1, maxLength: 3 }), { maxLength: 3 })
    fc.assert(
      fc.property(groups, (list) => {
        const filter = Filter.parse({
          groups: list.map((clauses, index) => ({ name: `filter ${index + 1}`, clauses })),
        })
        expect(parseScope(printScope(filter))).toEqual({ ok: true, filter })
      }),
    )
  })
})
