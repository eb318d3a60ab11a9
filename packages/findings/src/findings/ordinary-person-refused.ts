import { isRefusal, methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const ordinaryPersonRefused = defineFinding({
  id: 'ordinary-person-refused',
  kind: 'restriction',
  title: 'An ordinary person is refused',
  detail:
    'A POST with the attributes that identity providers send as a matter of course is refused; with fewer of them it is taken.',
  why: 'Default mappings of all three services send them for every user who has them.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta'],
  damage: 'stops',
  fix: 'Ignore attributes that the endpoint has no use for, instead of refusing the person.',
  clause: 'RFC 7644 §3.3',
  sources: ['RFC 7644 §3.3'],
  signs: ['create/ordinary-accepted'],
  consequences: ['data/entra-body', 'data/jumpcloud-body', 'data/okta-body'],
  explains: (difference) =>
    isRefusal(difference) && (difference.attribute === 'exists' || methodOf(difference) === 'POST'),
})
