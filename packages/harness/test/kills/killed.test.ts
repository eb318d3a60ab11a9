// Runs that are killed at a random request, and cleanings that are: of 500 here a sample, all of them in verify:long. With processes that are
// really killed it is asked in packages/scimulator.
import { expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import { KILLED_RUNS, killedRun, type MomentMethod } from './killed-in-process.ts'

const SAMPLE = 8

/** Of each kind one whose moment comes and finds something of the run at the endpoint, and whose cleaning dies as well. */
const TELLING: Readonly<Record<MomentMethod, number>> = { POST: 7, PATCH: 34, DELETE: 58, any: 24 }

test.each(Object.entries(TELLING))(
  'a run that dies at a request (%s) leaves something, and two cleanings make it good',
  async (method, seed) => {
    const { what, killed, leftByTheRun, killedCleanings, problems } = await killedRun(seed)
    expect(what).toContain(`, ${method} `)
    expect({ killed, left: leftByTheRun > 0, killedCleanings: killedCleanings > 0, problems }, what).toEqual({
      killed: true,
      left: true,
      killedCleanings: true,
      problems: [],
    })
  },
)

test('whoever was there is as before, and nothing is left, however a run and its cleaning died', async () => {
  for (const seed of sampleOf('killed runs', KILLED_RUNS, SAMPLE)) {
    const run = await killedRun(seed)
    expect(run.problems, run.what).toEqual([])
  }
}, 120_000)
