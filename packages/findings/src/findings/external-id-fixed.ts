import { methodOf, textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const externalIdFixed = defineFinding({
  id: 'external-id-fixed',
  kind: 'fault',
  title: 'externalId cannot be changed',
  detail: 'A PATCH or a PUT of another externalId is refused, or answered well and not done; a POST takes it.',
  why: 'An account that was there before has no externalId of the identity provider’s, and never gets one: it is sent again and again, and a lookup by externalId finds no user.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  hurtsBy: { 'writes/external-id': ['entra', 'entraLegacy', 'rfc'], 'put/external-id': ['jumpcloud', 'rfc'] },
  unseen: 'what the story compares has no externalId in it',
  when: 'for people who were at the endpoint before, or whose externalId changes',
  damage: 'attribute',
  fix: 'Store externalId at every write, not only when the person is created.',
  clause: 'RFC 7643 §3.1',
  sources: ['RFC 7643 §3.1', 'RFC 7644 §3.5.2'],
  signs: ['writes/external-id', 'put/external-id'],
  explains: (difference) =>
    difference.attribute === 'externalId' ||
    (difference.kind === 'user' &&
      difference.attribute === 'answer' &&
      methodOf(difference) !== 'POST' &&
      /externalId/.test(textOf(difference))),
})
