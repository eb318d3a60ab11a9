import { defineFinding } from '../finding.ts'

export const membersDespiteExcluded = defineFinding({
  id: 'members-despite-excluded',
  kind: 'fault',
  title: 'Members are returned although they were excluded',
  detail: 'excludedAttributes=members is ignored.',
  why: 'Entra ID reads groups without members; with them it transfers every member of a large group at each lookup, and can fail on it.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  when: 'for large groups',
  damage: 'stops',
  fix: 'Honour excludedAttributes, at least for members.',
  clause: 'RFC 7644 §3.9',
  sources: ['Microsoft: provisioning log error codes', 'wso2/scim2#178'],
  signs: ['group/members-left-out'],
  explains: ({ kind, attribute }) => kind === 'group' && ['members', 'displayName'].includes(attribute),
})
