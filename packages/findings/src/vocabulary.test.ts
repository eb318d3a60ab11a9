import { expect, test } from 'vitest'
import { DAMAGES, KINDS, VICTIMS } from './index.ts'

test('the words are those that results and the command line have', () => {
  expect(VICTIMS).toEqual(['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'])
  expect(KINDS).toEqual(['fault', 'restriction'])
  expect(DAMAGES).toEqual(['access', 'others', 'stops', 'attribute', 'cosmetic'])
})
