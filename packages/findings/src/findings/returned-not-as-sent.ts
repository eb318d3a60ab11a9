import { defineFinding } from '../finding.ts'

export const returnedNotAsSent = defineFinding({
  id: 'returned-not-as-sent',
  kind: 'fault',
  title: 'Who comes back after a deletion gets the old account',
  detail: 'A person who was deleted and is created again is inactive, or has values of the account that was deleted.',
  why: 'Entra ID and JumpCloud create a returning user as a new one. The answer is good, and the person cannot sign in or has an old role.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  unseen: 'it takes a person who was deleted and returns under the same userName',
  damage: 'access',
  fix: 'Write all that the POST says, active included, to whatever record you bring back.',
  clause: 'RFC 7644 §3.3',
  sources: ['rancher/rancher#55220', 'RFC 7644 §3.6'],
  signs: ['delete/back-as-sent'],
  explains: ({ kind, act }) => kind === 'user' && ['back', 'deleted', 'purged'].includes(act),
})
