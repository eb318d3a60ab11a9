import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const groupsRefused = defineFinding({
  id: 'groups-refused',
  kind: 'fault',
  title: 'Groups cannot be created',
  detail: 'A POST to /Groups is refused although GET /Groups is answered.',
  why: 'No group arrives.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  when: 'where groups are provisioned',
  damage: 'stops',
  fix: 'Take a POST with displayName, and with or without members.',
  clause: 'RFC 7644 §3.3',
  sources: ['JumpCloud: Troubleshoot custom SCIM integrations'],
  signs: ['group/accepted'],
  explains: (difference) => difference.kind !== 'user' && isRefusal(difference),
})
