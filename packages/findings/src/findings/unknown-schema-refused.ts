import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const unknownSchemaRefused = defineFinding({
  id: 'unknown-schema-refused',
  kind: 'fault',
  title: 'A group with Microsoft’s schema is refused',
  detail: 'A POST of a group that names a second, unknown schema is refused.',
  why: 'Entra ID names a schema of Microsoft’s own beside the core schema in every group.',
  hurts: ['entra', 'entraLegacy'],
  when: 'where groups are provisioned',
  damage: 'stops',
  fix: 'Ignore schemas that the endpoint does not know.',
  sources: ['Microsoft: Develop a SCIM endpoint'],
  signs: ['group/microsoft-schema-accepted'],
  explains: (difference) => difference.kind === 'group' && isRefusal(difference),
})
