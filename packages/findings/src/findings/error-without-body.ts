import { defineFinding } from '../finding.ts'

export const errorWithoutBody = defineFinding({
  id: 'error-without-body',
  kind: 'fault',
  title: 'Errors have no SCIM body',
  detail: 'An error is answered without the error document of SCIM.',
  why: 'An administrator who looks into the provisioning log sees a number and no reason.',
  hurts: ['rfc'],
  damage: 'cosmetic',
  fix: 'Answer every error with schemas, status and detail of RFC 7644 §3.12.',
  clause: 'RFC 7644 §3.12',
  sources: ['bitwarden/server#7309'],
  signs: ['conflict/error-body', 'delete/error-body'],
})
