import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPseudonyms } from './pseudonyms.ts'

const { text } = createPseudonyms('key')

test.each<[real: string, form: RegExp]>([
  ['Ana Silva', /^[A-Z][a-z]{2} [A-Z][a-z]{4}$/],
  ['ana.silva@contoso.com', /^[a-z]{3}\.[a-z]{5}@[a-z]{7}\.com$/],
  ['O’Neil & <b>Sons</b>', /^[A-Z]’[A-Z][a-z]{3} & <[a-z]>[A-Z][a-z]{3}<\/[a-z]>$/],
  ['Zoë', /^[A-Z][a-z]ë$/],
  ['李小明', /^\p{Script=Han}{3}$/u],
  ['Анна', /^\p{Lu}\p{Ll}{3}$/u],
  ['00420', /^00[1-9]\d\d$/],
  ['+1 (425) 555-0100', /^\+\d \(\d{3}\) \d{3}-0\d{3}$/],
  ['MACDONALD', /^[A-Z]{9}$/],
  ['', /^$/],
])('%j keeps its form and nothing else', (real, form) => {
  const made = text(real)
  expect(made).toMatch(form)
  expect([...made]).toHaveLength([...real].length)
  if (real !== '') expect(made).not.toBe(real)
})

test('equal parts stay equal, whatever their case', () => {
  const [first, second] = text('Ana Silva').split(' ')
  expect(text('ana.silva@x.org')).toMatch(new RegExp(`^${first}\\.${second}@[a-z]\\.org$`, 'i'))
  expect(text('SILVA')).toBe(second?.toUpperCase())
})

test('another key makes other words', () => {
  expect(createPseudonyms('another').text('Alexandra Konstantinou')).not.toBe(text('Alexandra Konstantinou'))
})

test('as many characters, and each that is neither letter nor digit as it was', () => {
  const others = (letters: readonly string[]) => letters.filter((one) => !/[\p{L}\p{N}]/u.test(one))
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (real) => {
      const made = [...text(real)]
      expect(made).toHaveLength([...real].length)
      expect(others(made)).toEqual(others([...real]))
    }),
  )
})
