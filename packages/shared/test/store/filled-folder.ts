import { openStore, type StoreOptions } from '../../src/store/index.ts'
import { Ledger } from './ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { VolatileDisk } from './volatile-disk.ts'

/** The same on a disk in memory. */
export async function filledDisk(): Promise<VolatileDisk> {
  const files = new VolatileDisk()
  await fill('/data', { files })
  return files
}

/** A closed folder with a snapshot of ten steps, a journal of ten more, and a log of twenty entries. */
export async function filledFolder(): Promise<{ readonly folder: string; readonly content: unknown }> {
  const folder = await temporaryFolder()
  return { folder, content: await fill(folder) }
}

async function fill(folder: string, options: StoreOptions = {}): Promise<unknown> {
  const ledger = new Ledger()
  const store = await openStore(folder, ledger, options)
  const log = store.stream<string>('log')
  for (let i = 1; i <= 20; i += 1) {
    store.commit(ledger.deposit(`a${i % 6}`, i))
    log.append(`deposit ${i}`)
    if (i === 10) await store.compact()
  }
  await store.close()
  return ledger.content()
}

export const SNAPSHOT = 'snapshot.jsonl'
export const JOURNAL = 'journal-000000000011.jsonl'
export const STREAM = 'streams/log/00000001.jsonl'
