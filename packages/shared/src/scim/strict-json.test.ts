import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { ScimError } from './scim-error.ts'
import { parseStrictJson } from './strict-json.ts'

// Many runs on a busy machine take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 })

const encode = (text: string) => new TextEncoder().encode(text)

function errorOf(bytes: Uint8Array, limits = {}): ScimError {
  try {
    parseStrictJson(bytes, limits)
  } catch (error) {
    if (error instanceof ScimError) return error
    throw error
  }
  throw new Error('was accepted')
}

describe('parseStrictJson', () => {
  test.each([
    ['{"a":1}', { a: 1 }],
    ['\ufeff{"a":1}', { a: 1 }],
    ['{"a":{"b":1},"b":[{"a":1},{"a":2}]}', { a: { b: 1 }, b: [{ a: 1 }, { a: 2 }] }],
    ['{"a":"x:{[\\",:}"}', { a: 'x:{[",:}' }],
    ['{"userName":1,"USERNAME":2}', { userName: 1, USERNAME: 2 }],
    [' [] ', []],
    ['"\\ud83d\\ude00"', '😀'],
    ['"\\\\ud83d"', '\\ud83d'],
  ])('reads %s', (text, value) => {
    expect(parseStrictJson(encode(text))).toEqual(value)
  })

  test.each([
    ['', 'not valid JSON'],
    ['{"a":}', 'not valid JSON'],
    ['{"a":1}}', 'not valid JSON'],
    ['{"a":1,"a":1}', '"a" is given twice'],
    ['{"a":1,"\\u0061":2}', '"a" is given twice'],
    ['{"x":[{"b":1, "b" :2}]}', '"b" is given twice'],
    ['{"__proto__":{"admin":true}}', '__proto__'],
    ['{"a":{"\\u005f_proto__":1}}', '__proto__'],
    ['{"a":1e999}', 'too large'],
    ['{"a":["\\ud83d"]}', 'surrogate pair'],
    ['{"\\uDE00":1}', 'surrogate pair'],
    ['"\\ude00\\ud83d"', 'surrogate pair'],
  ])('refuses %s', (text, reason) => {
    const error = errorOf(encode(text))
    expect(error).toMatchObject({ status: 400, scimType: 'invalidSyntax' })
    expect(error.detail).toContain(reason)
  })

  test('refuses invalid UTF-8 instead of replacing it', () => {
    expect(errorOf(new Uint8Array([0x22, 0xc3, 0x28, 0x22])).detail).toContain('UTF-8')
  })

  test('refuses what is deeper or larger than the limits', () => {
    expect(errorOf(encode('['.repeat(100_000))).detail).toContain('deeper than 64')
    expect(errorOf(encode('[[[]]]'), { maxDepth: 2 }).detail).toContain('deeper than 2')
    expect(parseStrictJson(encode('[[]]'), { maxDepth: 2 })).toEqual([[]])
    expect(errorOf(encode('"12345"'), { maxBytes: 6 })).toMatchObject({ status: 413 })
  })

  test('keeps "constructor" as data and pollutes nothing', () => {
    const value = parseStrictJson(encode('{"constructor":{"prototype":{"polluted":1}}}'))
    expect(Object.keys(value as object)).toEqual(['constructor'])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('reads back whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        fc.pre(!text.includes('__proto__'))
        expect(parseStrictJson(encode(text))).toEqual(JSON.parse(text))
      }),
    )
  })

  test('throws nothing but ScimError for arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          parseStrictJson(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(ScimError)
        }
      }),
    )
  })
})
