import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const nobodyCanBeCreated = defineFinding({
  id: 'nobody-can-be-created',
  kind: 'fault',
  title: 'No user can be created',
  detail: 'A POST to /Users is answered with a new person in none of the forms that were tried.',
  why: 'Provisioning begins with a POST.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Take a POST of schemas and userName, answer 201 with the resource and its id.',
  clause: 'RFC 7644 §3.3',
  sources: ['RFC 7644 §3.3'],
  signs: ['create/accepted'],
  explains: isRefusal,
})
