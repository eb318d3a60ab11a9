import { defineFinding } from '../finding.ts'

export const brokenFilterAnswers500 = defineFinding({
  id: 'broken-filter-answers-500',
  kind: 'fault',
  title: 'A broken filter is a fault of the server',
  detail: 'A filter that is cut off is answered 5xx.',
  why: 'The client thinks the server is ill and repeats it.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  fix: 'Answer 400 with scimType invalidFilter.',
  clause: 'RFC 7644 §3.12',
  sources: ['RFC 7644 §3.12'],
  signs: ['look-up/broken-filter-no-server-error'],
})
