import { methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const onlyOneOperation = defineFinding({
  id: 'only-one-operation',
  kind: 'fault',
  title: 'Of several operations in one PATCH not all are done',
  detail: 'A PATCH with two operations is refused, or one of them is not carried out.',
  why: 'Entra ID puts all that changed into one request, the disable of a leaver among it.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'access',
  fix: 'Carry out all Operations, in their order.',
  clause: 'RFC 7644 §3.5.2',
  sources: ['laravel-scim-server#34'],
  signs: ['patch/several-operations-accepted', 'patch/several-operations-done'],
  consequences: ['member/remove-operations-done'],
  explains: (difference) =>
    difference.kind === 'user' && methodOf(difference) === 'PATCH' && difference.attribute !== 'exists',
})
