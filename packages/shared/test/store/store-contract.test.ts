import { describe, expect, test, vi } from 'vitest'
import { createMemoryStore, openStore, type Store, StoreStopped } from '../../src/store/index.ts'
import { Ledger, type LedgerChange } from './ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'

// Real files on a disk that others may be using.
vi.setConfig({ testTimeout: 60_000 })

type Open = (ledger: Ledger) => Promise<Store<LedgerChange>>

const kinds: [string, Open][] = [
  ['in memory', async (ledger) => createMemoryStore(ledger)],
  ['on disk', async (ledger) => openStore(await temporaryFolder(), ledger)],
]

describe.each(kinds)('a store %s', (_kind, open) => {
  test('applies a step in the tick of the commit and numbers it', async () => {
    const ledger = new Ledger()
    const store = await open(ledger)
    expect(store.commit(ledger.deposit('a', 5))).toBe(1)
    expect(ledger.content()).toEqual({ accounts: { a: { amount: 5 } }, total: 5 })
    expect(store.commit(ledger.deposit('b', 1))).toBe(2)
    await store.durable()
    expect(store.seq).toBe(2)
    await store.close()
  })

  test('a step without changes is no step', async () => {
    const store = await open(new Ledger())
    expect(store.commit([])).toBe(0)
    expect(store.seq).toBe(0)
    await store.close()
  })

  test('refuses to wait for a step that nobody has taken', async () => {
    const store = await open(new Ledger())
    await expect(store.durable(7)).rejects.toThrow('There is no step 7 yet; the last one is 0')
    await store.close()
  })

  test('stops when a change cannot be applied, and never calls that durable', async () => {
    const ledger = new Ledger()
    const store = await open(ledger)
    expect(() => store.commit([{ kind: 'total', amount: 1 }, { kind: 'broken' }])).toThrow('A broken change')
    expect(store.stopped).toBeInstanceOf(StoreStopped)
    expect(() => store.commit(ledger.deposit('a', 1))).toThrow(StoreStopped)
    await expect(store.durable()).rejects.toThrow(StoreStopped)
    await store.close()
  })

  test('takes no writes once it is closed', async () => {
    const ledger = new Ledger()
    const store = await open(ledger)
    store.commit(ledger.deposit('a', 1))
    await store.close()
    await store.close()
    await expect(store.durable()).resolves.toBeUndefined()
    expect(() => store.commit(ledger.deposit('a', 1))).toThrow('closed')
    expect(() => store.reset()).toThrow(StoreStopped)
  })

  test('restores a picture, which later changes do not reach, and goes on counting', async () => {
    const ledger = new Ledger()
    const store = await open(ledger)
    store.commit(ledger.deposit('a', 5))
    const log = store.stream<string>('log')
    log.append('first')
    const picture = JSON.parse(JSON.stringify(store.snapshot()))
    store.commit(ledger.deposit('b', 7))
    log.append('second')
    store.restore(picture)
    expect(ledger.content()).toEqual({ accounts: { a: { amount: 5 } }, total: 5 })
    expect(log.recent()).toEqual([{ seq: 1, entry: 'first' }])
    expect(store.seq).toBe(3)
    expect(store.commit(ledger.deposit('c', 1))).toBe(4)
    await store.close()
  })

  test('refuses a picture of another program', async () => {
    const ledger = new Ledger()
    const store = await open(ledger)
    const picture = { ...store.snapshot(), shape: 'receiver' }
    expect(() => store.restore(picture)).toThrow('The snapshot is of receiver version 1; this is ledger version 1')
    await store.close()
  })

  test('reset empties collections and streams and goes on counting', async () => {
    const ledger = new Ledger()
    const store = await open(ledger)
    const log = store.stream<string>('log')
    store.commit(ledger.deposit('a', 5))
    log.append('first')
    store.reset()
    expect(ledger.content()).toEqual({ accounts: {}, total: 0 })
    expect([log.recent(), log.firstSeq, log.lastSeq]).toEqual([[], 2, 1])
    expect(log.append('second')).toBe(2)
    expect(store.seq).toBe(2)
    await store.close()
  })

  test('a stream keeps its newest entries in memory and says which it dropped', async () => {
    const store = await open(new Ledger())
    const log = store.stream<number>('log', { limit: 3 })
    for (let i = 1; i <= 10; i += 1) expect(log.append(i * 10)).toBe(i)
    expect(log.recent()).toEqual([8, 9, 10].map((seq) => ({ seq, entry: seq * 10 })))
    expect(log.recent({ after: 9 })).toEqual([{ seq: 10, entry: 100 }])
    expect(log.recent({ limit: 2 }).map(({ seq }) => seq)).toEqual([8, 9])
    expect(log.recent({ limit: 2, newestFirst: true }).map(({ seq }) => seq)).toEqual([10, 9])
    expect(log.recent({ after: 10 })).toEqual([])
    expect([log.firstSeq, log.lastSeq]).toEqual([8, 10])
    expect(store.stream('log')).toBe(log)
    await store.close()
  })
})
