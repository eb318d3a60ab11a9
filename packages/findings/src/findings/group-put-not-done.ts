import { methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const groupPutNotDone = defineFinding({
  id: 'group-put-not-done',
  kind: 'fault',
  title: 'A PUT of a group is answered well and not done',
  detail: 'A group that is written whole keeps its old name or its old members.',
  why: 'Okta and other clients write whole groups. Entra ID and JumpCloud change groups by PATCH and do not notice.',
  hurts: ['okta', 'rfc'],
  damage: 'attribute',
  fix: 'Replace the group by what the body says, or refuse PUT with 405 or 501.',
  clause: 'RFC 7644 §3.5.1',
  sources: ['Metatavu/keycloak-scim-server#111', 'RFC 7644 §3.5.1'],
  signs: ['group/put-done'],
  explains: (difference) =>
    difference.sender === 'okta' && difference.kind === 'group' && methodOf(difference) === 'PUT',
})
