import { defineFinding } from '../finding.ts'

export const failsNowAndThen = defineFinding({
  id: 'fails-now-and-then',
  kind: 'fault',
  title: 'Requests fail now and then',
  detail: 'Some requests are answered as a fault of the server, and well when the same is asked again.',
  why: 'Entra ID tries again a cycle later, and goes into quarantine when too much fails; JumpCloud tries a few times and forgets it.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  when: 'for the requests that fail',
  damage: 'stops',
  fix: 'Look into the log of the endpoint for these requests; often two requests at the same moment, or a connection pool, are the cause.',
  clause: 'RFC 7644 §3.12',
  sources: ['QA-1922038', 'rancher/rancher#54870'],
  signs: ['answers/steady'],
  explains: () => true,
})
