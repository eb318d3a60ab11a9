import { expect, test } from 'vitest'
import { crashAgainAndAgain } from './crash-run.ts'

test('30 kills under load lose no acknowledged step and leave nothing half-written', { timeout: 300_000 }, async () => {
  const tally = await crashAgainAndAgain(30, 20_261_123)
  expect(tally.kills).toBe(30)
  expect(tally.killedInCompaction).toBeGreaterThan(0)
  expect(tally.steps).toBeGreaterThan(0)
})
