import { defineFinding } from '../finding.ts'

export const schemasMissing = defineFinding({
  id: 'schemas-missing',
  kind: 'fault',
  title: 'Resources do not name their schemas',
  detail: 'The attribute schemas is missing, or does not hold the User schema.',
  why: 'Clients that read by schema cannot tell what they have got.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  fix: 'Return "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"] in every user.',
  clause: 'RFC 7643 §3',
  sources: ['RFC 7643 §3'],
  signs: ['create/schemas-shown'],
})
