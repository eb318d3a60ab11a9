import { defineFinding } from '../finding.ts'

export const putNotSupported = defineFinding({
  id: 'put-not-supported',
  kind: 'fault',
  title: 'PUT is not there',
  detail: 'PUT of a person is answered 404, 405 or 501.',
  why: 'JumpCloud updates, disables and brings back people by PUT.',
  hurts: ['jumpcloud', 'rfc'],
  damage: 'stops',
  fix: 'Support PUT of users.',
  clause: 'RFC 7644 §3.5.1',
  sources: ['ShiftControl scim-v2: captured payloads'],
  signs: ['put/offered'],
  explains: ({ kind, attribute }) => kind !== 'group' && attribute !== 'accounts',
})
