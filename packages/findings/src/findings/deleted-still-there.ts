import { isStillThere } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const deletedStillThere = defineFinding({
  id: 'deleted-still-there',
  kind: 'fault',
  title: 'A deleted person is still there',
  detail: 'DELETE is answered well, and the person can still be read or found.',
  why: 'A user who is gone for good in the directory keeps an account.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'access',
  fix: 'Answer 404 to every request for a deleted resource, and leave it out of lists.',
  clause: 'RFC 7644 §3.6',
  sources: ['FusionAuth#3244', 'open-webui#24501'],
  signs: ['delete/gone', 'delete/not-found-by-name'],
  consequences: ['delete/unknown-id-404'],
  explains: isStillThere,
})
