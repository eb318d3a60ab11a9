import { methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const patchWithoutPathRefused = defineFinding({
  id: 'patch-without-path-refused',
  kind: 'fault',
  title: 'Operations without a path are refused',
  detail: 'A PATCH whose operation has an object and no path is refused.',
  why: 'With the suffix on its URL Entra ID writes several attributes in one object, a disable among them.',
  hurts: ['entra', 'okta', 'rfc'],
  damage: 'access',
  fix: 'Without a path, apply each member of the value to the attribute that it names.',
  clause: 'RFC 7644 §3.5.2.1',
  sources: ['ssoready/ssoready#228', 'thomaspoignant/scim-patch#132'],
  signs: ['writes/object-accepted', 'active/pathless-accepted'],
  consequences: [
    'group/rename-pathless-accepted',
    'member/pathless-add-accepted',
    'writes/dotted-keys',
    'writes/urn-keys',
    'writes/every-attribute',
  ],
  explains: (difference) => methodOf(difference) === 'PATCH' && difference.attribute !== 'exists',
})
