import { defineFinding } from '../finding.ts'

export const lookUpNotCurrent = defineFinding({
  id: 'look-up-not-current',
  kind: 'fault',
  title: 'A lookup shows people as they were',
  detail: 'A person who has been disabled is shown as active by a filter, and as inactive by their id.',
  why: 'Entra ID compares what a lookup shows with what it wants: a leaver counts as active, and a user who returns is never enabled again.',
  hurts: ['entra', 'entraLegacy', 'okta', 'rfc'],
  damage: 'access',
  fix: 'Answer lists and filters from the same data as a single person, or bring the copy they come from up to date with each write.',
  clause: 'RFC 7644 §3.4.2',
  sources: ['RFC 7644 §3.4.2'],
  signs: ['look-up/shows-current'],
  explains: ({ kind, attribute }) => kind === 'user' && attribute === 'active',
})
