import { suggest } from '@scimulator/shared/behaviour'
import { hasPlaceholder } from './interpolate.ts'
import { MATCHERS, matcherOf } from './matchers.ts'

export interface MatcherProblem {
  readonly message: string
  readonly path: (string | number)[]
}

/** Misspelt matchers and wrong operands in an expected value: a typing error must not become an attribute that nobody has. */
export function matcherProblems(expected: unknown, path: (string | number)[]): MatcherProblem[] {
  if (Array.isArray(expected)) return expected.flatMap((item, index) => matcherProblems(item, [...path, index]))
  if (typeof expected !== 'object' || expected === null) return []
  const found = matcherOf(expected)
  if (found) {
    const wrong = hasPlaceholder(found.operand) ? undefined : found.matcher.checkOperand(found.operand)
    const own = wrong === undefined ? [] : [{ message: `${found.name} ${wrong}.`, path: [...path, found.name] }]
    return [...own, ...matcherProblems(found.operand, [...path, found.name])]
  }
  return Object.entries(expected).flatMap(([key, value]) => {
    const at = [...path, key]
    return [...(key.startsWith('$') && key !== '$ref' ? [misplaced(key, at)] : []), ...matcherProblems(value, at)]
  })
}

function misplaced(key: string, path: (string | number)[]): MatcherProblem {
  const message = Object.hasOwn(MATCHERS, key)
    ? `${key} stands alone in its map; to ask for two things, write { $all: [ … ] }.`
    : `There is no matcher "${key}". ${suggest(key, Object.keys(MATCHERS))}`
  return { message, path }
}
