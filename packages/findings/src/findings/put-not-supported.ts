import { methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const putNotSupported = defineFinding({
  id: 'put-not-supported',
  kind: 'fault',
  title: 'PUT is not there',
  detail: 'PUT of a person is answered 404, 405 or 501.',
  why: 'JumpCloud and applications of Okta’s wizard update, disable and bring back people by PUT; those of its catalogue update them so.',
  hurts: ['jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Support PUT of users.',
  clause: 'RFC 7644 §3.5.1',
  sources: ['ShiftControl scim-v2: captured payloads'],
  signs: ['put/offered'],
  explains: (difference) =>
    (difference.kind !== 'group' && difference.attribute !== 'accounts') ||
    (difference.sender === 'okta' && methodOf(difference) === 'PUT'),
})
