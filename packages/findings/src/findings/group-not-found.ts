import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const groupNotFound = defineFinding({
  id: 'group-not-found',
  kind: 'fault',
  title: 'Groups are not found by name',
  detail: 'A filter by displayName does not find a group that is there.',
  why: 'The group is taken for new and created again.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  when: 'where groups are provisioned',
  damage: 'stops',
  fix: 'Support the filter displayName eq "value" for groups.',
  clause: 'RFC 7644 §3.4.2.2',
  sources: ['bytebase#18209'],
  signs: ['group/found'],
  explains: (difference) => difference.kind !== 'user' && (isRefusal(difference) || difference.attribute === 'members'),
})
