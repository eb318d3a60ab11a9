import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('names first, then one line for each entry; what is not set is empty', () => {
  expect(
    csvOf([
      { at: '2026', name: 'Ana, "A."' },
      { name: 'Bo', more: { a: [1] } },
    ]),
  ).toBe('at,name,more\r\n2026,"Ana, ""A.""",\r\n,Bo,"{""a"":[1]}"\r\n')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)'])('%s is a text and no formula', (text) => {
  expect(csvOf([{ name: text }])).toBe(`name\r\n'${text}\r\n`)
})
