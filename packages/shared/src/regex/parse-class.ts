import { inCategory, inRange, isDigit, isSpace, isWord, negated } from './character-test.ts'
import type { CharacterTest } from './node.ts'

/** A character test and where the text goes on, or an error. */
export type ReadTest =
  | { readonly test: CharacterTest; readonly unit: number | null; readonly end: number }
  | { readonly message: string; readonly offset: number }

const controls: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['e', 27],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
])

const shorthands: ReadonlyMap<string, CharacterTest> = new Map([
  ['d', isDigit],
  ['D', negated(isDigit)],
  ['w', isWord],
  ['W', negated(isWord)],
  ['s', isSpace],
  ['S', negated(isSpace)],
])

/** Reads an escape that stands for a character or a set of them; `at` is the place of the backslash. */
export function readCharacterEscape(pattern: string, at: number): ReadTest {
  const letter = pattern.charAt(at + 1)
  const shorthand = shorthands.get(letter)
  if (shorthand !== undefined) return { test: shorthand, unit: null, end: at + 2 }
  if (letter === 'p' || letter === 'P') return readCategory(pattern, at, letter === 'P')
  const coded = readCode(pattern, at, letter)
  if (coded !== null) return single(coded.unit, coded.end)
  if (letter === '') return { message: 'The pattern ends with a lone backslash.', offset: at }
  if (/[A-Za-z0-9]/.test(letter)) return { message: `There is no escape \\${letter}.`, offset: at }
  return single(letter.charCodeAt(0), at + 2)
}

function single(unit: number, end: number): ReadTest {
  return { test: (other) => other === unit, unit, end }
}

function readCode(pattern: string, at: number, letter: string): { unit: number; end: number } | null {
  const control = controls.get(letter)
  if (control !== undefined) return { unit: control, end: at + 2 }
  const rest = pattern.slice(at + 1, at + 6)
  const hex = /^(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4}))/.exec(rest)
  if (hex !== null) return { unit: Number.parseInt(hex[1] ?? hex[2] ?? '', 16), end: at + 1 + hex[0].length }
  const octal = /^0[0-7]{0,2}/.exec(rest)
  if (octal !== null) return { unit: Number.parseInt(octal[0], 8), end: at + 1 + octal[0].length }
  const controlLetter = /^c([A-Za-z@[\]^_])/.exec(rest)?.[1]
  return controlLetter === undefined ? null : { unit: controlLetter.toUpperCase().charCodeAt(0) - 64, end: at + 3 }
}

function readCategory(pattern: string, at: number, isNegated: boolean): ReadTest {
  const match = /^\{([\w-]+)\}/.exec(pattern.slice(at + 2, at + 40))
  const test = match === null ? null : inCategory(match[1] ?? '')
  if (match === null || test === null) {
    return { message: `There is no Unicode category ${match?.[1] ?? 'without braces'}.`, offset: at }
  }
  return { test: isNegated ? negated(test) : test, unit: null, end: at + 2 + match[0].length }
}

/** Every range of a set costs time for every character that is looked at. */
const mostRanges = 500

/** Reads `[…]` with ranges, negation, escapes and .NET's subtraction `[a-z-[aeiou]]`; `at` is the opening bracket. */
export function readClass(pattern: string, at: number): ReadTest {
  const isNegated = pattern.charAt(at + 1) === '^'
  const units = new Set<number>()
  const tests: CharacterTest[] = [(unit) => units.has(unit)]
  let next = at + (isNegated ? 2 : 1)
  const first = next
  for (;;) {
    const character = pattern.charAt(next)
    if (character === '') return { message: 'The set [ is never closed.', offset: at }
    if (character === ']' && next > first) break
    if (pattern.startsWith('-[', next) && next > first)
      return readSubtraction(pattern, at, next + 1, anyOf(tests, isNegated))
    const read = readRange(pattern, next)
    if ('message' in read) return read
    if (read.unit === null) tests.push(read.test)
    else units.add(read.unit)
    next = read.end
    if (tests.length > mostRanges) return { message: `The set has more than ${mostRanges} ranges.`, offset: at }
  }
  return { test: anyOf(tests, isNegated), unit: null, end: next + 1 }
}

function anyOf(tests: readonly CharacterTest[], isNegated: boolean): CharacterTest {
  return (unit) => tests.some((test) => test(unit)) !== isNegated
}

function readSubtraction(pattern: string, at: number, open: number, base: CharacterTest): ReadTest {
  const minus = readClass(pattern, open)
  if ('message' in minus) return minus
  if (pattern.charAt(minus.end) !== ']') return { message: 'A subtraction must end its set.', offset: at }
  return { test: (unit) => base(unit) && !minus.test(unit), unit: null, end: minus.end + 1 }
}

function readRange(pattern: string, at: number): ReadTest {
  const from = readMember(pattern, at)
  if ('message' in from || from.unit === null) return from
  const isRange = pattern.charAt(from.end) === '-' && !/^-(\]|\[|$)/.test(pattern.slice(from.end, from.end + 2))
  if (!isRange) return from
  const to = readMember(pattern, from.end + 1)
  if ('message' in to) return to
  if (to.unit === null || to.unit < from.unit) return { message: 'The range in the set runs backwards.', offset: at }
  return { test: inRange(from.unit, to.unit), unit: null, end: to.end }
}

function readMember(pattern: string, at: number): ReadTest {
  // Inside a set \b is the backspace.
  if (pattern.startsWith('\\b', at)) return single(8, at + 2)
  if (pattern.charAt(at) === '\\') return readCharacterEscape(pattern, at)
  return single(pattern.charCodeAt(at), at + 1)
}
