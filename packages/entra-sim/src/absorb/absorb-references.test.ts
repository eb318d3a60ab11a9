// The table of absorb-references.ts, row by row.
import { expect, test } from 'vitest'
import { entraSwitches } from '../behaviour.ts'
import type { Escrow } from '../job/escrow.ts'
import { EntraState } from '../state/state.ts'
import type { AbsorbView } from './absorb.ts'
import { absorbUnsentMembers, absorbWrittenMembers, UNRESOLVED } from './absorb-references.ts'

const NOW = Date.parse('2026-01-05T08:00:00Z')
const at = { firstFailedAt: NOW, attempts: 1, nextAttemptAt: NOW }
const owedBefore: Escrow = {
  objectId: 'g',
  objectType: 'Group',
  part: 'references',
  errorCode: 'X',
  members: [],
  ...at,
}
const groupFailed: Escrow = { ...owedBefore, part: 'object', errorCode: 'Conflict' }
const waiting = [{ memberId: 'late', present: true }]
const intent = {
  groupId: 'g',
  added: ['a', 'b'],
  removed: ['c'],
  unresolved: [],
  lapsed: [],
  waiting: [],
  isHeld: false,
}
const failure = { code: 'InternalServerError', reason: '500', isJobLevel: false }

const view: AbsorbView = {
  jobId: 'job',
  data: {
    ...new EntraState().jobData('job'),
    escrows: new Map([
      ['g references', owedBefore],
      ['g', groupFailed],
    ]),
  },
  now: NOW,
  switches: entraSwitches(),
}
const known = (memberId: string, present: boolean) => {
  return { kind: 'reference', jobId: 'job', groupId: 'g', memberId, present }
}
const all = [known('a', true), known('b', true), known('c', false)]
const kept = (value: object | null) => ({
  ...{ kind: 'escrow', jobId: 'job', key: 'g references' },
  value: value && expect.objectContaining(value),
})
const everybody = { added: ['a', 'b'], removed: ['c'] }
const rest = [
  { memberId: 'b', present: true },
  { memberId: 'c', present: false },
]

test.each([
  ['written, all', absorbWrittenMembers(view, 'cycle', intent, null, everybody), [...all, kept(null)], true, false],
  [
    'written, but some have to wait',
    absorbWrittenMembers(view, 'cycle', { ...intent, waiting }, null, everybody),
    ...[[...all, kept({ errorCode: UNRESOLVED, members: waiting })], true, true],
  ],
  [
    'failed half way',
    absorbWrittenMembers(view, 'cycle', intent, failure, { added: ['a'], removed: [] }),
    ...[[known('a', true), kept({ errorCode: 'InternalServerError', members: rest, attempts: 2 })], false, true],
  ],
  [
    'failed, and so has the job',
    absorbWrittenMembers(view, 'cycle', intent, { ...failure, isJobLevel: true }, { added: ['a'], removed: [] }),
    ...[[known('a', true)], false, true],
  ],
  [
    'failed on demand',
    absorbWrittenMembers(view, 'provisionOnDemand', intent, failure, { added: ['a'], removed: [] }),
    ...[[known('a', true)], false, true],
  ],
  [
    'not sent, as all have to wait',
    absorbUnsentMembers(view, { ...intent, waiting }),
    ...[[kept({ errorCode: UNRESOLVED, members: waiting })], false, true],
  ],
  [
    'not sent, as the group failed',
    absorbUnsentMembers(view, { ...intent, waiting, isHeld: true }),
    ...[[kept({ errorCode: 'Conflict', members: waiting, attempts: 1 })], false, false],
  ],
  ['not sent, as there are none', absorbUnsentMembers(view, intent), [kept(null)], false, false],
])('%s', (_what, absorbed, changes, isExported, isFailure) => {
  expect(absorbed).toEqual({ changes, isExported, isFailure })
})
