import { defineFinding } from '../finding.ts'

export const lookUpKeepsOldName = defineFinding({
  id: 'look-up-keeps-old-name',
  kind: 'fault',
  title: 'A renamed person is looked up by the old name',
  detail:
    'After a change of userName a filter by the new one finds no user, or one by the old one still finds the person.',
  why: 'A user is found by a name that is no longer theirs, and not by the one they have: the next restart creates a second account.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  unseen: 'JumpCloud looks a person up again when the application is connected anew',
  damage: 'stops',
  fix: 'Filter by the value that userName has now, and change whatever index or copy it is looked up in along with it.',
  clause: 'RFC 7644 §3.4.2.2',
  sources: ['BerriAI/litellm#27308', 'rancher/rancher#54024'],
  signs: ['look-up/new-name-finds', 'look-up/old-name-finds-nobody'],
  explains: (difference) => difference.kind === 'user' && !['hired', 'promoted'].includes(difference.act),
})
