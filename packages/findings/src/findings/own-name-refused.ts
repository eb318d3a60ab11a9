import { defineFinding } from '../finding.ts'

export const ownNameRefused = defineFinding({
  id: 'own-name-refused',
  kind: 'fault',
  title: 'A person is in the way of their own userName',
  detail:
    'A PATCH or a PUT that gives a person the userName that they have, in other case, is refused, as if somebody else had it.',
  why: 'JumpCloud takes over accounts whose userName differs in case, and writes the whole person with its own spelling: every update of them fails.',
  hurts: ['jumpcloud', 'okta', 'rfc'],
  hurtsBy: { 'conflict/own-name-accepted': ['rfc'] },
  unseen: 'no userName of the story is at the endpoint in other case',
  when: 'for people whose userName differs in case from that at the endpoint',
  damage: 'attribute',
  fix: 'Look for others who have the userName: leave the person out who is written.',
  clause: 'RFC 7643 §4.1.1',
  sources: ['RFC 7643 §4.1.1', 'RFC 7644 §3.5.1'],
  signs: ['conflict/own-name-accepted', 'put/own-name-accepted'],
})
