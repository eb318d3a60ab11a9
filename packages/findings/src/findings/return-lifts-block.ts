import { defineFinding } from '../finding.ts'

export const returnLiftsBlock = defineFinding({
  id: 'return-lifts-block',
  kind: 'fault',
  title: 'A return lifts the block of an administrator',
  detail:
    'Somebody whom an administrator of the application had shut out gets in after a disable and an enable by SCIM.',
  why: 'A block for cause is undone by a cycle of the directory.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'access',
  fix: 'Keep the administrator’s block apart from active, and let both be needed to get in.',
  clause: 'RFC 7643 §4.1.1',
  sources: ['FusionAuth#3273', 'openid/ipsie#72'],
  signs: ['door/block-stays'],
})
