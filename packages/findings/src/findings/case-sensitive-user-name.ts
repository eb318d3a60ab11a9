import { defineFinding } from '../finding.ts'

export const caseSensitiveUserName = defineFinding({
  id: 'case-sensitive-user-name',
  kind: 'fault',
  title: 'userName is looked up case-sensitively',
  detail: 'A filter with the userName in other case finds no user.',
  why: 'After a change of case in the directory the person is created twice, or collides forever.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  when: 'for people whose userName differs in case from that at the endpoint',
  damage: 'stops',
  fix: 'Compare userName without regard to case; its schema says caseExact false.',
  clause: 'RFC 7643 §4.1.1',
  sources: ['simpleidserver/SimpleIdServer#489', 'zitadel/zitadel#9257'],
  signs: ['look-up/other-case-finds'],
})
