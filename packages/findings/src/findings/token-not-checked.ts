import { defineFinding } from '../finding.ts'

export const tokenNotChecked = defineFinding({
  id: 'token-not-checked',
  kind: 'fault',
  title: 'Any token opens the door',
  detail: 'A request with a wrong token is answered with people.',
  why: 'Anyone who finds the URL can read, change and delete accounts.',
  hurts: ['rfc'],
  damage: 'others',
  fix: 'Compare the token with the one that was issued, and answer 401 otherwise.',
  clause: 'RFC 7644 §7.4',
  sources: ['RFC 7644 §2', 'RFC 6750 §3'],
  signs: ['media/token-checked'],
})
