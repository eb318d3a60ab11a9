import { defineFinding } from '../finding.ts'

export const leadingZerosLost = defineFinding({
  id: 'leading-zeros-lost',
  kind: 'fault',
  title: 'employeeNumber loses its leading zeros',
  detail:
    'An employeeNumber of figures is taken for a number: what comes back is shorter than what was sent, or no text.',
  why: 'Personnel number 00123 is not 123: payroll finds no one, or two people become one. Entra ID sends the value anew at each evaluation, and typed models cannot read a number.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  unseen: 'no employeeNumber of the story is made of figures alone',
  when: 'for people whose employeeNumber begins with 0',
  damage: 'attribute',
  fix: 'Store and return employeeNumber as the text that was sent.',
  clause: 'RFC 7643 §4.3',
  sources: ['RFC 7643 §4.3', 'RFC 7643 §8.7.1'],
  signs: ['data/leading-zeros-kept'],
})
