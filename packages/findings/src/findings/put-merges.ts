import { defineFinding } from '../finding.ts'

export const putMerges = defineFinding({
  id: 'put-merges',
  kind: 'restriction',
  title: 'A PUT keeps what it leaves out',
  detail: 'An attribute that the body of a PUT does not have keeps its value.',
  why: 'JumpCloud leaves values out that were taken away; they stay at the endpoint.',
  hurts: ['jumpcloud'],
  when: 'for values that are taken away in JumpCloud',
  damage: 'attribute',
  fix: 'Clear the attributes that a client may write and that the body does not have. RFC 7644 leaves it open.',
  clause: 'RFC 7644 §3.5.1',
  sources: ['vouch-sh/vouch#1415', 'valon-technologies/gestalt#3132'],
  signs: ['put/left-out-cleared'],
  explains: (difference) => difference.sender === 'jumpcloud' && difference.act.endsWith('-cleared'),
})
