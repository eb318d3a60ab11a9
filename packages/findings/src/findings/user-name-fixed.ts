import { methodOf, textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const userNameFixed = defineFinding({
  id: 'user-name-fixed',
  kind: 'fault',
  title: 'userName cannot be changed',
  detail: 'A PATCH or a PUT of another userName is refused, or answered well and not done.',
  why: 'People marry and companies rename; Entra ID also renames users who go into its bin. The whole request fails, a disable in it included.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  hurtsBy: { 'writes/user-name': ['entra', 'entraLegacy', 'rfc'], 'put/user-name': ['jumpcloud', 'okta', 'rfc'] },
  damage: 'attribute',
  fix: 'Let userName be changed while the id stays.',
  clause: 'RFC 7643 §4.1.1',
  sources: ['onyx-dot-app/onyx#14074', 'RFC 7643 §4.1.1'],
  signs: ['writes/user-name', 'put/user-name'],
  explains: (difference) =>
    difference.attribute === 'userName' || (methodOf(difference) === 'PATCH' && /userName/.test(textOf(difference))),
})
