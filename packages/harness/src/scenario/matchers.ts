// The matchers of the scenario language: {$contains: x} and its kin, one row each. Everything else in an expected value is compared
// as it stands: objects partially, lists and single values exactly.

import { parseDuration } from '@scimulator/shared/runtime'
import { lookupIn } from './interpolate.ts'

/** Compares two values by the language's rules; given to matchers that hold expected values themselves. */
export type Matches = (expected: unknown, actual: unknown) => boolean

export interface Matcher {
  /** What is wrong with the operand, or undefined. */
  checkOperand(operand: unknown): string | undefined
  /** @param item the whole item that `actual` is a part of */
  matches(operand: unknown, actual: unknown, matches: Matches, item: unknown): boolean
  /** Words for the report: `text with /^a/`. */
  describe(operand: unknown): string
}

const isTrue = (operand: unknown): string | undefined => (operand === true ? undefined : 'takes true')
const isNumber = (operand: unknown): string | undefined => (typeof operand === 'number' ? undefined : 'takes a number')
const isList = (operand: unknown): string | undefined => (Array.isArray(operand) ? undefined : 'takes a list')
const isInstant = (operand: unknown): string | undefined =>
  Number.isNaN(instantOf(operand)) ? 'takes an instant, such as 2026-01-05T08:00:00Z' : undefined
const isAnything = (): undefined => undefined

export const MATCHERS: Readonly<Record<string, Matcher>> = {
  $absent: {
    checkOperand: isTrue,
    matches: (_, actual) => actual === undefined,
    describe: () => 'nothing',
  },
  $present: {
    checkOperand: isTrue,
    matches: (_, actual) => actual !== undefined && actual !== null,
    describe: () => 'anything',
  },
  $matches: {
    checkOperand: checkRegExp,
    matches: (operand, actual) => typeof actual === 'string' && new RegExp(String(operand), 'u').test(actual),
    describe: (operand) => `text that matches /${String(operand)}/`,
  },
  $contains: {
    checkOperand: isAnything,
    matches: containsMatch,
    describe: (operand) => `something that contains ${JSON.stringify(operand)}`,
  },
  $person: {
    checkOperand: (operand) => (typeof operand === 'string' ? undefined : 'takes a userName'),
    matches: (operand, actual) =>
      typeof actual === 'object' && actual !== null && 'person' in actual && isSameName(actual.person, operand),
    describe: (operand) => `the person ${String(operand)}`,
  },
  $size: {
    checkOperand: (operand) =>
      typeof operand === 'number' || matcherOf(operand)
        ? undefined
        : 'takes a number, or a matcher such as { $gte: 2 }',
    matches: (operand, actual, matches) => sizeOf(actual) !== undefined && matches(operand, sizeOf(actual)),
    describe: (operand) =>
      `${matcherOf(operand)?.matcher.describe(matcherOf(operand)?.operand) ?? String(operand)} entries`,
  },
  $field: {
    checkOperand: (operand) =>
      typeof operand === 'string' && operand !== '' ? undefined : 'takes the place of a field',
    matches: (operand, actual, matches, item) =>
      matches(valueAt(item, String(operand)), actual) && actual !== undefined,
    describe: (operand) => `what ${String(operand)} of the same item is`,
  },
  $ignoringCase: {
    checkOperand: (operand) => (typeof operand === 'string' ? undefined : 'takes a text'),
    matches: (operand, actual) => typeof actual === 'string' && folded(actual) === folded(String(operand)),
    describe: (operand) => `${JSON.stringify(operand)} in any case`,
  },
  $near: {
    checkOperand: checkNear,
    matches: (operand, actual) => {
      const { instant, within } = asNear(operand)
      return Math.abs(instantOf(actual) - instantOf(instant)) <= (parseDuration(String(within)) ?? -1)
    },
    describe: (operand) => `an instant within ${String(asNear(operand).within)} of ${String(asNear(operand).instant)}`,
  },
  $gte: {
    checkOperand: isNumber,
    matches: (operand, actual) => typeof actual === 'number' && actual >= Number(operand),
    describe: (operand) => `at least ${String(operand)}`,
  },
  $lte: {
    checkOperand: isNumber,
    matches: (operand, actual) => typeof actual === 'number' && actual <= Number(operand),
    describe: (operand) => `at most ${String(operand)}`,
  },
  $gt: {
    checkOperand: isNumber,
    matches: (operand, actual) => typeof actual === 'number' && actual > Number(operand),
    describe: (operand) => `more than ${String(operand)}`,
  },
  $lt: {
    checkOperand: isNumber,
    matches: (operand, actual) => typeof actual === 'number' && actual < Number(operand),
    describe: (operand) => `less than ${String(operand)}`,
  },
  $before: {
    checkOperand: isInstant,
    matches: (operand, actual) => instantOf(actual) < instantOf(operand),
    describe: (operand) => `an instant before ${String(operand)}`,
  },
  $after: {
    checkOperand: isInstant,
    matches: (operand, actual) => instantOf(actual) > instantOf(operand),
    describe: (operand) => `an instant after ${String(operand)}`,
  },
  $all: {
    checkOperand: isList,
    matches: (operand, actual, matches) => asList(operand).every((one) => matches(one, actual)),
    describe: (operand) => `all of ${JSON.stringify(operand)}`,
  },
  $each: {
    checkOperand: isAnything,
    matches: (operand, actual, matches) =>
      Array.isArray(actual) && actual.length > 0 && actual.every((one) => matches(operand, one)),
    describe: (operand) => `a list whose every entry is ${JSON.stringify(operand)}`,
  },
  $not: {
    checkOperand: isAnything,
    matches: (operand, actual, matches) => !matches(operand, actual),
    describe: (operand) => `anything but ${JSON.stringify(operand)}`,
  },
  $unordered: {
    checkOperand: isList,
    matches: (operand, actual, matches) => Array.isArray(actual) && matchesUnordered(asList(operand), actual, matches),
    describe: (operand) => `in any order ${JSON.stringify(operand)}`,
  },
  $oneOf: {
    checkOperand: isList,
    matches: (operand, actual, matches) => asList(operand).some((choice) => matches(choice, actual)),
    describe: (operand) => `one of ${JSON.stringify(operand)}`,
  },
}

/** The matcher that an expected value is, with its operand; undefined for a plain value. */
export function matcherOf(expected: unknown): { name: string; matcher: Matcher; operand: unknown } | undefined {
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) return undefined
  const [entry, second] = Object.entries(expected)
  if (!entry || second) return undefined
  const [name, operand] = entry
  const matcher = Object.hasOwn(MATCHERS, name) ? MATCHERS[name] : undefined
  return matcher && { name, matcher, operand }
}

/** Of what is no instant NaN, with which no comparison holds. */
function instantOf(value: unknown): number {
  return typeof value === 'string' && /^\d{4}-/.test(value) ? Date.parse(value) : Number.NaN
}

function checkRegExp(operand: unknown): string | undefined {
  if (typeof operand !== 'string') return 'takes a regular expression as text'
  try {
    new RegExp(operand, 'u')
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : 'takes a regular expression'
  }
}

function valueAt(item: unknown, place: string): unknown {
  return typeof item === 'object' && item !== null
    ? lookupIn(item as Readonly<Record<string, unknown>>)(place)
    : undefined
}

/** Two ways of writing one letter are one. */
function folded(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

function asNear(operand: unknown): { readonly instant?: unknown; readonly within?: unknown } {
  return typeof operand === 'object' && operand !== null ? operand : {}
}

function checkNear(operand: unknown): string | undefined {
  const { instant, within, ...others } = asNear(operand)
  const isRight =
    isInstant(instant) === undefined && parseDuration(String(within)) !== undefined && Object.keys(others).length === 0
  return isRight ? undefined : 'takes { instant: 2026-01-05T08:00:00Z, within: 5m }'
}

/** userNames are compared without regard to case (RFC 7643 §4.1.1). */
function isSameName(one: unknown, other: unknown): boolean {
  return typeof one === 'string' && typeof other === 'string' && one.toLowerCase() === other.toLowerCase()
}

function containsMatch(operand: unknown, actual: unknown, matches: Matches): boolean {
  if (typeof actual === 'string') return typeof operand === 'string' && actual.includes(operand)
  return Array.isArray(actual) && actual.some((element) => matches(operand, element))
}

function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'string' || Array.isArray(value)) return value.length
  return typeof value === 'object' && value !== null ? Object.keys(value).length : undefined
}

/** Each expected element takes one actual element for itself, trying again where a first choice was somebody else's only one. */
function matchesUnordered(expected: readonly unknown[], actual: readonly unknown[], matches: Matches): boolean {
  if (expected.length !== actual.length) return false
  const takenBy = new Map<number, number>()

  function place(want: number, tried: Set<number>): boolean {
    for (const [have, element] of actual.entries()) {
      if (tried.has(have) || !matches(expected[want], element)) continue
      tried.add(have)
      const holder = takenBy.get(have)
      if (holder === undefined || place(holder, tried)) {
        takenBy.set(have, want)
        return true
      }
    }
    return false
  }

  return expected.every((_, want) => place(want, new Set()))
}

function asList(operand: unknown): readonly unknown[] {
  return Array.isArray(operand) ? operand : []
}
