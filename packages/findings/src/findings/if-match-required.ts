import { statusOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const ifMatchRequired = defineFinding({
  id: 'if-match-required',
  kind: 'fault',
  title: 'A write without If-Match is refused',
  detail: 'PATCH, PUT or DELETE is answered 428, or refused with a demand for If-Match.',
  why: 'Neither Entra ID nor JumpCloud sends If-Match. No user is updated or disabled, and leavers keep their access.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Compare If-Match where it is sent, and do without where it is not: a client may send it, and need not.',
  clause: 'RFC 7644 §3.14',
  sources: ['RFC 7644 §3.14', 'RFC 6585 §3'],
  signs: ['writes/without-if-match'],
  explains: (difference) => statusOf(difference) === 428 || /if-match/i.test(difference.exchange?.response?.body ?? ''),
})
