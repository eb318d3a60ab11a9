import { defineFinding } from '../finding.ts'

export const deletedExternalIdTaken = defineFinding({
  id: 'deleted-external-id-taken',
  kind: 'fault',
  title: 'The externalId of a deleted person stays taken',
  detail:
    'A new person with the externalId of a deleted one is refused; with another externalId the same person is taken.',
  why: 'Entra ID writes the same externalId when a user comes back, so the user cannot be created again.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  when: 'for people who come back after they were deleted',
  damage: 'stops',
  fix: 'Leave deleted people out when you look whether an externalId is taken.',
  clause: 'RFC 7644 §3.6',
  sources: ['Unleash/unleash#9217', 'sourcegraph/sourcegraph-public-snapshot#63135', 'RFC 7644 §3.6'],
  signs: ['delete/external-id-free'],
  explains: ({ act }) => act === 'back' || act === 'restored',
})
