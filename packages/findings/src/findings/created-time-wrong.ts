import { defineFinding } from '../finding.ts'

export const createdTimeWrong = defineFinding({
  id: 'created-time-wrong',
  kind: 'fault',
  title: 'meta.created is not the time of the create',
  detail: 'A person who has just been created has a meta.created that lies before the request, or in the future.',
  why: 'A user who is older than the request that created them may be another person’s account. This test changes no user that it cannot prove to have created, so nothing more is asked and the verdicts are unknown.',
  hurts: ['rfc'],
  damage: 'attribute',
  fix: 'Set meta.created once, at the create, to the current time in UTC with a Z (2026-01-05T08:00:00.000Z), or to local time with its offset (+08:00), with seconds; and set the server’s clock. Then test again.',
  clause: 'RFC 7643 §3.1',
  sources: ['RFC 7643 §3.1', 'RFC 7643 §2.3.5'],
  signs: ['meet/created-now', 'create/created-now'],
})
