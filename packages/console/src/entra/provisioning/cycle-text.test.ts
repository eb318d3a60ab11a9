import { expect, test } from 'vitest'
import { countOf, cycleText, durationText, isTime, type Job, percentDone } from './cycle-text.ts'

const NEVER = '0001-01-01T00:00:00Z'

function status(change: object): Job['status'] {
  const none = {
    lastExecution: null,
    progress: [],
    steadyStateFirstAchievedTime: NEVER,
    synchronizedEntryCountByType: [],
  }
  return { ...none, ...change } as Partial<Job['status']> as Job['status']
}

const ended = (timeEnded: string, state = 'Succeeded') => ({ lastExecution: { timeEnded, state } })
const STEADY = { steadyStateFirstAchievedTime: '2026-01-05T09:00:00Z' }

test.each([
  ['Initial cycle not run.', status({}), true],
  ['Initial cycle completed.', status({ ...ended('2026-01-05T09:00:00Z'), ...STEADY }), false],
  ['Incremental cycle completed.', status({ ...ended('2026-01-05T09:40:00Z'), ...STEADY }), false],
  ['The cycle failed.', status(ended('2026-01-05T09:40:00Z', 'Failed')), true],
  ['Initial cycle in progress.', status({ progress: [{ completedUnits: 1, totalUnits: 4 }] }), true],
] as const)('%s', (text, one, isInitialCycleDue) => {
  expect(cycleText({ status: one, isInitialCycleDue })).toBe(text)
})

test('a cycle that runs is so far, and none is nowhere', () => {
  expect(percentDone(status({ progress: [{ completedUnits: 1, totalUnits: 4 }] }))).toBe(25)
  expect(percentDone(status({ progress: [{ completedUnits: 0, totalUnits: 0 }] }))).toBe(0)
  expect(percentDone(status({}))).toBeUndefined()
})

test('counts and times', () => {
  expect(countOf(status({ synchronizedEntryCountByType: [{ key: 'User', value: 41 }] }), 'User')).toBe(41)
  expect(countOf(status({}), 'Group')).toBe(0)
  expect(durationText('2026-01-05T09:00:00Z', '2026-01-05T09:00:01.25Z')).toBe('1.3 seconds')
  expect(durationText('2026-01-05T09:00:00Z', '2026-01-05T09:03:10Z')).toBe('3 minutes')
  expect([isTime(NEVER), isTime('2026-01-05T09:00:00Z')]).toEqual([false, true])
})
