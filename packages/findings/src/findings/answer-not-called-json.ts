import { defineFinding } from '../finding.ts'

export const answerNotCalledJson = defineFinding({
  id: 'answer-not-called-json',
  kind: 'fault',
  title: 'Answers are not called JSON',
  detail: 'The Content-Type of an answer is neither application/scim+json nor application/json.',
  why: 'Clients that look at the header do not read the body.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  fix: 'Send Content-Type: application/scim+json.',
  clause: 'RFC 7644 §3.1',
  sources: ['limosa-io/laravel-scim-server#8', 'RFC 7644 §3.1'],
  signs: ['create/media-type'],
})
