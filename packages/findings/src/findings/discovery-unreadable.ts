import { defineFinding } from '../finding.ts'

export const discoveryUnreadable = defineFinding({
  id: 'discovery-unreadable',
  kind: 'fault',
  title: 'Discovery answers do not say what is offered',
  detail: 'A discovery endpoint is answered with something else than RFC 7643 §5 to §7 has.',
  why: 'Clients cannot learn what the endpoint offers.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  fix: 'Answer a ServiceProviderConfig, and ListResponses of ResourceTypes and Schemas with the User schema among them.',
  clause: 'RFC 7644 §4',
  sources: ['indigo-iam/iam#1181'],
  signs: ['discovery/config-right', 'discovery/types-right', 'discovery/schemas-right'],
})
