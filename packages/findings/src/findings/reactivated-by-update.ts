import { defineFinding } from '../finding.ts'

export const reactivatedByUpdate = defineFinding({
  id: 'reactivated-by-update',
  kind: 'fault',
  title: 'An update makes a disabled person active',
  detail: 'A PATCH that does not mention active sets it to true.',
  why: 'Entra ID goes on updating people who are disabled. With the next change of a title a leaver has access again.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'access',
  fix: 'Change active only where the request names it.',
  clause: 'RFC 7644 §3.5.2',
  sources: ['getprobo/probo#711'],
  signs: ['leave-and-return/update-leaves-inactive'],
  explains: (difference) => difference.attribute === 'active' && difference.expected === false,
})
