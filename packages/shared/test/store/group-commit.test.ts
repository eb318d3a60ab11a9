import { expect, test } from 'vitest'
import { type FileSystem, type OpenFile, openStore } from '../../src/store/index.ts'
import { Ledger } from './ledger.ts'
import { VolatileDisk } from './volatile-disk.ts'

/** Counts the syncs of journal segments, and says how long the pieces were that went to the snapshot. */
function counting() {
  const disk = new VolatileDisk(() => 3)
  const counts = { journalSyncs: 0, snapshotPieces: [] as number[] }
  const files: FileSystem = {
    createExclusive: (path, text) => disk.createExclusive(path, text),
    readText: (path) => disk.readText(path),
    list: (folder) => disk.list(folder),
    makeFolder: () => disk.makeFolder(),
    rename: (from, to) => disk.rename(from, to),
    remove: (path) => disk.remove(path),
    syncFolder: () => disk.syncFolder(),
    open: async (path, mode) => counted(path, await disk.open(path, mode)),
  }
  const counted = (path: string, file: OpenFile): OpenFile => ({
    ...file,
    append: (bytes) => {
      if (path.includes('snapshot')) counts.snapshotPieces.push(bytes.length)
      return file.append(bytes)
    },
    datasync: () => {
      if (path.includes('journal')) counts.journalSyncs += 1
      return file.datasync()
    },
  })
  return { files, counts }
}

test('50 writers share one sync: each is told once its step is durable', async () => {
  const { files, counts } = counting()
  const ledger = new Ledger()
  const store = await openStore('/data', ledger, { files })
  const before = counts.journalSyncs
  const writer = async (id: number) => {
    for (let i = 0; i < 10; i += 1) {
      store.commit(ledger.deposit(`w${id}`, 1))
      await store.durable()
    }
  }
  await Promise.all(Array.from({ length: 50 }, (_, id) => writer(id)))
  expect(store.seq).toBe(500)
  expect(counts.journalSyncs - before).toBe(10)
  await store.close()
})

test('an answer that has seen a step waits until that step is durable, even if it wrote nothing', async () => {
  const { files } = counting()
  const ledger = new Ledger()
  const store = await openStore('/data', ledger, { files })
  const order: string[] = []
  const write = store.commit(ledger.deposit('a', 1))
  const writer = store.durable(write).then(() => order.push('writer'))
  const reader = store.durable().then(() => order.push('reader'))
  await new Promise((resolve) => setImmediate(resolve))
  expect(order).toEqual([])
  await Promise.all([writer, reader])
  expect(order).toEqual(['writer', 'reader'])
  await store.close()
})

test('a compaction gives way between slices, and steps taken meanwhile are in the journal', async () => {
  const { files, counts } = counting()
  const ledger = new Ledger()
  const store = await openStore('/data', ledger, { files, sliceMs: 0 })
  store.commit(Array.from({ length: 500 }, (_, i) => ({ kind: 'account', id: `a${i}`, amount: 0 }) as const))
  let isCompacting = true
  const compacted = store.compact().then(() => {
    isCompacting = false
  })
  let steps = 0
  while (isCompacting) {
    store.commit(ledger.deposit(`a${steps % 500}`, 1))
    await store.durable()
    steps += 1
  }
  await compacted
  // A slice of no length at all still takes 16 resources before it looks at the clock.
  expect(counts.snapshotPieces.length).toBeGreaterThan(500 / 16)
  expect(steps).toBeGreaterThan(1)
  await store.close()
  const again = new Ledger()
  await (await openStore('/data', again, { files })).close()
  expect(again.content()).toEqual(ledger.content())
})

test('a compaction begins by itself once the journal has grown, and the folder stays small', async () => {
  const { files } = counting()
  const ledger = new Ledger()
  const store = await openStore('/data', ledger, { files, compactAfterBytes: 10_000 })
  for (let i = 0; i < 1_000; i += 1) {
    store.commit(ledger.deposit(`a${i % 10}`, 1, 'n'.repeat(100)))
    await store.durable()
  }
  await store.close()
  const names = await files.list('/data')
  expect(names).toContain('snapshot.jsonl')
  expect(names.length).toBeLessThanOrEqual(3)
  expect(names).not.toContain('journal-000000000001.jsonl')
})

test('a reset or restore in the middle of a compaction holds', async () => {
  const { files } = counting()
  const ledger = new Ledger()
  const store = await openStore('/data', ledger, { files, sliceMs: 0 })
  for (let i = 0; i < 200; i += 1) store.commit(ledger.deposit(`a${i}`, 1))
  const picture = store.snapshot()
  for (const replace of [() => store.reset(), () => store.restore(picture)]) {
    const compacted = store.compact()
    for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    replace()
    store.commit(ledger.deposit('late', 1))
    await compacted
    await store.durable()
  }
  await store.close()
  const again = new Ledger()
  await (await openStore('/data', again, { files })).close()
  expect(again.content()).toEqual(ledger.content())
  expect(again.accounts.size).toBe(201)
})
