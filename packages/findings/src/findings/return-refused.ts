import { methodOf, textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const returnRefused = defineFinding({
  id: 'return-refused',
  kind: 'fault',
  title: 'A disabled person cannot be enabled again',
  detail: 'PATCH active true is refused, or answered well and not done.',
  why: 'A user who comes back is enabled by PATCH and stays locked out.',
  hurts: ['entra', 'entraLegacy', 'okta', 'rfc'],
  damage: 'access',
  fix: 'Take PATCH active true for inactive people.',
  clause: 'RFC 7644 §3.5.2',
  sources: ['growthbook/growthbook#1680', 'kirodotdev/Kiro#10711'],
  signs: ['active/enable-accepted', 'active/enable-done'],
  consequences: [
    'active/text-True-accepted',
    'active/text-True-done',
    'active/add-true-accepted',
    'active/add-true-done',
  ],
  explains: (difference) =>
    (difference.attribute === 'active' && difference.expected === true) ||
    (methodOf(difference) === 'PATCH' && /active/.test(textOf(difference))),
})
