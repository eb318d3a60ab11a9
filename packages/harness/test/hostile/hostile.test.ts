// A thousand generated endpoints that hand out strangers; here a sample of fifty, chosen by the commit. All of them run in verify:long.
import { expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { type HostileRun, harmDone, runAgainstHostile } from './run-against.ts'

const ALL = 1_000
const SAMPLE = 36

test('nobody who was there is touched by fifty hostile endpoints out of a thousand', { timeout: 300_000 }, async () => {
  const runs: HostileRun[] = []
  for (const seed of sampleOf('hostile endpoints', ALL, SAMPLE)) {
    const run = await runAgainstHostile(seed)
    expect(harmDone(run), `seed ${run.seed}, ${run.scenario}, ${JSON.stringify(run.traits)}`).toEqual([])
    runs.push(run)
  }
  // The endpoints were met, and what they did was seen: a sample in which nothing was written or stopped proves nothing.
  expect(runs.filter(({ writes }) => writes > 0).length).toBeGreaterThan(SAMPLE / 2)
  expect(runs.filter(({ outcome }) => outcome.result.stops.length > 0).length).toBeGreaterThan(5)
})
