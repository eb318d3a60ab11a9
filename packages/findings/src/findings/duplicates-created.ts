import { defineFinding } from '../finding.ts'

export const duplicatesCreated = defineFinding({
  id: 'duplicates-created',
  kind: 'fault',
  title: 'Two people can have the same userName',
  detail: 'A second POST with a userName that is taken makes a second person.',
  why: 'Look-ups then find two. Entra ID stops on both with an error, and JumpCloud fails.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'others',
  fix: 'Make userName unique, and answer 409 with scimType uniqueness.',
  clause: 'RFC 7643 §4.1.1',
  sources: ['OctopusDeploy/Issues#9841', 'RFC 7643 §4.1.1'],
  signs: ['conflict/not-twice'],
  consequences: ['conflict/other-case-refused'],
  explains: ({ act, attribute }) => act === 'colleague' && attribute === 'accounts',
})
