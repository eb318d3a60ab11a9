import { expect, test } from 'vitest'
import { rehearsalText } from './rehearsal-text.ts'

const NOTHING = { evaluate: 0, disable: 0, delete: 0, stage: 0, skip: 0 }

test('a rehearsal is told in one sentence', () => {
  const of = (counts: object, wouldQuarantine = false) =>
    rehearsalText({
      cycle: 'incremental',
      counts: { ...NOTHING, ...counts },
      deletionThresholdCount: 5,
      wouldQuarantine,
    })
  expect(of({})).toBe('An incremental cycle: nothing to do.')
  expect(of({ stage: 12, evaluate: 1 }, true)).toBe(
    'An incremental cycle: 1 looked at, 12 held back (threshold 5), which quarantines provisioning.',
  )
})
