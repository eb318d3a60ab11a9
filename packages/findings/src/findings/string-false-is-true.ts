import { defineFinding } from '../finding.ts'

export const stringFalseIsTrue = defineFinding({
  id: 'string-false-is-true',
  kind: 'fault',
  title: '"False" as text is taken for true',
  detail: 'PATCH active with the text "False" is answered well, and the person stays active.',
  why: 'Without the suffix on its URL Entra ID disables a leaver, gets a good answer, and the leaver keeps the access.',
  hurts: ['entraLegacy'],
  damage: 'access',
  fix: 'Read "True" and "False", in any case, as booleans; a text that is not empty is not true.',
  clause: 'RFC 7643 §2.3.2',
  sources: ['thomaspoignant/scim-patch#872', 'scimmyjs/scimmy#51'],
  signs: ['active/text-False-done'],
  consequences: ['active/text-false-done'],
  explains: (difference) =>
    (difference.sender === 'entraLegacy' || difference.sender === 'onDemand') && difference.attribute === 'active',
})
