import { expect, test } from 'vitest'
import { rowOfMark } from './marks.ts'

test.each([
  ['no-path', 'entra', 'EN-08'],
  ['no-path', 'okta', 'OK-02'],
  ['members-by-value', 'jumpcloud', 'JC-10'],
  ['op-in-capitals', 'okta', 'EN-03'],
] as const)('%s of %s is told by %s', (mark, sender, row) => {
  expect(rowOfMark(mark, sender)).toBe(row)
})
