import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const entraPersonRefused = defineFinding({
  id: 'entra-person-refused',
  kind: 'fault',
  title: 'The person as Entra ID writes it is refused',
  detail: 'A POST with everything that Entra ID writes is refused although a plainer one is taken.',
  why: 'Entra ID names roles as an empty list, meta.resourceType, addresses and several phone numbers.',
  hurts: ['entra', 'entraLegacy'],
  damage: 'stops',
  fix: 'Ignore what the endpoint has no use for.',
  clause: 'RFC 7644 §3.3',
  sources: ['Microsoft: Develop a SCIM endpoint'],
  signs: ['data/entra-body'],
  explains: (difference) => difference.kind !== 'group' && isRefusal(difference),
})
