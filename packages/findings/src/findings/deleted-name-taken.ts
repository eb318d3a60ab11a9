import { defineFinding } from '../finding.ts'

export const deletedNameTaken = defineFinding({
  id: 'deleted-name-taken',
  kind: 'fault',
  title: 'The userName of a deleted person stays taken',
  detail: 'A POST with the userName of a deleted user is refused.',
  why: 'A person who is hired again is never created.',
  hurts: ['entra', 'entraLegacy', 'jumpcloud', 'rfc'],
  when: 'for people who come back after they were deleted',
  damage: 'stops',
  fix: 'Leave deleted resources out of the check for uniqueness.',
  clause: 'RFC 7644 §3.6',
  sources: ['better-auth/better-auth#11113', 'PostHog/posthog#42603'],
  signs: ['delete/name-free'],
  explains: (difference) => difference.act === 'back',
})
