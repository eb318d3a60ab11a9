import { defineFinding } from '../finding.ts'

export const wrongTokenNot401 = defineFinding({
  id: 'wrong-token-not-401',
  kind: 'fault',
  title: 'A wrong token is not answered 401',
  detail: 'A request with a wrong token is not let in, and is answered with another status than 401.',
  why: 'Clients see an outage of the server where their token has run out, and try again instead of asking for a new one.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  fix: 'Answer 401 where the token is missing, wrong or over.',
  clause: 'RFC 7644 §3.12',
  sources: ['keycloak/keycloak#49973'],
  signs: ['media/wrong-token-401'],
})
