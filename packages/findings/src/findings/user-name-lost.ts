import { defineFinding } from '../finding.ts'

export const userNameLost = defineFinding({
  id: 'user-name-lost',
  kind: 'fault',
  title: 'userName does not come back',
  detail: 'The userName that is read is not the one that was sent.',
  why: 'Identity providers find people again by userName, and JumpCloud compares it in its connection test.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'okta', 'rfc'],
  damage: 'attribute',
  fix: 'Store and return userName as it was sent.',
  clause: 'RFC 7643 §4.1.1',
  sources: ['PostHog/posthog#42253', 'RFC 7643 §4.1.1'],
  signs: ['create/user-name-shown'],
  explains: (difference) => difference.attribute === 'userName' || difference.kind === 'connection',
})
