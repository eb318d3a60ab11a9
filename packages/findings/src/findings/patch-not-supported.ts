import { methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const patchNotSupported = defineFinding({
  id: 'patch-not-supported',
  kind: 'fault',
  title: 'PATCH is not there',
  detail: 'PATCH is answered 404, 405 or 501.',
  why: 'Entra ID updates and disables by PATCH only. Leavers keep their access.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Support PATCH with add, replace and remove.',
  clause: 'RFC 7644 §3.5.2',
  sources: ['Microsoft: Develop a SCIM endpoint'],
  signs: ['patch/offered'],
  consequences: ['together/both-attributes', 'member/patch-offered'],
  explains: (difference) =>
    !['jumpcloud', 'okta'].includes(difference.sender) ||
    methodOf(difference) === 'PATCH' ||
    (difference.sender !== 'okta' && difference.kind === 'group'),
})
