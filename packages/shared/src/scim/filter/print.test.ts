import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { AttributePath, Filter, Literal } from './ast.ts'
import { parseFilter } from './parse.ts'
import { printFilter } from './print.ts'

// Many runs on a busy machine take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 })

const span = { start: 0, end: 0 }
const operators = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const

const name = fc.constantFrom('userName', 'emails', 'x-y', '$ref', 'and', 'pr', 'name_1')
const path: fc.Arbitrary<AttributePath> = fc
  .record(
    { attribute: name, subAttribute: name, schema: fc.constantFrom('urn:a:2.0:User', 'urn:b') },
    { requiredKeys: ['attribute'] },
  )
  .map((parts) => ({ ...parts, ...span }))
const literal: fc.Arbitrary<Literal> = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    fc.boolean(),
    fc.constant(null),
  )
  .map((value) => ({ value: Object.is(value, -0) ? 0 : value, raw: JSON.stringify(value), ...span }))

/** Trees as the parser makes them: chains have two operands or more, and value paths do not nest. */
const { filter } = fc.letrec<{ filter: Filter; test: Filter; inner: Filter }>((tie) => {
  const compare = fc
    .record({ path, operator: fc.constantFrom(...operators), literal })
    .map((parts): Filter => ({ kind: 'compare', ...parts, ...span }))
  const present = path.map((of): Filter => ({ kind: 'present', path: of, ...span }))
  const combine = (operand: fc.Arbitrary<Filter>) => [
    fc.array(operand, { minLength: 2, maxLength: 3 }).map((operands): Filter => ({ kind: 'and', operands, ...span })),
    fc.array(operand, { minLength: 2, maxLength: 3 }).map((operands): Filter => ({ kind: 'or', operands, ...span })),
    operand.map((of): Filter => ({ kind: 'not', operand: of, ...span })),
  ]
  const valuePath = fc.record({ attribute: name, filter: tie('inner') }).map(
    (parts): Filter => ({
      kind: 'valuePath',
      path: { attribute: parts.attribute, ...span },
      filter: parts.filter,
      ...span,
    }),
  )
  return {
    test: fc.oneof(compare, present),
    inner: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('test'), ...combine(tie('inner'))),
    filter: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('test'), valuePath, ...combine(tie('filter'))),
  }
})

/** Without spans and spelling, which a printed filter need not share. */
function meaning(tree: Filter): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value) => (key === 'start' || key === 'end' || key === 'raw' ? undefined : value)),
  )
}

test('a printed filter parses to the same tree', () => {
  fc.assert(
    fc.property(filter, (tree) => {
      expect(meaning(parseFilter(printFilter(tree)))).toEqual(meaning(tree))
    }),
  )
})

test('printing what was parsed and printed changes nothing more', () => {
  fc.assert(
    fc.property(filter, (tree) => {
      const printed = printFilter(tree)
      expect(printFilter(parseFilter(printed))).toBe(printed)
    }),
  )
})

test.each([
  ['a PR AND (b pr OR c pr)', 'a pr and (b pr or c pr)'],
  ['((a pr) or ((b pr and c pr)))', 'a pr or b pr and c pr'],
  ['not a pr', 'not (a pr)'],
  ['a eq bob', 'a eq "bob"'],
  ['a eq 1.50', 'a eq 1.50'],
  ['emails[type eq "work"].value EQ True', 'emails[type eq "work"].value eq true'],
])('prints %s as %s', (text, printed) => {
  expect(printFilter(parseFilter(text))).toBe(printed)
})
