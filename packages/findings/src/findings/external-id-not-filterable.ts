import { defineFinding } from '../finding.ts'

export const externalIdNotFilterable = defineFinding({
  id: 'external-id-not-filterable',
  kind: 'fault',
  title: 'No user is found by externalId',
  detail: 'A filter by externalId does not find the person who has it.',
  why: 'Where externalId is the matching attribute, every user is created twice or collides.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  when: 'where externalId is a matching attribute',
  damage: 'stops',
  fix: 'Support the filter externalId eq "value".',
  clause: 'RFC 7644 §3.4.2.2',
  sources: ['goauthentik/authentik#25837', 'OctopusDeploy/Issues#9841'],
  signs: ['look-up/external-id-finds'],
})
