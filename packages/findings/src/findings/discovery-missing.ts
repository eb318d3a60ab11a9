import { defineFinding } from '../finding.ts'

export const discoveryMissing = defineFinding({
  id: 'discovery-missing',
  kind: 'fault',
  title: 'Discovery endpoints are missing',
  detail: '/ServiceProviderConfig, /ResourceTypes or /Schemas is not answered.',
  why: 'Clients that ask first what is offered cannot connect.',
  hurts: ['rfc'],
  damage: 'stops',
  fix: 'Answer the three of them; they may be static files.',
  clause: 'RFC 7644 §4',
  sources: ['getsentry/sentry#114950'],
  signs: ['discovery/config-there', 'discovery/types-there', 'discovery/schemas-there'],
})
