import { defineFinding } from '../finding.ts'

export const cursorNotDone = defineFinding({
  id: 'cursor-not-done',
  kind: 'fault',
  title: 'Cursors are offered and do not work',
  detail: 'Reading by cursor gives no next page, or the first one again.',
  why: 'Clients that page by cursor see the first people only.',
  hurts: ['rfc'],
  damage: 'attribute',
  fix: 'Return nextCursor while there is more, or do not advertise pagination by cursor.',
  clause: 'RFC 9865 §2',
  sources: ['RFC 9865 §2'],
  signs: ['discovery/cursor-kept'],
})
