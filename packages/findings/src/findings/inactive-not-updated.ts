import { defineFinding } from '../finding.ts'

export const inactiveNotUpdated = defineFinding({
  id: 'inactive-not-updated',
  kind: 'fault',
  title: 'Changes of a disabled person are not done',
  detail: 'A PATCH of a person who is disabled is answered well, and nothing of it is stored.',
  why: 'A client takes what was answered well for done. A user who comes back has the name and the department of the day they left.',
  hurts: ['rfc'],
  damage: 'attribute',
  fix: 'Write attributes of disabled people like those of everybody, or refuse the request.',
  clause: 'RFC 7644 §3.5.2',
  sources: ['RFC 7644 §3.5.2'],
  signs: ['leave-and-return/update-done'],
})
