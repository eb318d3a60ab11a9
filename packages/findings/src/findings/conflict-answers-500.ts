import { isRefusal, methodOf, statusOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const conflictAnswers500 = defineFinding({
  id: 'conflict-answers-500',
  kind: 'fault',
  title: 'A conflict is answered as a fault of the server',
  detail: 'A POST with a userName that is taken is answered 5xx.',
  why: 'Identity providers take it for a passing fault and repeat what can never succeed.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  damage: 'stops',
  fix: 'Check before writing, or catch the database’s unique violation, and answer 409 with scimType uniqueness.',
  clause: 'RFC 7644 §3.12',
  sources: ['lightdash/lightdash#22402', 'simpleidserver#928'],
  signs: ['conflict/no-server-error'],
  consequences: ['conflict/rename-no-server-error', 'created-twice/no-server-error'],
  explains: (difference) =>
    isRefusal(difference) &&
    (difference.act === 'colleague' || (methodOf(difference) === 'POST' && statusOf(difference) >= 500)),
})
