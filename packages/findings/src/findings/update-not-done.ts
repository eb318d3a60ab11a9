import { defineFinding } from '../finding.ts'

export const updateNotDone = defineFinding({
  id: 'update-not-done',
  kind: 'fault',
  title: 'An update is refused, or answered well and not done',
  detail: 'PATCH of displayName, the plainest of updates, changes nothing.',
  why: 'Changes in the directory never arrive, and with a good answer nobody hears of it.',
  hurts: ['entra', 'entraLegacy', 'rfc'],
  damage: 'attribute',
  fix: 'Carry out replace with a path to a simple attribute.',
  clause: 'RFC 7644 §3.5.2.3',
  sources: ['RFC 7644 §3.5.2'],
  signs: ['patch/simple-accepted', 'patch/simple-done'],
  explains: (difference) =>
    (difference.sender === 'entra' || difference.sender === 'entraLegacy' || difference.sender === 'onDemand') &&
    difference.kind === 'user',
})
