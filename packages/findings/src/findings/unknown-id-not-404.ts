import { defineFinding } from '../finding.ts'

export const unknownIdNot404 = defineFinding({
  id: 'unknown-id-not-404',
  kind: 'fault',
  title: 'An id that is not there is not answered 404',
  detail: 'GET of a person who does not exist is answered with another status than 404.',
  why: 'Entra ID matches or creates again after a 404; after anything else it waits and repeats.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'stops',
  unseen: 'it takes a person whom somebody else deletes at the endpoint between two cycles',
  fix: 'Answer 404 with a SCIM error.',
  clause: 'RFC 7644 §3.12',
  sources: ['jelhub/scimgateway#18'],
  signs: ['delete/unknown-id-404'],
  explains: (difference) => difference.act === 'back',
})
