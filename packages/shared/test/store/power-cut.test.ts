import { expect, test, vi } from 'vitest'
import { openStore, type Store } from '../../src/store/index.ts'
import { Ledger, type LedgerChange } from './ledger.ts'
import { seededRandom } from './seeded-random.ts'
import { VolatileDisk } from './volatile-disk.ts'

// Hundreds of starts take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

interface Told {
  steps: number
  deposits: number
}

test.each([1, 2, 3, 4, 5])(
  'whenever the power goes, acknowledged steps are there and no half step is (seed %i)',
  async (seed) => {
    const random = seededRandom(seed)
    const files = new VolatileDisk(() => Math.floor(random() * 6))
    const told: Told = { steps: 0, deposits: 0 }
    let cuts = 0
    for (let round = 0; round < 120; round += 1) {
      files.operationsLeft = Math.floor(random() * 120)
      cuts += (await work(files, told, random)) ? 1 : 0
      files.restart(random)
      await check(files, told)
      files.restart(random)
    }
    expect(cuts).toBeGreaterThan(60)
    expect(told.steps).toBeGreaterThan(1_000)
  },
)

/** @returns whether the power went. */
async function work(files: VolatileDisk, told: Told, random: () => number): Promise<boolean> {
  const ledger = new Ledger()
  const compactions: Promise<unknown>[] = []
  try {
    const store = await openStore('/data', ledger, { files, streamSegmentBytes: 2_000, sliceMs: 0 })
    const log = store.stream<number>('log', { retention: { entries: 50 } })
    for (let i = 0; i < 40; i += 1) {
      if (random() < 0.1)
        compactions.push(store.compact().catch((error: unknown) => expect(String(error)).toMatch(/power is off/)))
      const batch = Array.from({ length: 1 + Math.floor(random() * 4) }, () => deposit(store, ledger, random))
      log.append(store.seq)
      await Promise.all(batch.map((seq) => store.durable(seq)))
      told.steps = store.seq
      told.deposits = ledger.total
    }
    await Promise.all(compactions)
    await store.close()
    return false
  } catch (error) {
    // The store tells it as a failed write; only that may end the work.
    expect(String(error)).toMatch(/power is off/)
    await Promise.all(compactions)
    return true
  }
}

function deposit(store: Store<LedgerChange>, ledger: Ledger, random: () => number): number {
  return store.commit(ledger.deposit(`a${Math.floor(random() * 100)}`, 1, 'n'.repeat(Math.floor(random() * 50))))
}

async function check(files: VolatileDisk, told: Told): Promise<void> {
  const ledger = new Ledger()
  const store = await openStore('/data', ledger, { files })
  expect(store.seq).toBeGreaterThanOrEqual(told.steps)
  expect(ledger.total).toBeGreaterThanOrEqual(told.deposits)
  expect(ledger.sum()).toBe(ledger.total)
  expect(ledger.total).toBe(store.seq)
  const entries = store.stream<number>('log').recent()
  expect(entries.filter(({ entry }) => entry > store.seq)).toEqual([])
  // Whatever was found counts as told from now on, as a client may have read it.
  told.steps = store.seq
  told.deposits = ledger.total
  await store.close()
}
