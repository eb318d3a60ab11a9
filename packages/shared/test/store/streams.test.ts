import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openStore, type Store, type Stream, type StreamQuery } from '../../src/store/index.ts'
import { Ledger, type LedgerChange } from './ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'

// Each entry waits for a real disk, which others may be using.
vi.setConfig({ testTimeout: 60_000 })

const SEGMENT_BYTES = 500

async function openedWith(folder: string, limit: number, entries = 1_000_000) {
  const store = await openStore(folder, new Ledger(), { streamSegmentBytes: SEGMENT_BYTES })
  return { store, log: store.stream<string>('log', { limit, retention: { entries } }) }
}

/** Appends and lets each entry go to disk, so that segments fill up one after the other. */
async function append(store: Store<LedgerChange>, log: Stream<string>, from: number, to: number): Promise<void> {
  for (let i = from; i <= to; i += 1) {
    log.append(`entry ${i}`)
    store.commit([{ kind: 'total', amount: i }])
    await store.durable()
  }
}

async function read(log: Stream<string>, query?: StreamQuery): Promise<readonly number[]> {
  const seqs: number[] = []
  for await (const { seq, entry } of log.read(query)) {
    expect(entry).toBe(`entry ${seq}`)
    seqs.push(seq)
  }
  return seqs
}

function range(from: number, to: number): readonly number[] {
  const step = from <= to ? 1 : -1
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => from + i * step)
}

test('entries that memory has dropped are read from the segments', async () => {
  const { store, log } = await openedWith(await temporaryFolder(), 5)
  await append(store, log, 1, 60)
  expect([log.firstSeq, log.lastSeq]).toEqual([56, 60])
  expect(await read(log)).toEqual(range(1, 60))
  expect(await read(log, { newestFirst: true })).toEqual(range(60, 1))
  expect(await read(log, { after: 17, limit: 20 })).toEqual(range(18, 37))
  expect(await read(log, { after: 17, newestFirst: true })).toEqual(range(60, 18))
  expect(await read(log, { newestFirst: true, limit: 30 })).toEqual(range(60, 31))
  expect(await read(log, { after: 58 })).toEqual([59, 60])
  expect(await read(log, { after: 60 })).toEqual([])
  await store.close()
})

test('entries of this very moment can be read, though more than memory holds', async () => {
  const { store, log } = await openedWith(await temporaryFolder(), 3)
  for (let i = 1; i <= 50; i += 1) log.append(`entry ${i}`)
  expect(await read(log)).toEqual(range(1, 50))
  await store.close()
})

test('a stream goes on where it ended when the folder is opened again', async () => {
  const folder = await temporaryFolder()
  const first = await openedWith(folder, 5)
  await append(first.store, first.log, 1, 40)
  await first.store.close()
  const { store, log } = await openedWith(folder, 5)
  expect(log.recent().map(({ seq }) => seq)).toEqual(range(36, 40))
  await append(store, log, 41, 45)
  expect(await read(log)).toEqual(range(1, 45))
  await store.close()
  const third = await openedWith(folder, 5)
  expect(await read(third.log)).toEqual(range(1, 45))
  await third.store.close()
})

test('retention removes whole segments and keeps at least what was asked for', async () => {
  const folder = await temporaryFolder()
  const { store, log } = await openedWith(folder, 5, 20)
  await append(store, log, 1, 100)
  const kept = await read(log)
  expect(kept.at(-1)).toBe(100)
  expect(kept).toEqual(range(kept[0] ?? 0, 100))
  expect(kept.length).toBeGreaterThanOrEqual(20)
  expect(kept.length).toBeLessThan(40)
  expect((await readdir(join(folder, 'streams/log'))).length).toBeLessThan(6)
  await store.close()
})

test('reset and restore hold for the segments, too', async () => {
  const folder = await temporaryFolder()
  const first = await openedWith(folder, 5)
  await append(first.store, first.log, 1, 30)
  const picture = first.store.snapshot()
  first.store.reset()
  expect(first.log.append('entry 31')).toBe(31)
  await first.store.close()
  const second = await openedWith(folder, 5)
  expect(await read(second.log)).toEqual([31])
  second.store.restore(picture)
  await append(second.store, second.log, 31, 33)
  expect(await read(second.log)).toEqual(range(26, 33))
  await second.store.close()
  const third = await openedWith(folder, 50)
  expect(await read(third.log)).toEqual(range(26, 33))
  expect(third.log.firstSeq).toBe(26)
  third.store.reset()
  await third.store.close()
  const fourth = await openedWith(folder, 50)
  expect([await read(fourth.log), fourth.log.lastSeq]).toEqual([[], 33])
  await fourth.store.close()
})

test('a stream that the program has not asked for is emptied by a reset as well', async () => {
  const folder = await temporaryFolder()
  const first = await openedWith(folder, 5)
  await append(first.store, first.log, 1, 3)
  await first.store.close()
  const store = await openStore(folder, new Ledger())
  expect(Object.keys(store.snapshot().streams)).toEqual(['log'])
  store.reset()
  await store.close()
  const again = await openedWith(folder, 5)
  expect(await read(again.log)).toEqual([])
  await again.store.close()
})

test.each(['', 'Log', '../log', 'a/b', 'log.1'])('%j is no name of a stream', async (name) => {
  const store = await openStore(await temporaryFolder(), new Ledger())
  expect(() => store.stream(name)).toThrow(RangeError)
  await store.close()
})
