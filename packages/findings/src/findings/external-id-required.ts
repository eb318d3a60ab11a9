import { defineFinding } from '../finding.ts'

export const externalIdRequired = defineFinding({
  id: 'external-id-required',
  kind: 'restriction',
  title: 'People without an externalId are refused',
  detail: 'A POST without externalId is refused.',
  why: 'externalId is the client’s and optional.',
  hurts: ['jumpcloud'],
  when: 'for people without an externalId',
  damage: 'stops',
  fix: 'Take people without it.',
  sources: ['RFC 7643 §3.1'],
  signs: ['data/without-external-id'],
})
