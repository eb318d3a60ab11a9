import { methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const unchangedRefused = defineFinding({
  id: 'unchanged-refused',
  kind: 'fault',
  title: 'A PATCH that changes nothing is refused',
  detail: 'A PATCH that gives an attribute the value that it has already is answered with an error.',
  why: 'A request that is sent again after a timeout, or after a restart of the provisioning, finds its value there.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  when: 'where a value that is there already is sent again',
  damage: 'attribute',
  fix: 'Answer 200 or 204 where there is nothing to change.',
  clause: 'RFC 7644 §3.5.2.3',
  sources: ['better-auth/better-auth#8549'],
  signs: ['patch/unchanged-accepted'],
  explains: (difference) =>
    difference.kind === 'user' && difference.attribute === 'answer' && methodOf(difference) === 'PATCH',
})
