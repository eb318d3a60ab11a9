import { textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const groupRenameNotDone = defineFinding({
  id: 'group-rename-not-done',
  kind: 'fault',
  title: 'A group cannot be renamed',
  detail: 'A PATCH of a group’s displayName is refused, or answered well and not done.',
  why: 'The group keeps the old name; looked up by the new one, it is created a second time.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  when: 'where groups are provisioned',
  damage: 'attribute',
  fix: 'Carry out replace on displayName of groups.',
  clause: 'RFC 7644 §3.5.2.3',
  sources: ['langwatch/langwatch#7131'],
  signs: ['group/rename-accepted', 'group/rename-done'],
  consequences: ['group/rename-pathless-accepted', 'group/rename-pathless-done', 'group/put-done'],
  explains: (difference) =>
    difference.kind === 'connection' ||
    (difference.kind === 'group' &&
      (difference.attribute === 'displayName' ||
        (difference.attribute === 'answer' && /displayName/.test(textOf(difference))))),
})
