import { expect, test } from 'vitest'
import { EVERYTHING } from './filter-heads.ts'
import { filterHappenings, happenedUntil, happeningText } from './happenings.ts'
import { sampleHappening, sampleHead } from './sample-head.ts'

const all = [
  sampleHappening({ seq: 2, kind: 'clock', to: Date.UTC(2026, 0, 5, 9, 40) }),
  sampleHappening({ seq: 3, kind: 'began', by: 'entra', activity: 'cycle', run: 3 }),
  sampleHappening({ seq: 5, kind: 'ended', by: 'entra', activity: 'cycle', run: 3 }),
  sampleHappening({ seq: 6, kind: 'began', by: 'jumpcloud', activity: 'test', run: 4 }),
  sampleHappening({ seq: 8, kind: 'fault', what: 'answer 503 for PATCH /Users, once' }),
  sampleHappening({ seq: 9, kind: 'faults-lifted' }),
  sampleHappening({ seq: 10, kind: 'act', by: 'administrator', what: 'member changed', name: 'Bob' }),
  sampleHappening({ seq: 11, kind: 'act', by: 'clock', what: 'deleted member purged', name: 'Bob' }),
  sampleHappening({ seq: 12, kind: 'clock-stopped' }),
]

test('each is a sentence', () => {
  expect(all.map(happeningText)).toEqual([
    'The clock is moved to 5 Jan 2026 09:40.',
    'Entra ID: cycle 3 begins.',
    'Entra ID: cycle 3 has ended.',
    'JumpCloud: connection test 4 begins.',
    'A fault is set: answer 503 for PATCH /Users, once.',
    'The faults are lifted.',
    'By an administrator: member changed, Bob.',
    'By the clock: deleted member purged, Bob.',
    'The clock is stopped on the way.',
  ])
})

test.each([
  [{}, [2, 3, 5, 6, 8, 9, 10, 11, 12]],
  [{ q: 'CYCLE' }, [3, 5]],
  [{ sender: 'jumpcloud' }, [6]],
  [{ from: 5, to: 8 }, [5, 6, 8]],
  [{ at: 3 }, [2, 3]],
  [{ errorsOnly: true }, []],
  [{ purpose: 'match' }, []],
  [{ effect: 'any' }, []],
])('the filter %o leaves %o', (filter, left) => {
  expect(filterHappenings(all, { ...EVERYTHING, ...filter }).map(({ seq }) => seq)).toEqual(left)
})

test('what follows the last exchange that is shown is shown with it, up to the next one', () => {
  const heads = [sampleHead({ seq: 4 }), sampleHead({ seq: 7 })]
  const until = (at: number | undefined) => happenedUntil(all, heads, at).map(({ seq }) => seq)
  expect([until(0), until(4), until(7).length, until(undefined).length]).toEqual([[2, 3], [2, 3, 5, 6], 9, 9])
})
