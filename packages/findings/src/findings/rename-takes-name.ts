import { defineFinding } from '../finding.ts'

export const renameTakesName = defineFinding({
  id: 'rename-takes-name',
  kind: 'fault',
  title: 'A change of userName is taken although somebody has the name',
  detail: 'After a PATCH or PUT two people have the same userName; only a create is checked.',
  why: 'A user who is looked up by that name is found twice, and the next change goes to the wrong one of the two or to neither.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  when: 'for people who get a userName that somebody has',
  damage: 'others',
  fix: 'Check userName in every write, and answer 409 with scimType uniqueness.',
  clause: 'RFC 7643 §4.1.1, RFC 7644 §3.12',
  sources: ['simpleidserver/SimpleIdServer#928'],
  signs: ['conflict/rename-refused'],
})
