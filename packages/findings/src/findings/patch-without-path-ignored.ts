import { methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const patchWithoutPathIgnored = defineFinding({
  id: 'patch-without-path-ignored',
  kind: 'fault',
  title: 'Operations without a path are ignored',
  detail: 'A PATCH whose operation has an object and no path is answered well and not done.',
  why: 'With the suffix on its URL Entra ID writes several attributes in one object. Updates, a disable among them, get lost without a trace.',
  hurts: ['entra', 'okta', 'rfc'],
  damage: 'access',
  fix: 'Without a path, apply each member of the value to the attribute that it names.',
  clause: 'RFC 7644 §3.5.2.1',
  sources: ['zulip/zulip#39773', 'ssoready/ssoready#228'],
  signs: ['writes/object-done', 'active/pathless-done'],
  consequences: [
    'group/rename-pathless-done',
    'member/pathless-add-done',
    'writes/dotted-keys',
    'writes/urn-keys',
    'writes/every-attribute',
  ],
  explains: (difference) => methodOf(difference) === 'PATCH' && difference.attribute !== 'exists',
})
