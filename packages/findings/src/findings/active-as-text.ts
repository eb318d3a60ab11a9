import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const activeAsText = defineFinding({
  id: 'active-as-text',
  kind: 'fault',
  title: 'active is returned as text',
  detail: 'active comes back as "true" or "false" in quotation marks.',
  why: 'JumpCloud compares it with a boolean and fails its connection test; typed clients cannot read the person.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  damage: 'access',
  fix: 'Return active as a JSON boolean, whatever form it came in.',
  clause: 'RFC 7643 §2.3.2',
  sources: ['scimmyjs/scimmy#51', 'RFC 7643 §2.3.2'],
  signs: ['create/active-is-boolean'],
  consequences: ['create/types-right'],
  // Entra ID cannot deserialise the person, and does not take them for there.
  explains: isRefusal,
})
