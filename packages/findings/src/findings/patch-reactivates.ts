import { defineFinding } from '../finding.ts'

export const patchReactivates = defineFinding({
  id: 'patch-reactivates',
  kind: 'fault',
  title: 'An update lets a leaver in again',
  detail: 'A PATCH of another attribute makes an inactive person active.',
  why: 'Directories go on changing people who have left, and the change gives them access again.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'access',
  fix: 'Change active only when the request names it.',
  clause: 'RFC 7644 §3.5.2',
  sources: ['AWS: JumpCloud as an identity source', 'RFC 7644 §3.5.2'],
  signs: ['active/stays-inactive'],
  explains: (difference) => difference.attribute === 'active' && difference.expected === false,
})
