// Any legal sequence of administrators' acts and faults, against an oracle that was written from the reference and shares no code
// with the engine. FC_SEED and FC_NUM_RUNS choose other histories, and more of them.
import { type Act, beginHistory, type History } from '@scimulator/oracle/entra'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { histories, type Real } from './commands.ts'
import { expectPlainMapping, expectSettled } from './invariants.ts'
import { actIn, actInBoth, settleBoth } from './run-history.ts'
import { createWorld, furnishedWorld, type Setting, START, type World } from './world.ts'

const seed = Number(process.env.FC_SEED ?? 20260105)
const numRuns = Number(process.env.FC_NUM_RUNS ?? 60)
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

async function live(one: Setting, commands: Iterable<fc.AsyncCommand<History, Real>>) {
  const world = await furnishedWorld(one)
  const history = beginHistory(one.preset, START)
  for (const act of FIRST) await actInBoth(world, history, act)
  const acts = [...FIRST]
  await fc.asyncModelRun(() => ({ model: history, real: { world, acts, look: expectSettled } }), commands)
  return { world, history, acts }
}

test(
  'after any history the target is what the oracle predicts',
  async () => {
    const holds = fc.asyncProperty(setting, histories('any', 70), async (one, commands) => {
      const { world, history, acts } = await live(one, commands)
      await settleBoth(world, history, acts)
      await expectSettled(world, history, acts)
      await world.close()
    })
    await fc.assert(holds, { seed, numRuns })
  },
  TIMEOUT,
)

test(
  'a history without divergences ends in what the mapping says',
  async () => {
    const plain = { count: 0 }
    const holds = fc.asyncProperty(setting, histories('daily', 30), async (one, commands) => {
      const { world, history, acts } = await live(one, commands)
      await settleBoth(world, history, acts)
      await expectSettled(world, history, acts)
      if (history.divergences.size === 0) {
        plain.count += 1
        expectPlainMapping(world, history)
      }
      await world.close()
    })
    await fc.assert(holds, { seed, numRuns })
    // Otherwise the property would have looked at nothing.
    expect(plain.count).toBeGreaterThan(numRuns / 10)
  },
  TIMEOUT,
)

test(
  'the same acts send the same bytes, also after a restore',
  async () => {
    const holds = fc.asyncProperty(setting, histories('any', 40), fc.nat(100), async (one, commands, percent) => {
      const { world, acts } = await live(one, commands)
      await world.close()
      const again = await furnishedWorld(one)
      await replay(again, acts)
      expect(bytes(again)).toBe(bytes(world))
      await again.close()
      await expectSameAfterRestore(one, acts, Math.floor((acts.length * percent) / 100))
    })
    await fc.assert(holds, { seed, numRuns: Math.ceil(numRuns / 2) })
  },
  TIMEOUT,
)

/** One world goes on, another begins with its picture; what the wire does to them is not in the picture and ends here. */
async function expectSameAfterRestore(one: Setting, acts: readonly Act[], cut: number): Promise<void> {
  const first = await furnishedWorld(one)
  await replay(first, [...acts.slice(0, cut), { act: 'lift' }])
  const sent = first.traffic.length
  const second = createWorld(one, first.picture())
  const rest = acts.slice(cut)
  const endings = [await replay(first, rest), await replay(second, rest)]
  expect(endings[1]).toEqual(endings[0])
  expect(bytes(second)).toBe(bytes(first, sent))
  await first.close()
  await second.close()
}

/** Gives what was refused, which can be more than before when faults ended early. */
async function replay(world: World, acts: readonly Act[]): Promise<string[]> {
  const refused: string[] = []
  for (const act of acts) {
    await actIn(world, act).catch((error: unknown) => refused.push(String(error)))
  }
  return refused
}

function bytes({ traffic }: World, from = 0): string {
  return traffic
    .slice(from)
    .map((request) => JSON.stringify(request))
    .join('\n')
}
