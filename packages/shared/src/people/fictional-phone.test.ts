import { expect, test } from 'vitest'
import { FICTIONAL_PHONES, fictionalPhone } from './fictional-phone.ts'

test('there are as many fictional numbers as are said, and no two are one', () => {
  const all = new Set(Array.from({ length: FICTIONAL_PHONES }, (_, index) => fictionalPhone(index)))
  expect(all.size).toBe(FICTIONAL_PHONES)
  expect([...all].every((number) => /^\+1 [2-9]\d\d 555 01\d\d$/.test(number))).toBe(true)
})
