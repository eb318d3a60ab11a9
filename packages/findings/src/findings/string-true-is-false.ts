import { defineFinding } from '../finding.ts'

export const stringTrueIsFalse = defineFinding({
  id: 'string-true-is-false',
  kind: 'fault',
  title: '"True" as text is taken for false',
  detail: 'PATCH active with the text "True" is answered well, and the person stays inactive.',
  why: 'Without the suffix on its URL Entra ID enables a user who came back, and the user stays locked out.',
  hurts: ['entraLegacy'],
  damage: 'access',
  fix: 'Read "True" and "False", in any case, as booleans.',
  clause: 'RFC 7643 §2.3.2',
  sources: ['thomaspoignant/scim-patch#872'],
  signs: ['active/text-True-done'],
  explains: (difference) =>
    (difference.sender === 'entraLegacy' || difference.sender === 'onDemand') && difference.attribute === 'active',
})
