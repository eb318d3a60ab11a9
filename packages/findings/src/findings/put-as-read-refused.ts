import { methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const putAsReadRefused = defineFinding({
  id: 'put-as-read-refused',
  kind: 'fault',
  title: 'A person cannot be written as they were read',
  detail: 'A PUT of exactly what a GET has answered is refused.',
  why: 'Clients read, change and write the whole. What they may not write, such as meta and groups, has to be ignored.',
  hurts: ['okta', 'rfc'],
  damage: 'attribute',
  fix: 'Ignore read-only attributes in the body of a PUT.',
  clause: 'RFC 7644 §3.5.1',
  sources: ['RFC 7644 §3.5.1'],
  signs: ['put/as-read-accepted'],
  explains: (difference) => difference.kind !== 'group' && methodOf(difference) === 'PUT',
})
