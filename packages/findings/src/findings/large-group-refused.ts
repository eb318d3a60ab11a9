import { defineFinding } from '../finding.ts'

export const largeGroupRefused = defineFinding({
  id: 'large-group-refused',
  kind: 'restriction',
  title: 'Many members at once are refused',
  detail: 'A request with a few members is taken, and one with a hundred or more is refused.',
  why: 'A group that was there before it is provisioned comes with all of its members in a few requests. How many there are in one is published by neither Entra ID nor JumpCloud.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta'],
  hurtsBy: { 'large-group/add-accepted': ['entra', 'entraLegacy'], 'large-group/post-accepted': ['jumpcloud', 'okta'] },
  when: 'for groups of many members, if so many come in one request',
  damage: 'stops',
  fix: 'Allow bodies of a few hundred kilobytes, and as many members as fit in.',
  sources: ['slashdevops/idp-scim-sync#62', 'goauthentik/authentik#20410'],
  signs: ['large-group/add-accepted', 'large-group/post-accepted'],
})
