import { methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const groupPutRefused = defineFinding({
  id: 'group-put-refused',
  kind: 'restriction',
  title: 'A PUT of a group is refused',
  detail: 'A group cannot be written whole.',
  why: 'An application that was made with Okta’s wizard sends every change of a group as PUT: its name, and who is in it. RFC 7644 lets an endpoint refuse that.',
  hurts: ['okta'],
  when: 'where groups are provisioned',
  damage: 'stops',
  fix: 'Take a PUT of a group: replace its name and its members by those of the body.',
  clause: 'RFC 7644 §3.5.1',
  sources: ['Okta: Okta and SCIM Version 2.0', 'ory/polis#3136'],
  signs: ['group/put-accepted'],
  explains: (difference) =>
    difference.sender === 'okta' && difference.kind === 'group' && methodOf(difference) === 'PUT',
})
