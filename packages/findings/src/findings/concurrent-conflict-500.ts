import { defineFinding } from '../finding.ts'

export const concurrentConflict500 = defineFinding({
  id: 'concurrent-conflict-500',
  kind: 'fault',
  title: 'A create that loses a race is answered as a fault of the server',
  detail: 'Of two creates of one userName at the same moment one is done, and the other answered 5xx, not 409.',
  why: 'The check before the write is not enough: the database refuses, and what it says is not told as the conflict that it is.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  fix: 'Answer 409 with scimType uniqueness where the database refuses a second row.',
  clause: 'RFC 7644 §3.3, §3.12',
  sources: ['gravitee-io/gravitee-access-management#8290', 'wso2/product-is#26148'],
  signs: ['created-twice/no-server-error'],
})
