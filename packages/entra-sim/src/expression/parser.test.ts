import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileExpression } from './compile.ts'
import { expressionEnvironment } from './environment.ts'
import { parseExpression } from './parser.ts'
import { printExpression } from './print.ts'
import { expressionFunctions } from './registry.ts'
import type { ComparisonOperator, ExpressionTree } from './tree.ts'

function failureOf(text: string) {
  const parsed = parseExpression(text)
  if (parsed.ok) throw new Error(`${text} parses`)
  return parsed.error
}

test.each([
  ['[mail]', '[mail]'],
  ['"a \\"b\\" \\\\ c"', '"a \\"b\\" \\\\ c"'],
  ['"\\d\\."', '"\\\\d\\\\."'],
  ['Join ("",\r\n\t[a] , [b])', 'Join("", [a], [b])'],
  ['Switch([IsSoftDeleted], , "False", "True", "True", "False")', null],
  ['Replace([a], "-", , , "_", , )', null],
  ['Mid([x], 1, -8)', null],
  ['Len(42568.75)', null],
  ['BitAnd(&HF, &Hf7)', null],
  ['Now( )', 'Now()'],
  [
    'IIF([a]<>"b",[extension_0123456789abcdef0123456789abcdef_x],IgnoreAttributeFlow)',
    'IIF([a] <> "b", [extension_0123456789abcdef0123456789abcdef_x], IgnoreAttributeFlow)',
  ],
  ['InStr("a,(b)[c]", "x", , vbTextCompare)', null],
  ['switch([a], , "x", "y")', null],
  ['[urn:ietf:params:scim:schemas:core:2.0:User:name.givenName]', null],
])('%s parses and prints as %s', (text, printed) => {
  const parsed = parseExpression(text)
  expect(parsed.ok && printExpression(parsed.tree)).toBe(printed ?? text)
})

test.each([
  ['', 'empty', 'Write a call', 1, 1],
  ['  ', 'empty', 'Write a call', 1, 3],
  ['Join("", [a]', 'unexpectedEnd', 'missing )', 1, 13],
  ['Join("", [a]))', 'trailingText', 'too many', 1, 14],
  ['[a] [b]', 'trailingText', 'one expression', 1, 5],
  ['Append([a] [b])', 'unexpectedToken', 'comma', 1, 12],
  ['Append([a], "b)', 'unterminatedString', '\\"', 1, 13],
  ['Append([a, "b")', 'unterminatedAttribute', ']', 1, 8],
  ['[]', 'emptyAttribute', 'source attribute', 1, 1],
  ["Append([a], 'b')", 'singleQuotes', 'double quotes', 1, 13],
  ['Append([a], “b”)', 'unexpectedCharacter', 'curly', 1, 13],
  ['[a] & [b]', 'unsupportedOperator', 'Append', 1, 5],
  ['[a] + [b]', 'unsupportedOperator', 'Join', 1, 5],
  ['IIF([a]="x" AND [b]="y", "1", "2")', 'unsupportedOperator', 'second place', 1, 13],
  ['IIF([a]="x" Or [b]="y", "1", "2")', 'unsupportedOperator', 'third place', 1, 13],
  ['IIF([a]="x"="y", "1", "2")', 'unsupportedOperator', 'two sides', 1, 12],
  ['IIF([a]=="x", "1", "2")', 'unsupportedOperator', 'one =', 1, 9],
  ['IIF([a]!="x", "1", "2")', 'unsupportedOperator', '<>', 1, 8],
  ['Append(%a%, "b")', 'unexpectedCharacter', '[name]', 1, 8],
  ['Coalesce([a], NULL)', 'unsupportedLiteral', 'IgnoreFlowIfNullOrEmpty', 1, 15],
  ['Not(True)', 'unsupportedLiteral', '"True"', 1, 5],
  ['Append(mail, "x")', 'unknownName', '[mail]', 1, 8],
  ['Apend([a], "x")', 'unknownFunction', 'Append', 1, 1],
  ['Append([a],\n  ToUper([b]))', 'unknownFunction', 'ToUpper', 2, 3],
  ['Append([a])', 'missingArgument', 'Append(source, suffix)', 1, 1],
  ['Append(, "x")', 'missingArgument', 'Append(source, suffix)', 1, 1],
  ['FormatDateTime([a], "yyyy", "MM")', 'missingArgument', '[dateTimeStyles]', 1, 1],
  ['Not("a", "b")', 'tooManyArguments', 'Not(source)', 1, 10],
  ['Switch([a], "b", "c")', 'malformedCall', 'Switch(', 1, 1],
  ['Switch([a], "b", "c", "d", "e")', 'malformedCall', 'Switch(', 1, 1],
  ['Append(SelectUniqueValue("a","b"), "c")', 'misplacedFunction', 'outermost', 1, 8],
  ['SelectUniqueValue("a")', 'malformedCall', 'rule', 1, 1],
  ['Append([a] = "b", "c")', 'misplacedComparison', 'IIF', 1, 8],
  ['[a] = "b"', 'misplacedComparison', 'CBool', 1, 1],
  ['IIF(([a] = "b"), "c", "d")', 'unexpectedToken', 'Parentheses', 1, 5],
  ['Append("a";"b")', 'unexpectedCharacter', 'commas', 1, 11],
])('%j is refused with %s and says %j', (text, code, hint, line, column) => {
  const failure = failureOf(text)
  expect(failure).toMatchObject({ code, line, column })
  expect(failure.hint ?? failure.message).toContain(hint)
  expect(failure.caret.split('\n')[1]).toHaveLength(column)
})

test('a text above 10,000 characters is refused', () => {
  expect(failureOf(`Append([a], "${'x'.repeat(10_000)}")`).code).toBe('tooLong')
})

test('nesting has a bound that keeps the call stack safe', () => {
  const nest = (depth: number): string => `${'Not('.repeat(depth)}[a]${')'.repeat(depth)}`
  expect(failureOf(nest(501)).code).toBe('tooDeep')
  const evaluation = compileExpression(nest(500)).evaluate(() => 'True', expressionEnvironment())
  expect(evaluation).toEqual({ kind: 'value', value: 'True' })
})

const names = fc.constantFrom('mail', 'userPrincipalName', 'extensionAttribute1', 'a b', 'x.y', 'proxyAddresses')
const constant = fc.oneof(
  fc.string({ maxLength: 8 }).map((value) => ({ kind: 'constant' as const, value, bare: false })),
  fc.constantFrom('0', '-12', '3.50', '&HF7').map((value) => ({ kind: 'constant' as const, value, bare: true })),
)
const operator = fc.constantFrom<ComparisonOperator>('=', '<>', '>', '>=', '<', '<=')
const span = { start: 0, end: 0 }
const callable = expressionFunctions.filter((one) => one.name !== 'SelectUniqueValue')

type Operand = Exclude<ExpressionTree, { kind: 'comparison' }>

/** Random well-formed trees: every function, with required arguments given and optional ones sometimes empty. */
const { operand } = fc.letrec<{ operand: Operand; call: Operand }>((tie) => ({
  operand: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    constant.map((one) => ({ ...one, span })),
    names.map((name) => ({ kind: 'attribute' as const, name, span })),
    tie('call'),
  ),
  call: fc
    .tuple(fc.constantFrom(...callable), fc.array(tie('operand'), { minLength: 8, maxLength: 8 }), fc.nat(), operator)
    .map(([known, operands, shape, compare]) => {
      const count =
        known.name === 'Switch' ? 6 : known.name === 'Coalesce' || known.name === 'Join' ? 3 : known.parameters.length
      const list: (ExpressionTree | null)[] = operands.slice(0, count).map((one, index) => {
        const formal = known.parameters[index]
        return formal !== undefined && !formal.required && (shape >> index) % 2 === 1 ? null : one
      })
      const [left, right] = operands
      const compares = (known.name === 'IIF' || known.name === 'CBool') && shape % 3 === 0
      if (compares && left !== undefined && right !== undefined) {
        list[0] = { kind: 'comparison', operator: compare, left, right, span }
      }
      return { kind: 'function' as const, name: known.name, arguments: list, span }
    }),
}))

function withoutSpans(tree: ExpressionTree): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'span' ? undefined : value)))
}

/** Generated cases take long on a busy machine. */
const timeout = 60_000

describe('properties', { timeout }, () => {
  test('parsing a printed tree gives the tree again', () => {
    fc.assert(
      fc.property(operand, (tree) => {
        const text = printExpression(tree)
        fc.pre(text.length <= 10_000)
        const parsed = parseExpression(text)
        expect(parsed).toMatchObject({ ok: true })
        if (parsed.ok) expect(withoutSpans(parsed.tree)).toEqual(withoutSpans(tree))
      }),
      { numRuns: 300 },
    )
  })

  test('evaluation never throws and gives a value, a skip or an error', () => {
    const value = fc.oneof(
      fc.string(),
      fc.boolean(),
      fc.integer(),
      fc.constant(null),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.constantFrom('2020-01-01', '1/1/2020 1:00:00 AM', '129699324000000000', '(', '[a-z]+', 'yyyy', 'True'),
    )
    fc.assert(
      fc.property(operand, fc.array(value, { minLength: 6, maxLength: 6 }), (tree, values) => {
        const list = ['mail', 'userPrincipalName', 'extensionAttribute1', 'a b', 'x.y', 'proxyAddresses']
        const source = (name: string) => values[list.indexOf(name)] ?? null
        const evaluation = compileExpression(tree).evaluate(source, expressionEnvironment({ now: 1e12 }))
        expect(['value', 'skip', 'error']).toContain(evaluation.kind)
      }),
      { numRuns: 500 },
    )
  })

  test('any text parses or is refused with a place inside it', () => {
    const noise = fc.array(
      fc.constantFrom(
        '[',
        ']',
        '(',
        ')',
        ',',
        '"',
        '\\',
        'a',
        '1',
        '-',
        '&H',
        '=',
        '<',
        '>',
        ' ',
        '\n',
        'Join',
        'IIF',
        "'",
      ),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          noise.map((pieces) => pieces.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const parsed = parseExpression(text)
          if (!parsed.ok) {
            expect(parsed.error.offset).toBeGreaterThanOrEqual(0)
            expect(parsed.error.offset).toBeLessThanOrEqual(text.length)
          } else expect(parseExpression(printExpression(parsed.tree)).ok).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })
})
