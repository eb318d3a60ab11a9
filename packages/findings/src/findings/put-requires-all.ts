import { methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const putRequiresAll = defineFinding({
  id: 'put-requires-all',
  kind: 'restriction',
  title: 'A PUT without optional attributes is refused',
  detail: 'A PUT without email addresses, or with "emails": null, is refused.',
  why: 'JumpCloud’s connection test sends such a PUT; Identity Management cannot be activated.',
  hurts: ['jumpcloud'],
  damage: 'stops',
  fix: 'Take a PUT that holds userName and nothing else; null is as good as absent.',
  clause: 'RFC 7643 §2.5',
  sources: ['JumpCloud: recorded connector requests', 'ShiftControl scim-v2'],
  signs: ['put/without-optional-accepted', 'put/emails-null-accepted'],
  explains: (difference) =>
    difference.kind === 'connection' || (difference.kind === 'user' && methodOf(difference) === 'PUT'),
})
