import { defineFinding } from '../finding.ts'

export const groupPatchWithoutPath = defineFinding({
  id: 'group-patch-without-path',
  kind: 'fault',
  title: 'Groups are not changed by operations without a path',
  detail: 'A PATCH of a group whose operation has an object and no path is refused, or answered well and not done.',
  why: 'With the suffix on its URL Entra ID was reported to write a lone displayName of a group, or members, in such an object.',
  hurts: ['entra', 'okta', 'rfc'],
  when: 'if Entra ID leaves the path out in changes of groups, as some receivers report',
  damage: 'attribute',
  fix: 'Without a path, apply each member of the value to the attribute that it names, in groups as in users.',
  clause: 'RFC 7644 §3.5.2.1',
  sources: ['langwatch/langwatch#7131', 'snipe-it#19115'],
  signs: [
    'group/rename-pathless-accepted',
    'group/rename-pathless-done',
    'member/pathless-add-accepted',
    'member/pathless-add-done',
  ],
})
