import { hasStrangers, lacksMembers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const memberReplaceNotDone = defineFinding({
  id: 'member-replace-not-done',
  kind: 'fault',
  title: 'A replace of members does not replace them',
  detail:
    'A PATCH replace on members is answered well, and afterwards the group has others in it than those who were sent.',
  why: 'A client that sends the whole list takes all others for removed. They keep what the group gives.',
  hurts: ['okta', 'rfc'],
  damage: 'access',
  fix: 'Let the members be those of the value, and no others. Entra ID adds with Add where it is not shown the members: leave them out when excludedAttributes asks for it, and nothing has to be guessed.',
  clause: 'RFC 7644 §3.5.2.3',
  sources: ['RFC 7644 §3.5.2.3'],
  signs: ['member/replace-done'],
  explains: (difference) =>
    difference.sender === 'oktaCatalogue' && (lacksMembers(difference) || hasStrangers(difference)),
})
