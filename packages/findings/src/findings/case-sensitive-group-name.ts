import { defineFinding } from '../finding.ts'

export const caseSensitiveGroupName = defineFinding({
  id: 'case-sensitive-group-name',
  kind: 'fault',
  title: 'Groups are looked up case-sensitively',
  detail: 'A filter with the displayName of a group in other case does not find it.',
  why: 'Entra ID and JumpCloud look a group up by its name before they create it. A group that is called Sales at the endpoint and SALES in the directory is made a second time, and the access of the first one stays with its members.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  unseen: 'no group of the story is at the endpoint in other case',
  when: 'for groups whose name differs in case from that at the endpoint',
  damage: 'stops',
  fix: 'Compare displayName of groups without regard to case; its schema says caseExact false.',
  clause: 'RFC 7643 §8.7.1',
  sources: ['RFC 7643 §8.7.1', 'RFC 7643 §2.2', 'RFC 7644 §3.4.2.2'],
  signs: ['group/other-case-found'],
})
