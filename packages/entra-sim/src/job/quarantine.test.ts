import { DAY_MS, HOUR_MS } from '@scimulator/shared/runtime'
import { describe, expect, test } from 'vitest'
import { entraSwitches } from '../behaviour.ts'
import { exceededVolume, imposeQuarantine, type Quarantine } from './quarantine.ts'

// Microsoft, Application provisioning in quarantine status: the numbers and the examples of the page.
describe('too many failures', () => {
  //  failed objects | failed references | objects considered | limit
  test.each([
    ['4,000 failures are not looked at', 4_000, 0, 4_000, undefined],
    ['4,999 failures are not looked at', 4_999, 0, 4_999, undefined],
    ['5,000 failures are', 5_000, 0, 5_000, 'EncounteredEscrowProportionThreshold'],
    ['5,000 failures of 12,500 are 40 percent, not more', 5_000, 0, 12_500, undefined],
    ['5,001 failures of 12,500 are more', 5_001, 0, 12_500, 'EncounteredEscrowProportionThreshold'],
    ['30,000 failed and 5,000 did not', 30_000, 0, 35_000, 'EncounteredEscrowProportionThreshold'],
    ['20,000 failed and 100,000 did not', 20_000, 0, 120_000, undefined],
    ['40,000 failures of very many', 40_000, 0, 1_000_000, undefined],
    ['40,001 failures of very many', 40_001, 0, 1_000_000, 'EncounteredBaseEscrowThreshold'],
    ['45,000 users failed', 45_000, 0, 1_000_000, 'EncounteredBaseEscrowThreshold'],
    ['references do not count for 40 percent', 4_000, 50_000, 60_000, undefined],
    ['references do not count for 40,000', 5_000, 50_000, 60_000, undefined],
    ['40,000 users and 20,000 managers', 40_000, 20_000, 1_000_000, undefined],
    ['40,000 users and 21,000 managers', 40_000, 21_000, 1_000_000, 'EncounteredTotalEscrowThreshold'],
    ['60,001 managers alone', 0, 60_001, 1_000_000, 'EncounteredTotalEscrowThreshold'],
  ])('%s', (_what, objectFailures, referenceFailures, events, expected) => {
    expect(exceededVolume({ objectFailures, referenceFailures, events }, entraSwitches())).toBe(expected)
  })
})

describe('a quarantine', () => {
  const error = { code: 'Unauthorized', message: 'Invalid credentials were provided.', tenantActionable: true }
  const cause = { reason: 'EncounteredQuarantineException', error } as const
  const other = { reason: 'TooManyDeletes', error: { ...error, code: 'TooManyDeletes' } } as const
  const hours = ({ nextAttempt }: Quarantine) => (nextAttempt === undefined ? undefined : nextAttempt / HOUR_MS)

  test('thins out from the first failure: 6, 12, 24 hours, then once a day, to the 28th day', () => {
    let quarantine = imposeQuarantine(null, cause, 0)
    const marks = [hours(quarantine)]
    while (quarantine.nextAttempt !== undefined) {
      quarantine = imposeQuarantine(quarantine, cause, quarantine.nextAttempt)
      marks.push(hours(quarantine))
    }
    const daily = Array.from({ length: 26 }, (_, index) => (index + 2) * 24)
    expect(marks).toEqual([6, 12, 24, ...daily, 28 * 24, undefined])
    expect(quarantine).toMatchObject({ seriesBegan: 0, currentBegan: 28 * DAY_MS, seriesCount: marks.length })
  })

  test('as a switch it is tried after minutes first', () => {
    let quarantine = imposeQuarantine(null, cause, 0, 'gradual')
    const marks = [hours(quarantine)]
    while (marks.length < 7) {
      quarantine = imposeQuarantine(quarantine, cause, quarantine.nextAttempt ?? 0, 'gradual')
      marks.push(hours(quarantine))
    }
    expect(marks).toEqual([5 / 60, 1, 6, 12, 24, 48, 72])
  })

  test('an attempt between the marks does not move them', () => {
    const first = imposeQuarantine(null, cause, 0)
    expect(hours(imposeQuarantine(first, cause, 7 * HOUR_MS))).toBe(12)
    expect(hours(imposeQuarantine(first, cause, 3 * DAY_MS + HOUR_MS))).toBe(96)
  })

  test('of another reason belongs to the same series', () => {
    const second = imposeQuarantine(imposeQuarantine(null, cause, 0), other, 6 * HOUR_MS)
    expect(second).toMatchObject({
      reason: 'TooManyDeletes',
      currentBegan: 6 * HOUR_MS,
      seriesBegan: 0,
      seriesCount: 2,
    })
    expect(hours(second)).toBe(12)
  })
})
