import { isRefusal } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const doubleSlashRefused = defineFinding({
  id: 'double-slash-refused',
  kind: 'fault',
  title: 'A double slash in the path is not found',
  detail: 'A path that begins with //Users is not answered like /Users.',
  why: 'JumpCloud appends /Users to the base URL as it was typed; one that ends in a slash gives //Users.',
  hurts: ['jumpcloud'],
  damage: 'stops',
  fix: 'Fold slashes, or say in your guide that the base URL must not end in one.',
  sources: ['JumpCloud: Troubleshoot custom SCIM integrations'],
  signs: ['media/double-slash-answered'],
  explains: isRefusal,
})
