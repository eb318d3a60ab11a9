import { defineFinding } from '../finding.ts'

export const memberRefNullRefused = defineFinding({
  id: 'member-ref-null-refused',
  kind: 'fault',
  title: 'A member with "$ref": null is refused',
  detail: 'A PATCH that adds a member with "$ref": null is refused.',
  why: 'Entra ID was seen to write it.',
  hurts: ['entra', 'entraLegacy'],
  when: 'if Entra ID sends "$ref": null, which some tenants were seen to do',
  damage: 'stops',
  fix: 'Take null for absent.',
  clause: 'RFC 7643 §2.5',
  sources: ['SCIM-SDK#149', 'scimitar#43'],
  signs: ['member/ref-null-accepted'],
})
