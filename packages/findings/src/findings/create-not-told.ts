import { defineFinding } from '../finding.ts'

export const createNotTold = defineFinding({
  id: 'create-not-told',
  kind: 'fault',
  title: 'Nothing tells a create from an account that was there',
  detail: 'A POST that made a person is answered 200, and the person has no meta.created of now.',
  why: 'An endpoint that takes over existing accounts answers the same. This test changes no user that it cannot prove to have created, so nothing more is asked and the verdicts are unknown.',
  hurts: ['rfc'],
  damage: 'attribute',
  fix: 'Answer 201 Created where a POST has made somebody, and show meta.created. Then test again.',
  clause: 'RFC 7644 §3.3',
  sources: ['RFC 7644 §3.3', 'RFC 7643 §3.1'],
  signs: ['meet/create-told'],
})
