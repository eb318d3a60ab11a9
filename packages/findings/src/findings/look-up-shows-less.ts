import { defineFinding } from '../finding.ts'

export const lookUpShowsLess = defineFinding({
  id: 'look-up-shows-less',
  kind: 'fault',
  title: 'A lookup shows less than a GET by id',
  detail: 'People who are found by a filter lack attributes that a GET of the same person has.',
  why: 'Clients compare what a lookup found with what they want. What is not shown counts as missing, and is written again or taken for a difference.',
  hurts: ['rfc'],
  damage: 'attribute',
  fix: 'Show the same attributes in lists as for a single person, unless the request names them (attributes, excludedAttributes).',
  clause: 'RFC 7644 §3.4.2',
  sources: ['RFC 7644 §3.4.2'],
  signs: ['look-up/shows-whole'],
})
