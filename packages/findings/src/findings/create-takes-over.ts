import { defineFinding } from '../finding.ts'

export const createTakesOver = defineFinding({
  id: 'create-takes-over',
  kind: 'fault',
  title: 'A create takes over an existing person',
  detail: 'A POST with the userName of an existing user is answered well, with that user’s id.',
  why: 'Two people become one account. JumpCloud’s connection test then deactivates the account whose address it uses.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  unseen: 'the account that is taken over is one that the lookup after a conflict would have found as well',
  damage: 'others',
  fix: 'Answer 409 with scimType uniqueness, and change nothing.',
  clause: 'RFC 7644 §3.3',
  sources: ['Lark Help Center: Sync user data from JumpCloud to Lark', 'RFC 7644 §3.3'],
  signs: ['conflict/not-taken-over'],
  consequences: ['conflict/other-case-refused'],
  explains: ({ act, attribute }) => act === 'colleague' && ['accounts', 'externalId'].includes(attribute),
})
