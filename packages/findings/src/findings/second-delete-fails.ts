import { defineFinding } from '../finding.ts'

export const secondDeleteFails = defineFinding({
  id: 'second-delete-fails',
  kind: 'fault',
  title: 'A second DELETE is a fault of the server',
  detail: 'DELETE of a person who is gone is answered 5xx.',
  why: 'A client that did not hear the first answer repeats it forever.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  fix: 'Answer 404.',
  clause: 'RFC 7644 §3.6',
  sources: ['Budibase/budibase#17175'],
  signs: ['delete/again-no-server-error'],
})
