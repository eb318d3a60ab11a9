import { defineFinding } from '../finding.ts'

export const slow = defineFinding({
  id: 'slow',
  kind: 'fault',
  title: 'Answers come too late',
  detail: 'The endpoint takes longer for an answer than a client waits.',
  why: 'Identity providers give up after a while. The write may have been carried out although they heard nothing, and they send it again.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'stops',
  fix: 'Answer writes within a few seconds; do slow work, such as sending an invitation, after the answer.',
  sources: ['rancher/rancher#54870'],
  signs: ['meet/in-time'],
})
