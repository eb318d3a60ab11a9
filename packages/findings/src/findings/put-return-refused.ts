import { methodOf } from '../difference.ts'
import { defineFinding } from '../finding.ts'

export const putReturnRefused = defineFinding({
  id: 'put-return-refused',
  kind: 'fault',
  title: 'A disabled person cannot be enabled again by PUT',
  detail: 'A PUT with active true of an inactive person is refused, or answered well and not done.',
  why: 'JumpCloud brings people back by a PUT of the whole person; they stay locked out.',
  hurts: ['jumpcloud', 'okta', 'rfc'],
  damage: 'access',
  fix: 'Read active from the body of a PUT, in both directions.',
  clause: 'RFC 7644 §3.5.1',
  sources: ['growthbook/growthbook#1680', 'vouch-sh/vouch#1415'],
  signs: ['put/reactivate-accepted', 'put/reactivate-done'],
  explains: (difference) => methodOf(difference) === 'PUT' && ['active', 'answer'].includes(difference.attribute),
})
