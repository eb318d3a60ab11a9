import { defineFinding } from '../finding.ts'

export const managerAsString = defineFinding({
  id: 'manager-as-string',
  kind: 'fault',
  title: 'The manager is returned as a bare text',
  detail: 'The manager comes back as a text, not as an object with value.',
  why: 'Entra ID cannot read the person and fails on every update.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  when: 'for people with a manager',
  damage: 'stops',
  fix: 'Return { "value": id } for the manager, however it was written.',
  clause: 'RFC 7643 §4.3',
  sources: ['budibase/budibase#15369', 'apache/directory-scimple#1242'],
  signs: ['manager/shown-as-object'],
  explains: (difference) => difference.kind === 'user',
})
