import { expect, test } from 'vitest'
import { guestName, withoutGuestMark } from './guest-name.ts'

test.each([
  ['gus_partner.com#EXT#@contoso.onmicrosoft.com', 'gus@partner.com'],
  ['a_b_partner.com#EXT#@contoso.onmicrosoft.com', 'a_b@partner.com'],
  ['ana@contoso.example', 'ana@contoso.example'],
  ['x#EXT#@other.onmicrosoft.com', 'x#EXT#@other.onmicrosoft.com'],
])('%s is delivered as %s', (full, delivered) => {
  expect(withoutGuestMark(full, 'contoso.onmicrosoft.com')).toBe(delivered)
})

test('inviting and delivering are inverse', () => {
  const full = guestName('a_b@partner.com', 'contoso.onmicrosoft.com')
  expect(full).toBe('a_b_partner.com#EXT#@contoso.onmicrosoft.com')
  expect(withoutGuestMark(full, 'contoso.onmicrosoft.com')).toBe('a_b@partner.com')
})
