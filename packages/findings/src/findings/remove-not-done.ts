import { methodOf, textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const removeNotDone = defineFinding({
  id: 'remove-not-done',
  kind: 'fault',
  title: 'Remove takes nothing away',
  detail: 'A PATCH with op remove on an attribute is refused, or answered well and not done.',
  why: 'A value that a user no longer has stays.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  fix: 'Take the attribute away.',
  clause: 'RFC 7644 §3.5.2.2',
  sources: ['RFC 7644 §3.5.2.2', 'SCIMReferenceCode#87'],
  signs: ['patch/remove-accepted', 'patch/remove-done'],
  consequences: ['manager/remove-accepted', 'manager/removed'],
  explains: (difference) =>
    difference.kind === 'user' && methodOf(difference) === 'PATCH' && /"op":"remove"/i.test(textOf(difference)),
})
