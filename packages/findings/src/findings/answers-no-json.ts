import { defineFinding } from '../finding.ts'

export const answersNoJson = defineFinding({
  id: 'answers-no-json',
  kind: 'fault',
  title: 'The answer is a page, not JSON',
  detail: 'GET /Users is answered 200 with something that is not JSON, such as an HTML page.',
  why: 'Clients cannot read it. Often the URL is that of the web application, which answers every path with its start page.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Give the SCIM base URL; route /Users to the SCIM endpoint before the catch-all of the web application.',
  clause: 'RFC 7644 §3.1',
  sources: ['kortix-ai/suna#7297'],
  signs: ['meet/json'],
})
