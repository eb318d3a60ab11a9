// Any legal sequence of administrators' acts and faults, against an oracle that was written from the reference and shares no code
// with the engine. FC_SEED and FC_NUM_RUNS choose other histories, and more of them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act } from './act.ts'
import { histories, type Real } from './commands.ts'
import { beginHistory, type History } from './oracle/history.ts'
import { actInBoth, expectForeseen, settleBoth } from './run-history.ts'
import { createWorld, furnish, type Setting, START, type World } from './world.ts'

const seed = Number(process.env.FC_SEED ?? 20260105)
const numRuns = Number(process.env.FC_NUM_RUNS ?? 100)
const TIMEOUT = 60_000 + numRuns * 1_000

const setting: fc.Arbitrary<Setting> = fc.record({
  preset: fc.constantFrom('default' as const, 'lark' as const),
  isOptscim: fc.boolean(),
})

/** Four people and two groups, one of them assigned, before anything is started. */
const FIRST: readonly Act[] = [
  ...['p1', 'p2', 'p3', 'p4'].map((user) => ({ act: 'create-user', user, isBlocked: false }) as const),
  { act: 'create-group', group: 'g1', members: ['p1', 'p2'] },
  { act: 'create-group', group: 'g2', members: ['p3'] },
  { act: 'assign', principal: 'g1' },
  { act: 'start' },
]

async function begin(one: Setting, look: Real['look']): Promise<{ model: History; real: Real }> {
  const world = createWorld(one)
  await furnish(world, one)
  const model = beginHistory(one.preset, START)
  for (const act of FIRST) await actInBoth(world, model, act)
  return { model, real: { world, acts: [], look } }
}

test(
  'after any history the target is what the oracle predicts',
  async () => {
    await fc.assert(
      fc.asyncProperty(setting, histories('any', 40), async (one, commands) => {
        const run = await begin(one, expectSettled)
        await fc.asyncModelRun(() => run, commands)
        await settleBoth(run.real.world, run.model, run.real.acts)
        await expectSettled(run.real.world, run.model)
        if (process.env.STATS)
          console.log(run.real.acts.length, run.real.world.traffic.length, [...run.model.divergences].join('; '))
        await run.real.world.close()
      }),
      { seed, numRuns },
    )
  },
  TIMEOUT,
)

async function expectSettled(world: World, history: History): Promise<void> {
  expectForeseen(world, history)
  expect(await world.view('escrows')).toEqual([])
}
