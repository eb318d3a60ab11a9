import { defineFinding } from '../finding.ts'

export const passwordReturned = defineFinding({
  id: 'password-returned',
  kind: 'fault',
  title: 'Passwords are returned',
  detail: 'A password that was written comes back in an answer.',
  why: 'Anyone with a token for reading learns it.',
  hurts: ['rfc'],
  damage: 'access',
  fix: 'Never return password, and store a hash only.',
  clause: 'RFC 7643 §4.1.1',
  sources: ['RFC 7643 §4.1.1'],
  signs: ['create/password-hidden'],
})
