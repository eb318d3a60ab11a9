import { isStillThere } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const groupPatchNotSupported = defineFinding({
  id: 'group-patch-not-supported',
  kind: 'fault',
  title: 'Groups cannot be changed by PATCH',
  detail: 'PATCH of a group is answered 404, 405 or 501.',
  why: 'Members come and go by PATCH from Entra ID and JumpCloud.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  when: 'where groups are provisioned',
  damage: 'stops',
  fix: 'Support PATCH of groups.',
  clause: 'RFC 7644 §3.5.2',
  sources: ['Metatavu/keycloak-scim-server#111'],
  signs: ['member/patch-offered'],
  explains: (difference) => difference.kind !== 'user' && !isStillThere(difference),
})
