import { lacksMembers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const largeGroupCut = defineFinding({
  id: 'large-group-cut',
  kind: 'fault',
  title: 'Of a large group only some members are there',
  detail: 'Members beyond the first hundred or so are not shown, or are lost when the group is changed.',
  why: 'Identity providers add the members of a large group in several requests, each of them once: a member who is lost on the way is not added again.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  // Neither Entra ID nor JumpCloud reads members back.
  hurtsBy: { 'large-group/shown-whole': ['rfc'], 'large-group/post-whole': ['jumpcloud', 'rfc'] },
  when: 'for groups of more than a hundred members',
  damage: 'access',
  fix: 'Show all members of a group, and carry out a PATCH on all of them, not on the first page of a query.',
  clause: 'RFC 7643 §4.2, RFC 7644 §3.5.2',
  sources: ['FusionAuth/fusionauth-issues#2784'],
  signs: ['large-group/all-kept', 'large-group/others-kept', 'large-group/shown-whole', 'large-group/post-whole'],
  explains: (difference) =>
    lacksMembers(difference) && Array.isArray(difference.expected) && difference.expected.length > 100,
})
