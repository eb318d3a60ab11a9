import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const plusNotDecoded = defineFinding({
  id: 'plus-not-decoded',
  kind: 'fault',
  title: '+ in a query is not read as a space',
  detail: 'A filter whose spaces are written as + is not understood.',
  why: 'Entra ID and JumpCloud both write userName+eq+"…".',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  whenFor: { okta: 'if Okta sends a space in a filter as +' },
  damage: 'stops',
  fix: 'Decode the query as a form (URLSearchParams does), so that + is a space and %2B a plus.',
  sources: ['SCIMReferenceCode', 'JumpCloud: recorded connector requests'],
  signs: ['look-up/plus-is-space'],
  consequences: ['look-up/special-characters'],
  explains: isRefusal,
})
