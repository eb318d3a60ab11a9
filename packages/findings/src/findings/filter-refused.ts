import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const filterRefused = defineFinding({
  id: 'filter-refused',
  kind: 'fault',
  title: 'People cannot be looked up',
  detail: 'A filter by userName is not answered with a list.',
  why: 'Identity providers look a person up by userName before each create.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Support at least the filter userName eq "value", and answer a ListResponse.',
  clause: 'RFC 7644 §3.4.2.2',
  sources: ['Microsoft: Develop a SCIM endpoint'],
  signs: ['look-up/answered'],
  consequences: ['look-up/nobody-answers-200', 'active/found-when-inactive', 'delete/not-found-by-name'],
  explains: isRefusal,
})
