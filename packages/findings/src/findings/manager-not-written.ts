import { defineFinding } from '../finding.ts'

export const managerNotWritten = defineFinding({
  id: 'manager-not-written',
  kind: 'fault',
  title: 'The manager is not what was written',
  detail: 'A manager is not changed or not removed, or another user is shown.',
  why: 'Approvals go to the wrong person.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  when: 'for people with a manager',
  damage: 'attribute',
  fix: 'Store the id that was given, replace it, and take it away on remove.',
  clause: 'RFC 7643 §4.3',
  sources: ['pond/scimitar#48', 'RFC 7643 §4.3'],
  signs: ['manager/right-person', 'manager/changed', 'manager/remove-accepted', 'manager/removed'],
  explains: (difference) => difference.attribute === 'manager',
})
