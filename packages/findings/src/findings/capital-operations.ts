import { methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const capitalOperations = defineFinding({
  id: 'capital-operations',
  kind: 'fault',
  title: 'Operations in capitals are not understood',
  detail: 'An operation named "Add" or "Replace" is refused or ignored.',
  why: 'Without the suffix on its URL Entra ID capitalises the names of operations.',
  hurts: ['entraLegacy'],
  damage: 'access',
  fix: 'Compare op without regard to case.',
  clause: 'RFC 7644 §3.5.2',
  sources: ['Captain-P-Goldfish/scim-for-keycloak#119', 'Microsoft: Develop a SCIM endpoint'],
  signs: ['writes/capital', 'member/add-capital-accepted', 'member/add-capital-done'],
  explains: (difference) => methodOf(difference) === 'PATCH' && difference.attribute !== 'exists',
})
