import { defineFinding } from '../finding.ts'

export const putActiveIgnored = defineFinding({
  id: 'put-active-ignored',
  kind: 'fault',
  title: 'active in a PUT is ignored',
  detail: 'A PUT with active false is refused, or answered well and not done.',
  why: 'JumpCloud disables leavers by a PUT of the whole person. They keep their access.',
  hurts: ['jumpcloud', 'okta', 'rfc'],
  damage: 'access',
  fix: 'Read active from the body of a PUT as from a PATCH.',
  clause: 'RFC 7644 §3.5.1',
  sources: ['vouch-sh/vouch#1415', 'valon-technologies/gestalt#3132'],
  signs: ['put/active-accepted', 'put/active-done'],
  explains: ({ kind, attribute }) => attribute === 'active' || kind === 'connection',
})
