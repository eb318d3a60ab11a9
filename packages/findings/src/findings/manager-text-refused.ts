import { textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const managerTextRefused = defineFinding({
  id: 'manager-text-refused',
  kind: 'fault',
  title: 'The manager as a text is refused',
  detail: 'A PATCH of the manager with a bare text is refused.',
  why: 'Entra ID writes the manager as a text, not as the object of RFC 7643.',
  hurts: ['entra', 'entraLegacy'],
  when: 'for people with a manager',
  damage: 'attribute',
  fix: 'Take a text for the manager’s id: { "value": text }.',
  sources: ['azure-docs#73842', 'Captain-P-Goldfish/SCIM-SDK#686'],
  signs: ['manager/text-accepted'],
  explains: (difference) => difference.attribute === 'manager' || /manager/.test(textOf(difference)),
})
