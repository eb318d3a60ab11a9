import { statusOf, textOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const renameNeedsEmail = defineFinding({
  id: 'rename-needs-email',
  kind: 'restriction',
  title: 'A disable that changes the userName alone is refused',
  detail: 'A PATCH of userName and active false is refused, because the work address stays as it is.',
  why: 'Entra ID writes another userName to a deleted user, and active false in the same request. Refused, it shuts no one out.',
  hurts: ['entra', 'entraLegacy'],
  when: 'for people who are deleted in Entra ID',
  damage: 'access',
  fix: 'Take userName and the work address as two attributes, at least where the same request disables the person.',
  sources: ['onyx-dot-app/onyx#14074', 'cloudflare/cloudflare-docs#22766'],
  signs: ['writes/user-name-alone'],
  explains: (difference) =>
    (difference.sender === 'entra' || difference.sender === 'entraLegacy') &&
    ['deleted', 'purged', 'restored', 'back'].includes(difference.act) &&
    statusOf(difference) >= 400 &&
    /userName/.test(textOf(difference)),
})
