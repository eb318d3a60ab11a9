import { methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const conflictNot409 = defineFinding({
  id: 'conflict-not-409',
  kind: 'fault',
  title: 'A conflict is not answered 409',
  detail: 'A POST with a userName that is taken is refused with another 4xx status than 409.',
  why: 'Clients tell a conflict from bad data by the status; Entra ID and JumpCloud take it for bad data, and JumpCloud does not look the person up as after a 409.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  when: 'for people whom somebody else creates at the same moment',
  damage: 'stops',
  fix: 'Answer 409 with scimType uniqueness.',
  clause: 'RFC 7644 §3.3',
  sources: ['getsentry/sentry#117860', 'RFC 7644 §3.3'],
  signs: ['conflict/answers-409'],
  explains: (difference) => difference.act === 'colleague' && ['', 'POST'].includes(methodOf(difference)),
})
