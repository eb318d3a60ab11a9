import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { ScimError } from '../scim-error.ts'
import type { Filter } from './ast.ts'
import { parseFilter } from './parse.ts'

// Many runs on a busy machine take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 })

/** The tree as one line: groups in brackets, so that precedence shows. */
function outline(filter: Filter): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return `[${filter.operands.map(outline).join(` ${filter.kind} `)}]`
    case 'not':
      return `not ${outline(filter.operand)}`
    case 'present':
      return `${filter.path.attribute} pr`
    case 'compare':
      return `${nameOf(filter.path)} ${filter.operator} ${JSON.stringify(filter.literal.value)}`
    case 'valuePath':
      return `${nameOf(filter.path)}{${outline(filter.filter)}}${filter.test ? `.${outline(filter.test)}` : ''}`
  }
}

function nameOf(path: { schema?: string; attribute: string; subAttribute?: string }): string {
  return [path.schema, path.attribute, path.subAttribute].filter((part) => part !== undefined).join('|')
}

function errorOf(text: string): ScimError {
  try {
    parseFilter(text)
  } catch (error) {
    if (error instanceof ScimError) return error
    throw error
  }
  throw new Error(`was accepted: ${text}`)
}

const urn = 'urn:ietf:params:scim:schemas:core:2.0:User'

describe('parseFilter', () => {
  test.each([
    ['userName eq "bob"', 'userName eq "bob"'],
    ['userName EQ "bob"', 'userName eq "bob"'],
    ['a pr or b pr and c pr', '[a pr or [b pr and c pr]]'],
    ['(a pr or b pr) and c pr', '[[a pr or b pr] and c pr]'],
    ['a pr AND b pr OR c pr', '[[a pr and b pr] or c pr]'],
    ['a pr and b pr and c pr', '[a pr and b pr and c pr]'],
    ['not (a pr) and b pr', '[not a pr and b pr]'],
    ['NOT(a pr or b pr)', 'not [a pr or b pr]'],
    ['not a pr and b pr', '[not a pr and b pr]'],
    ['not not (a pr)', 'not not a pr'],
    ['((((a pr))))', 'a pr'],
    ['name.givenName sw "J"', 'name|givenName sw "J"'],
    ['members.$ref ew "/1"', 'members|$ref ew "/1"'],
    [`${urn}:userName eq "x"`, `${urn}|userName eq "x"`],
    [`${urn}:name.givenName eq "x"`, `${urn}|name|givenName eq "x"`],
    ['emails[type eq "work" and value co "@x"]', 'emails{[type eq "work" and value co "@x"]}'],
    ['emails[type eq "work"].value eq "x"', 'emails{type eq "work"}.value eq "x"'],
    ['emails[not (type pr)].value pr', 'emails{not type pr}.value pr'],
    ['a eq 1 and b eq -1.5e3 and c eq null', '[a eq 1 and b eq -1500 and c eq null]'],
    ['a eq true and b eq False', '[a eq true and b eq false]'],
    ['userName eq bob@example.com', 'userName eq "bob@example.com"'],
    ['(userName eq bob)', 'userName eq "bob"'],
    ["userName eq 'O\\'Neil \"x\"'", 'userName eq "O\'Neil \\"x\\""'],
    ['a eq "\\u0041\\\\\\"\\n"', 'a eq "A\\\\\\"\\n"'],
    ['a eq "( ) [ ] and or"', 'a eq "( ) [ ] and or"'],
    ['a eq 0042', 'a eq "0042"'],
    ['  a \t pr  ', 'a pr'],
  ])('reads %s', (text, expected) => {
    expect(outline(parseFilter(text))).toBe(expected)
  })

  test.each([
    ['', 1, 'Expected an attribute'],
    ['userName', 9, 'Expected an operator'],
    ['userName eq', 12, 'Expected a value'],
    ['userName zz "x"', 10, 'Expected an operator'],
    ['userName eq "x" userName', 17, 'Expected "and", "or" or the end'],
    ['userName eq "x', 13, 'without closing quote'],
    ['userName eq "x" and', 20, 'Expected an attribute'],
    ['(userName pr', 13, 'or ")"'],
    ['userName pr)', 12, 'the end of the filter'],
    ['emails[type pr', 15, 'or "]"'],
    ['emails[a[b pr]]', 8, 'within a value path'],
    ['emails.value[type pr]', 13, 'after a sub-attribute'],
    ['emails[type pr].', 17, 'Expected a sub-attribute'],
    ['a.b.c pr', 1, 'Expected an attribute'],
    [':a pr', 1, 'Expected an attribute'],
    ['"a" eq "b"', 1, 'Expected an attribute'],
    ['a eq "\\x"', 6, 'Invalid escape'],
    ['a eq "\n"', 7, 'control character'],
    ['a eq bob"x"', 9, 'the end of the filter'],
    ['and', 4, 'Expected an operator'],
  ])('refuses %s and points at character %i', (text, character, reason) => {
    const error = errorOf(text)
    expect(error).toMatchObject({ status: 400, scimType: 'invalidFilter' })
    const [message, , caret] = error.detail.split('\n')
    expect(message).toContain(`at character ${character}:`)
    expect(message).toContain(reason)
    expect(caret).toBe(`${' '.repeat(character - 1)}^`)
  })

  test('puts the span of the source on every node', () => {
    const text = 'a pr and emails[type eq "work"].value eq "x"'
    const filter = parseFilter(text)
    if (filter.kind !== 'and') throw new Error('no and')
    expect(filter.operands.map(({ start, end }) => text.slice(start, end))).toEqual([
      'a pr',
      'emails[type eq "work"].value eq "x"',
    ])
  })

  test.each([
    ['opening parentheses', '('.repeat(100_000)],
    ['opening brackets', 'a['.repeat(100_000)],
    ['nots', 'not '.repeat(100_000)],
    ['nested groups below the length limit', '('.repeat(8000)],
    ['nots below the length limit', 'not '.repeat(4000)],
  ])('refuses a hundred thousand %s at once', (_, text) => {
    expect(errorOf(text)).toMatchObject({ status: 400, scimType: 'invalidFilter' })
    expect(errorOf(text).detail.length).toBeLessThan(300)
  })

  test('reads a long chain without nesting it', () => {
    const filter = parseFilter(Array.from({ length: 2000 }, () => 'a pr').join(' or '))
    expect(filter.kind === 'or' && filter.operands.length).toBe(2000)
  })

  test('throws nothing but ScimError for arbitrary text', () => {
    const pieces = [
      'a',
      'emails',
      ' ',
      'eq',
      'pr',
      'and',
      'or',
      'not',
      '(',
      ')',
      '[',
      ']',
      '.',
      '"x"',
      '"',
      '\\',
      ':',
      "'",
    ]
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
      fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(text, (input) => {
        try {
          parseFilter(input)
        } catch (error) {
          expect(error).toBeInstanceOf(ScimError)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
