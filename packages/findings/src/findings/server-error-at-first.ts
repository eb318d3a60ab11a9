import { defineFinding } from '../finding.ts'

export const serverErrorAtFirst = defineFinding({
  id: 'server-error-at-first',
  kind: 'fault',
  title: 'A plain list of people fails',
  detail: 'GET /Users?startIndex=1&count=1 is answered with a server error, again and again.',
  why: 'Whatever a client does first fails, so that no connection can be made.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Look into the log of the endpoint for this request, and mend what fails.',
  clause: 'RFC 7644 §3.4.2',
  sources: ['RFC 7644 §3.4.2'],
  signs: ['meet/no-server-error'],
})
