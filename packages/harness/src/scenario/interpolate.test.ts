import { describe, expect, test } from 'vitest'
import { filled } from './filled.ts'
import { interpolate, lookupIn, placeholdersIn } from './interpolate.ts'

const VALUES = { ana: { id: 7, list: ['a'] }, 'odata.next': 1 }
const P = (name: string): string => ['$', '{', name, '}'].join('')

describe('placeholders', () => {
  test.each([
    ['alone, with its type', P('ana.id'), 7],
    ['alone, a list', P('ana.list'), ['a']],
    ['within a text', `a${P('ana.id')}b${P('ana.id')}`, 'a7b7'],
    ['escaped, alone', `$${P('ana.id')}`, P('ana.id')],
    ['escaped, beside one that is not', `$${P('code')} ${P('ana.id')}`, `${P('code')} 7`],
    ['a dollar in front of nothing', '$5', '$5'],
    ['in keys', { [P('ana.id')]: [P('ana.id')] }, { 7: [7] }],
  ])('%s', (_, written, expected) => {
    expect(interpolate(written, lookupIn(VALUES))).toEqual({ value: expected, missing: [] })
  })

  test('a name that nothing has is told with its place', () => {
    const written = { a: [`x ${P('bo.id')}`, `$${P('bo.id')}`] }
    expect(placeholdersIn(written)).toEqual([{ name: 'bo.id', path: ['a', 0] }])
  })

  test('what is filled in early stays escaped for later', () => {
    const early = filled(`$${P('who')} ${P('who')} ${P('ana.id')}`, { who: 'eva' })
    expect(early).toBe(`$${P('who')} eva ${P('ana.id')}`)
    expect(interpolate(early, lookupIn(VALUES)).value).toBe(`${P('who')} eva 7`)
  })
})
