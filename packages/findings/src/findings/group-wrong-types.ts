import { defineFinding } from '../finding.ts'

export const groupWrongTypes = defineFinding({
  id: 'group-wrong-types',
  kind: 'fault',
  title: 'A group has members of the wrong JSON type',
  detail: 'A group that is read has texts as members, or another attribute of another type than its schema says.',
  why: 'JumpCloud cannot read the group and fails its connection test; other clients find no member in it.',
  hurts: ['jumpcloud', 'rfc'],
  damage: 'stops',
  fix: 'Return members as a list of objects, each with value.',
  clause: 'RFC 7643 §4.2',
  sources: ['RFC 7643 §4.2', 'AzureAD/SCIMReferenceCode#20'],
  signs: ['group/types-right'],
  explains: (difference) => difference.kind === 'group' || difference.kind === 'connection',
})
