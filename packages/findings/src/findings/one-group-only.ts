import { addsMembers, hasStrangers, lacksMembers } from '../difference.ts'
import type { Difference } from '../evidence.ts'
import { defineFinding } from '../finding.ts'

export const oneGroupOnly = defineFinding({
  id: 'one-group-only',
  kind: 'fault',
  title: 'A user who joins a group is out of the other ones',
  detail: 'A person who is added to a second group is no longer in the first.',
  why: 'People are in several groups, and a membership that was sent once is not sent again.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'others',
  fix: 'Keep memberships of a person in as many groups as there are.',
  clause: 'RFC 7643 §4.2',
  sources: ['SimpleCloudManagerProject/SCAMP#262', 'RFC 7643 §4.2'],
  signs: ['member/other-groups-kept'],
  explains: (difference) =>
    lacksMembers(difference) && !hasStrangers(difference) && (addsMembers(difference) || isOfCatalogue(difference)),
})

/** The last write to a group of Okta's catalogue is its name, which follows the members. */
function isOfCatalogue({ sender }: Difference): boolean {
  return sender === 'oktaCatalogue'
}
