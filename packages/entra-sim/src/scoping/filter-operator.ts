import { compileRegex, findMatches, parseWholeNumber } from '../expression/index.ts'
import { booleanTextOf } from './boolean-text.ts'

/** What a clause says about a value: true, false, or why it cannot be told. */
export type ClauseResult = boolean | { readonly message: string }

/** One operator of scoping filters. `test` is called with a value that is neither null nor empty. */
export interface FilterOperator {
  /** As the portal and Graph spell it. */
  readonly name: string
  readonly arity: 'Unary' | 'Binary'
  /** Graph attributeType values that it takes. */
  readonly supportedAttributeTypes: readonly ('String' | 'Integer' | 'Boolean' | 'Reference' | 'DateTime' | 'Binary')[]
  /** What a null or empty value gives: false for all but IS NULL. */
  readonly ofEmpty: boolean
  readonly test: (value: string, operands: readonly string[], stepLimit: number) => ClauseResult
}

const text = ['String'] as const

/**
 * The fourteen operators. A value that is null or empty makes every operator false except IS NULL, so NOT EQUALS and
 * NOT REGEX MATCH leave out users who lack the attribute. Text is compared case-sensitively; patterns are .NET's and
 * not anchored. Of several operands one is enough, and for the negations none may match.
 * Source: Microsoft, Scoping users or groups with scoping filters; order of & after azure-docs#74934 [decided].
 */
export const filterOperators: readonly FilterOperator[] = [
  binary('EQUALS', [...text, 'Boolean', 'Integer'], (value, operand) => value === operand),
  negation('NOT EQUALS', [...text, 'Boolean', 'Integer'], (value, operand) => value === operand),
  unary('IS TRUE', ['Boolean'], (value) => booleanTextOf(value) === 'True'),
  unary('IS FALSE', ['Boolean'], (value) => booleanTextOf(value) === 'False'),
  { ...unary('IS NULL', [...text, 'Boolean', 'Integer', 'Reference'], () => false), ofEmpty: true },
  unary('IS NOT NULL', [...text, 'Boolean', 'Integer', 'Reference'], () => true),
  binary('REGEX MATCH', text, matchesPattern),
  negation('NOT REGEX MATCH', text, matchesPattern),
  binary('Greater_Than', [...text, 'Integer'], (value, operand) => compareWhole(value, operand, (a, b) => a > b)),
  binary('Greater_Than_OR_EQUALS', [...text, 'Integer'], (value, operand) =>
    compareWhole(value, operand, (a, b) => a >= b),
  ),
  binary('Includes', text, (value, operand) => value.includes(operand)),
  binary('ENDS_WITH', text, (value, operand) => value.endsWith(operand)),
  binary('&', text, (value, operand) => operand.includes(value)),
  negation('!&', text, (value, operand) => operand.includes(value)),
]

type Types = FilterOperator['supportedAttributeTypes']
type Test = (value: string, operand: string, stepLimit: number) => ClauseResult

function unary(name: string, types: Types, test: (value: string) => boolean): FilterOperator {
  return { name, arity: 'Unary', supportedAttributeTypes: types, ofEmpty: false, test }
}

function binary(name: string, types: Types, test: Test): FilterOperator {
  const anyOperand = (value: string, operands: readonly string[], stepLimit: number): ClauseResult => {
    const results = operands.map((operand) => test(value, operand, stepLimit))
    return results.find((result) => typeof result !== 'boolean') ?? results.includes(true)
  }
  return { name, arity: 'Binary', supportedAttributeTypes: types, ofEmpty: false, test: anyOperand }
}

function negation(name: string, types: Types, test: Test): FilterOperator {
  const positive = binary(name, types, test)
  return {
    ...positive,
    test: (value, operands, stepLimit) => {
      const result = positive.test(value, operands, stepLimit)
      return typeof result === 'boolean' ? !result : result
    },
  }
}

function matchesPattern(value: string, pattern: string, stepLimit: number): ClauseResult {
  const compiled = compileRegex(pattern)
  if (!compiled.ok) return { message: compiled.message }
  const found = findMatches(compiled.regex, value, stepLimit, 'first')
  return found.ok ? found.matches.length > 0 : { message: found.message }
}

function compareWhole(value: string, operand: string, test: (value: bigint, operand: bigint) => boolean): boolean {
  const left = parseWholeNumber(value)
  const right = parseWholeNumber(operand)
  return left !== null && right !== null && left >= 0n && right >= 0n && test(left, right)
}

/** The operator of a name, without regard to case and to spaces or underscores; null when it is none of the fourteen. */
export function findFilterOperator(name: string): FilterOperator | null {
  const wanted = folded(name)
  return filterOperators.find((operator) => folded(operator.name) === wanted) ?? null
}

function folded(name: string): string {
  return name
    .trim()
    .replace(/[\s_]+/g, ' ')
    .toUpperCase()
}
