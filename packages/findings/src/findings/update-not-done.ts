import { isValue, methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const updateNotDone = defineFinding({
  id: 'update-not-done',
  kind: 'fault',
  title: 'An update is refused, or answered well and not done',
  detail: 'A PATCH of an attribute does not change it.',
  why: 'Changes in the directory never arrive, and with a good answer no error says so.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  fix: 'Carry out replace with a path to a simple attribute.',
  clause: 'RFC 7644 §3.5.2.3',
  sources: ['RFC 7644 §3.5.2'],
  signs: ['writes/something', 'writes/every-attribute', 'writes/simple-path'],
  explains: (difference) =>
    isValue(difference) ||
    (difference.kind === 'user' && methodOf(difference) === 'PATCH' && difference.attribute === 'answer'),
})
