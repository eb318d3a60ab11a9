import { defineFinding } from '../finding.ts'

export const filterFindsNobody = defineFinding({
  id: 'filter-finds-nobody',
  kind: 'fault',
  title: 'A lookup finds no user',
  detail: 'A filter by userName does not find a person who is there.',
  why: 'The person is taken for new: a POST follows, which makes a duplicate or collides forever.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Compare userName with the value in the filter, after decoding the URL.',
  clause: 'RFC 7644 §3.4.2.2',
  sources: ['OctopusDeploy/Issues#9841'],
  signs: ['look-up/finds'],
  consequences: [
    'look-up/plus-is-space',
    'look-up/other-case-finds',
    'look-up/special-characters',
    'look-up/external-id-finds',
    'active/found-when-inactive',
  ],
  explains: ({ attribute }) => attribute !== 'members',
})
