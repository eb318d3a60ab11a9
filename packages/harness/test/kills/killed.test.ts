// Runs that are killed at a random request, and cleanings that are: of 500 here a sample, all of them in verify:long. With processes that are
// really killed it is asked in packages/scimulator.
import { expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { KILLED_RUNS, type KilledRun, killedRun } from './killed-in-process.ts'

const SAMPLE = 15

test('whoever was there is as before, and nothing is left, however a run and its cleaning died', async () => {
  const runs: KilledRun[] = []
  for (const seed of sampleOf('killed runs', KILLED_RUNS, SAMPLE)) {
    const run = await killedRun(seed)
    expect(run.problems, run.what).toEqual([])
    runs.push(run)
  }
  // The moments came, and found something at the endpoint.
  expect(runs.filter(({ killed }) => killed).length).toBeGreaterThan(SAMPLE / 3)
  expect(runs.filter(({ leftByTheRun }) => leftByTheRun > 0).length).toBeGreaterThan(SAMPLE / 5)
}, 120_000)
