import { expect, test, vi } from 'vitest'
import { DataFolderError, openStore, StoreStopped } from '../../src/store/index.ts'
import { Ledger } from './ledger.ts'
import { VolatileDisk } from './volatile-disk.ts'

// Real files on a disk that others may be using.
vi.setConfig({ testTimeout: 60_000 })

async function openedOn(files: VolatileDisk, stopped: string[] = []) {
  const ledger = new Ledger()
  const store = await openStore('/data', ledger, { files, onStopped: ({ message }) => stopped.push(message) })
  return { ledger, store }
}

async function contentOf(files: VolatileDisk): Promise<unknown> {
  const { ledger, store } = await openedOn(files)
  await store.close()
  return ledger.content()
}

test.each([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EROFS', 'the file system is read-only'],
  ['EACCES', 'this user may not do that'],
  ['EIO', 'the disk reports an error'],
])('a failed append (%s) stops the store, and everything acknowledged is there afterwards', async (code, said) => {
  const files = new VolatileDisk()
  const stopped: string[] = []
  const { ledger, store } = await openedOn(files, stopped)
  store.commit(ledger.deposit('a', 1))
  await store.durable()
  const acknowledged = structuredClone(ledger.content())
  files.failure = code
  store.commit(ledger.deposit('a', 1))
  await expect(store.durable()).rejects.toThrow(StoreStopped)
  // What was durable before stays so; everything newer is refused, reads included.
  await expect(store.durable(1)).resolves.toBeUndefined()
  await expect(store.durable()).rejects.toThrow(said)
  expect(() => store.commit(ledger.deposit('a', 1))).toThrow(said)
  expect(() => store.stream('log').append('x')).toThrow(StoreStopped)
  await expect(store.compact()).rejects.toThrow(StoreStopped)
  expect(store.stopped?.message).toContain(said)
  expect(stopped).toEqual([store.stopped?.message])
  await store.close().catch(() => {})
  files.failure = undefined
  files.restart(() => 0)
  expect(await contentOf(files)).toEqual(acknowledged)
})

test('a disk that fills up in the middle of a line loses nothing and leaves no half line', async () => {
  for (let free = 0; free < 300; free += 7) {
    const files = new VolatileDisk()
    const { ledger, store } = await openedOn(files)
    store.commit(ledger.deposit('a', 1))
    await store.durable()
    const acknowledged = structuredClone(ledger.content())
    files.free = free
    store.commit(ledger.deposit('b', 2, 'n'.repeat(300)))
    await expect(store.durable()).rejects.toThrow(
      'Writing to /data: the disk is full (ENOSPC). Every acknowledged write is on disk. ' +
        'Free some space and start the program again.',
    )
    files.free = Number.POSITIVE_INFINITY
    files.restart(() => 0.999)
    const notices: string[] = []
    const again = new Ledger()
    const reopened = await openStore('/data', again, { files, onNotice: (text) => notices.push(text) })
    expect(again.content()).toEqual(acknowledged)
    expect(notices).toEqual([])
    await reopened.close()
  }
})

test('a compaction that finds no room fails alone: the journal goes on and nothing is lost', async () => {
  const files = new VolatileDisk()
  const { ledger, store } = await openedOn(files)
  for (let i = 0; i < 100; i += 1) store.commit(ledger.deposit(`a${i}`, i, 'n'.repeat(100)))
  await store.durable()
  files.free = 3_000
  const failed = await store.compact().catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(DataFolderError)
  expect(String(failed)).toContain('Writing a new snapshot in /data: the disk is full (ENOSPC)')
  files.free = Number.POSITIVE_INFINITY
  store.commit(ledger.deposit('b', 1))
  await store.durable()
  expect(store.stopped).toBeUndefined()
  await store.compact()
  await store.close()
  expect(await contentOf(files)).toEqual(ledger.content())
  expect(await files.list('/data')).toEqual(['journal-000000000102.jsonl', 'snapshot.jsonl'])
})

test.each(['EROFS', 'EACCES'])(
  'a folder that cannot be written (%s) is not opened, and is left as it is',
  async (code) => {
    const files = new VolatileDisk()
    const { ledger, store } = await openedOn(files)
    store.commit(ledger.deposit('a', 1))
    await store.close()
    files.failure = code
    await expect(openStore('/data', new Ledger(), { files })).rejects.toThrow(`Opening /data: `)
    files.failure = undefined
    expect(await contentOf(files)).toEqual(ledger.content())
  },
)

test('a full log stops the store too, after its step has become durable', async () => {
  const files = new VolatileDisk()
  const { ledger, store } = await openedOn(files)
  const log = store.stream<string>('log')
  store.commit(ledger.deposit('a', 1))
  log.append('x'.repeat(2_000))
  files.free = 1_000
  await expect(store.durable()).rejects.toThrow('the disk is full')
  files.free = Number.POSITIVE_INFINITY
  files.restart(() => 0.999)
  expect(await contentOf(files)).toEqual(ledger.content())
})

test('a change that is not JSON is refused before it has changed anything', async () => {
  const { ledger, store } = await openedOn(new VolatileDisk())
  const amount: unknown = 1n
  // What JSON cannot say comes from a bug, past the types.
  expect(() => store.commit([{ kind: 'total', amount: amount as number }])).toThrow(TypeError)
  expect([ledger.total, store.seq, store.stopped]).toEqual([0, 0, undefined])
  await store.close()
})
