import { type Matches, matcherOf } from '../scenario/matchers.ts'

/** One attribute that is not as expected. */
export interface Difference {
  /** `name.givenName`, `emails[0].value`; empty when the value itself differs. */
  readonly attribute: string
  readonly expected: string
  readonly actual: string
}

/**
 * Everything in which `actual` departs from the partial `expected`, attribute by attribute. Empty when it matches.
 * @param item the whole that `actual` is a part of, for matchers that compare with another part of it
 */
export function differences(expected: unknown, actual: unknown, attribute = '', item = actual): Difference[] {
  const found = matcherOf(expected)
  if (found) {
    const within: Matches = (one, other) => differences(one, other, '', item).length === 0
    if (found.matcher.matches(found.operand, actual, within, item)) return []
    return [{ attribute, expected: found.matcher.describe(found.operand), actual: printed(actual) }]
  }
  if (Array.isArray(expected)) return listDifferences(expected, actual, attribute, item)
  if (isObject(expected)) return objectDifferences(expected, actual, attribute, item)
  return Object.is(expected, actual) ? [] : [differing(expected, actual, attribute)]
}

export const matches: Matches = (expected, actual) => differences(expected, actual).length === 0

function objectDifferences(
  expected: Record<string, unknown>,
  actual: unknown,
  attribute: string,
  item: unknown,
): Difference[] {
  if (!isObject(actual)) return [differing(expected, actual, attribute)]
  return Object.entries(expected).flatMap(([key, wanted]) => {
    const path = attribute === '' ? key : `${attribute}.${key}`
    return differences(wanted, Object.hasOwn(actual, key) ? actual[key] : undefined, path, item)
  })
}

function listDifferences(
  expected: readonly unknown[],
  actual: unknown,
  attribute: string,
  item: unknown,
): Difference[] {
  if (!Array.isArray(actual) || actual.length !== expected.length) return [differing(expected, actual, attribute)]
  return expected.flatMap((wanted, index) => differences(wanted, actual[index], `${attribute}[${index}]`, item))
}

function differing(expected: unknown, actual: unknown, attribute: string): Difference {
  return { attribute, expected: printed(expected), actual: printed(actual) }
}

export function printed(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
