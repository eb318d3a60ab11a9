import { isRefusal, lacksMembers } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const disableDeletes = defineFinding({
  id: 'disable-deletes',
  kind: 'fault',
  title: 'A disable deletes the person',
  detail: 'After active is set to false the person can no longer be read, and is mostly answered 404.',
  why: 'A user who comes back is addressed by the old id, which is gone; what belonged to the account is lost.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  hurtsBy: {
    'active/stays-readable': ['entra', 'entraLegacy', 'rfc'],
    'put/active-stays-readable': ['jumpcloud', 'okta', 'rfc'],
  },
  damage: 'others',
  fix: 'Keep inactive people, readable with active false.',
  clause: 'RFC 7643 §4.1.1',
  sources: ['better-auth/better-auth#11111', 'RFC 7643 §4.1.1'],
  signs: ['active/stays-readable', 'put/active-stays-readable'],
  consequences: ['active/found-when-inactive', 'list/inactive-in-it'],
  explains: (difference) => isRefusal(difference) || lacksMembers(difference),
})
