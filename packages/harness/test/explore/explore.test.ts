// Random histories at our own receiver: where it is right nothing is found, and what it does wrong is found, shrunk and written.
import { constant } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleOf } from '../../../../scripts/gate/sample.ts'
import {
  asGiven,
  entraSender,
  explore,
  jumpCloudSender,
  oktaSender,
  type Sender,
  scenarioRunner,
} from '../../src/explore/index.ts'
import { shortest } from '../../src/explore/shortest.ts'
import { DEVIATIONS_FOUND } from './deviations-found.ts'

const FILE = 'explored.yaml'

const KINDS = [
  ...(['entra', 'entra-legacy', 'entra with faults'] as const),
  ...(['jumpcloud', 'jumpcloud with faults'] as const),
  ...(['okta', 'okta with faults', 'okta-catalogue', 'okta-catalogue with faults'] as const),
]
type Kind = (typeof KINDS)[number]

function senderOf(kind: Kind, deviations: readonly string[] = []): Sender<never> {
  // Its acts come from it and go back to it; nobody here looks at one.
  const setting = { hasFaults: kind.endsWith('with faults'), deviations }
  if (kind.startsWith('jumpcloud')) return jumpCloudSender(setting) as unknown as Sender<never>
  if (kind.startsWith('okta'))
    return oktaSender({
      ...setting,
      kind: kind.includes('catalogue') ? 'catalogue' : 'wizard',
    }) as unknown as Sender<never>
  return entraSender({ ...setting, isOptscim: kind !== 'entra-legacy' }) as unknown as Sender<never>
}

async function explored(sender: Sender<never>, histories: number, more = {}) {
  return explore({ sender, histories, acts: 25, seed: 1, run: await scenarioRunner(FILE), ...more })
}

const HISTORIES = Number(process.env.SCIMULATOR_HISTORIES ?? 6)

test.each(KINDS)(
  'a right receiver ends where the oracle says, whatever happens: %s',
  async (kind) => {
    const { found, reached, unsteady } = await explored(senderOf(kind), HISTORIES)
    expect(found?.text).toBeUndefined()
    expect([reached.histories, unsteady]).toEqual([HISTORIES, 0])
    // Otherwise it would have looked at nothing.
    expect(Object.values(reached.acts).filter((times) => times > 0).length).toBeGreaterThan(12)
    expect(Object.values(reached.states).filter((times) => times > 0).length).toBeGreaterThan(3)
  },
  60_000 + HISTORIES * 2_000,
)

const DEVIATIONS = sampleOf('deviations that exploring finds', DEVIATIONS_FOUND.length, 1).flatMap(
  (at) => DEVIATIONS_FOUND[at] ?? [],
)

test.each(DEVIATIONS)(
  '$deviation is found as $kind, and its shortest history fails with it and passes without',
  async ({ deviation, kind }) => {
    const { found } = await explored(senderOf(kind, [deviation]), 500)
    expect(found?.acts).toBeLessThanOrEqual(8)
    const text = found?.text ?? ''
    const run = await scenarioRunner(FILE)
    expect(await run(text)).toEqual({ outcome: 'failed', message: found?.message })
    expect(text).toContain(`deviations: [ ${deviation} ]`)
    expect(await run(asGiven(text, []))).toEqual({ outcome: 'passed', message: '' })
  },
  600_000,
)

test('the same seed finds the same, to the byte', async () => {
  const find = () => explored(senderOf('entra', ['no-soft-delete']), 200)
  const [one, other] = [await find(), await find()]
  expect(one.found).toBeDefined()
  expect(other).toEqual(one)
})

const PASSED = { outcome: 'passed', message: '' } as const
const FAILED = { outcome: 'failed', message: 'differs' } as const

describe('several machines', () => {
  // Nothing is run: what is asked is which histories are drawn.
  const textsOf = async (shard?: { index: number; of: number }) => {
    const texts: string[] = []
    const run = async (told: unknown) => {
      texts.push(JSON.stringify(told))
      return PASSED
    }
    await explored(senderOf('jumpcloud'), 6, { run, ...(shard ? { shard } : {}) })
    return texts
  }

  test('share nothing, and live as many histories as one', async () => {
    const [first, second] = [await textsOf({ index: 1, of: 2 }), await textsOf({ index: 2, of: 2 })]
    expect([first.length, second.length]).toEqual([3, 3])
    expect(first.filter((text) => second.includes(text))).toEqual([])
    expect(first[0]).toBe((await textsOf())[0])
  })
})

describe('a failure', () => {
  const sender: Sender<string> = {
    first: [],
    drawn: [{ names: ['a', 'b'], weight: 1, arbitrary: constant('a') }],
    states: [],
    name: (act) => act,
    live: (acts) => ({ acts, states: new Set(), scenario: () => acts.join('') }),
  }
  const options = { sender, histories: 20, acts: 5, seed: 1 }

  test('that does not stand is nobody’s', async () => {
    let asked = 0
    const run = async () => {
      asked += 1
      return asked % 2 === 1 ? FAILED : PASSED
    }
    const { found, unsteady } = await explore({ ...options, run })
    expect(found).toBeUndefined()
    expect(unsteady).toBeGreaterThan(0)
  })

  test('cannot be seen in a history that is not lived to its end, which is neither found nor counted as reached', async () => {
    let asked = 0
    const run = async () => {
      asked += 1
      return asked % 4 === 0 ? ({ outcome: 'unjudged', message: `no room for ${asked}` } as const) : PASSED
    }
    const { found, reached, unsteady, unjudged } = await explore({ ...options, run })
    expect([found, unsteady]).toEqual([undefined, 0])
    expect(unjudged).toEqual({ histories: 5, why: 'no room for 4' })
    expect(reached.histories).toBe(15)
  })

  test('that the corpus knows is seen before anything is drawn', async () => {
    const texts: string[] = []
    const run = async (told: unknown) => {
      texts.push(String(told))
      return told === 'known' ? FAILED : PASSED
    }
    const { found, reached } = await explore({ ...options, run, corpus: ['mended', 'known'] })
    expect(found).toEqual({ text: 'known', message: 'differs' })
    expect([texts, reached.histories]).toEqual([['mended', 'known', 'known'], 0])
  })

  test('ends the others that run at the same time, and is shortened', async () => {
    const run = async (told: unknown) => (String(told).length > 2 ? FAILED : PASSED)
    const { found } = await explore({ ...options, run, parallel: 3 })
    expect(found).toEqual({ text: 'aaa', acts: 3, message: 'differs' })
  })
})

describe('shortest', () => {
  test('leaves what is needed, in its order', async () => {
    const acts = Array.from({ length: 40 }, (_, index) => index)
    const isFailing = async (some: readonly number[]) => [3, 17, 31].every((one) => some.includes(one))
    expect(await shortest(acts, isFailing)).toEqual([3, 17, 31])
  })

  test('keeps everything where everything is needed', async () => {
    expect(await shortest([1, 2, 3], async (some) => some.length === 3)).toEqual([1, 2, 3])
  })
})
