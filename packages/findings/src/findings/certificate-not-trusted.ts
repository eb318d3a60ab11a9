import { defineFinding } from '../finding.ts'

export const certificateNotTrusted = defineFinding({
  id: 'certificate-not-trusted',
  kind: 'fault',
  title: 'The certificate is not trusted',
  detail: 'The TLS handshake fails.',
  why: 'Entra ID and JumpCloud accept certificates of public authorities only, over TLS 1.2 or later.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Install a certificate with its whole chain; for a test of your own give its authority with --ca.',
  sources: ['Microsoft: Develop a SCIM endpoint', 'RFC 7644 §7'],
  signs: ['meet/certificate-trusted'],
})
