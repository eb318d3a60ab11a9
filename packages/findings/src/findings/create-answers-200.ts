import { defineFinding } from '../finding.ts'

export const createAnswers200 = defineFinding({
  id: 'create-answers-200',
  kind: 'fault',
  title: 'A create is answered 200 instead of 201',
  detail: 'A POST that made a resource is answered with another status than 201.',
  why: 'Clients that keep to the letter take it for an answer to something else.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  fix: 'Answer 201 Created with the resource and its Location.',
  clause: 'RFC 7644 §3.3',
  sources: ['RFC 7644 §3.3'],
  signs: ['create/answers-201'],
})
