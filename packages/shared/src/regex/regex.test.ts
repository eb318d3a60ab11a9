import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileRegex, findMatches } from './regex.ts'

function matches(pattern: string, text: string): readonly string[] | string {
  const compiled = compileRegex(pattern)
  if (!compiled.ok) return compiled.message
  const found = findMatches(compiled.regex, text, 500_000, 'all')
  return found.ok ? found.matches.map((match) => text.slice(match.start, match.end)) : found.message
}

test.each([
  ['a+', 'caaat aa', ['aaa', 'aa']],
  ['a+?', 'aaa', ['a', 'a', 'a']],
  ['(?i)abc', 'xABCx', ['ABC']],
  ['a(?i)b', 'aB AB', ['aB']],
  ['(?i:a)b', 'Ab AB', ['Ab']],
  ['\\d+', '12 ٣٤', ['12', '٣٤']],
  ['[^\\d\\s]+', '12 ab', ['ab']],
  ['[a-z-[aeiou]]+', 'hello', ['h', 'll']],
  ['\\Aab\\z', 'ab', ['ab']],
  ['a$', 'a\n', ['a']],
  ['a\\z', 'a\n', []],
  ['(?m)^b', 'a\nb', ['b']],
  ['.', 'a\r\n', ['a', '\r']],
  ['(?s)a.b', 'a\nb', ['a\nb']],
  ['(\\w)\\1', 'aabbc', ['aa', 'bb']],
  ["(?'q'.)\\k<q>", 'xx', ['xx']],
  ['(?<=@)\\w+', 'a@b c@d', ['b', 'd']],
  ['(?<!@)\\b\\w', 'a@b', ['a']],
  ['a(?=b)', 'ab ac', ['a']],
  ['a(?!b)\\w', 'ab ac', ['ac']],
  ['(?>a+)ab', 'aaab', []],
  ['a{2,3}', 'aaaaa', ['aaa', 'aa']],
  ['a{2}', 'aaaaa', ['aa', 'aa']],
  ['a{,2}', 'a{,2}', ['a{,2}']],
  ['a|b|', 'ab', ['a', 'b', '']],
  ['\\p{Lu}\\p{IsCyrillic}', 'AЖ', ['AЖ']],
  ['(?x) a b # comment', 'ab', ['ab']],
  ['(?#note)a', 'a', ['a']],
  ['(a*)*', 'aab', ['aa', '', '']],
  ['(?:a|ab)(?:c|bcd)(?:d*)', 'abcd', ['abcd']],
  ['\\x41\\u0042\\t', 'AB\t', ['AB\t']],
  ['[\\]\\-a]+', 'a]-', ['a]-']],
  ['\\@', '@', ['@']],
])('%s on %j finds %j', (pattern, text, expected) => {
  expect(matches(pattern, text)).toEqual(expected)
})

test.each([
  ['(', 'never closed'],
  [')', 'too many'],
  ['[a', 'never closed'],
  ['a**', 'cannot be repeated'],
  ['*a', 'follows nothing'],
  ['a{3,2}', 'above'],
  ['[z-a]', 'backwards'],
  ['\\', 'lone backslash'],
  ['\\q', 'no escape'],
  ['\\p{Nope}', 'no Unicode category'],
  ['(?(a)b|c)', 'not supported'],
])('%s is refused: %s', (pattern, message) => {
  expect(matches(pattern, 'x')).toContain(message)
})

/** Steps are counted, not seconds: a busy machine only takes longer. */
const timeout = 60_000

describe('time bound', { timeout }, () => {
  test.each([
    ['(a+)+$', `${'a'.repeat(60)}!`],
    ['(a|aa)+$', `${'a'.repeat(60)}!`],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(60)],
    ['(.*)*x', 'b'.repeat(3000)],
    ['(?:(?:a?){10}){10}b', 'a'.repeat(100)],
    ['(a*)\\1\\1b', 'a'.repeat(100_000)],
  ])('%s gives up after the step limit', (pattern, text) => {
    expect(matches(pattern, text)).toContain('steps')
  })

  test('a long literal counts every character that it looks at', () => {
    expect(matches(`${'a'.repeat(4000)}b`, 'a'.repeat(100_000))).toContain('steps')
  })

  test('a set of hundreds of ranges is refused', () => {
    expect(matches(`[${'a-c'.repeat(501)}]`, 'x')).toContain('more than 500 ranges')
  })

  test('a group repeated thousands of times does not overflow the stack', () => {
    expect(matches('(ab)*', 'ab'.repeat(5000))).toContain('steps')
    expect(matches('.*', 'ab'.repeat(5000))).toEqual(['ab'.repeat(5000), ''])
  })
})

test('any pattern and any text give an answer', { timeout }, () => {
  const piece = fc.constantFrom(
    'a',
    'b',
    '.',
    '*',
    '+',
    '?',
    '(',
    ')',
    '[',
    ']',
    '|',
    '\\',
    'd',
    '{',
    '2',
    '}',
    '^',
    '$',
  )
  const pattern = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(pattern, fc.string({ maxLength: 30 }), (text, subject) => {
      const answer = matches(text, subject)
      expect(typeof answer === 'string' || Array.isArray(answer)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('simple patterns agree with the engine of the language', { timeout }, () => {
  const atom = fc.constantFrom('a', 'b', '[ab]', '.', '(a|b)', '(?:ab)')
  const times = fc.constantFrom('', '*', '+', '?', '*?', '{2}', '{1,2}')
  const pattern = fc
    .array(fc.tuple(atom, times), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map(([one, count]) => one + count).join(''))
  const subject = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }).map((letters) => letters.join(''))
  fc.assert(
    fc.property(pattern, subject, (text, input) => {
      expect(matches(text, input)).toEqual([...input.matchAll(new RegExp(text, 'g'))].map((match) => match[0]))
    }),
    { numRuns: 500 },
  )
})
