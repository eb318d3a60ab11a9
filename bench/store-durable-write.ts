// One durable write: a step of one person, committed and waited for. Flat means that it costs the same with 1,000 and 100,000 people.

import { fdatasync, writeSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openStore, type Store } from '@scimulator/shared/store'
import type { AsyncBenchRow } from './bench-row.ts'
import { type PersonChange, Population, personChange, temporaryFolder } from './store-population.ts'

const datasync = promisify(fdatasync)

export const asyncRows: readonly AsyncBenchRow[] = [
  besideRawAppend(1_000, 1),
  besideRawAppend(100_000, 1),
  besideRawAppend(100_000, 50),
  besideFewPeople(1),
  besideFewPeople(50),
]

function besideRawAppend(people: number, writers: number): AsyncBenchRow {
  const store = storeOf(people)
  const file = rawFile()
  const { n, w } = words(people, writers)
  return {
    name: `durable write, ${n} people, ${w}`,
    baseline: `raw append of as many bytes + fdatasync, ${w}`,
    concurrency: writers,
    prepare: () => Promise.all([store.prepare(), file.prepare()]).then(() => {}),
    ops: store.write,
    baselineOps: file.write,
    cleanup: () => Promise.all([store.cleanup(), file.cleanup()]).then(() => {}),
    target: writers === 1 ? 'at most 2 x the time (ratio 0.5 or more)' : 'beyond it, by group commit',
  }
}

function besideFewPeople(writers: number): AsyncBenchRow {
  const many = storeOf(100_000)
  const few = storeOf(1_000)
  const { n, w } = words(100_000, writers)
  return {
    name: `durable write, ${n} people, ${w}`,
    baseline: `the same with 1,000 people`,
    concurrency: writers,
    prepare: () => Promise.all([many.prepare(), few.prepare()]).then(() => {}),
    ops: many.write,
    baselineOps: few.write,
    cleanup: () => Promise.all([many.cleanup(), few.cleanup()]).then(() => {}),
    target: 'flat within 25 % (ratio 0.8 to 1.25)',
  }
}

function words(people: number, writers: number) {
  return { n: people === 1_000 ? '1,000' : '100,000', w: writers === 1 ? '1 writer' : `${writers} writers` }
}

function storeOf(people: number) {
  let store: Store<PersonChange> | undefined
  let folder: Awaited<ReturnType<typeof temporaryFolder>> | undefined
  let count = 0
  return {
    prepare: async () => {
      folder = await temporaryFolder()
      store = await openStore(folder.path, new Population())
      for (let i = 0; i < people; i += 1) store.commit(personChange(i, 0))
      await store.compact()
    },
    write: async () => {
      count += 1
      store?.commit(personChange((count * 7_919) % people, count))
      await store?.durable()
    },
    cleanup: async () => {
      await store?.close()
      await folder?.remove()
    },
  }
}

/** What any store must do at the least for a durable write. It takes the making of the text for granted, as the store's own includes it. */
function rawFile() {
  const bytes = Buffer.from(`${JSON.stringify(personChange(1, 1))}\n`)
  let file: FileHandle | undefined
  let folder: Awaited<ReturnType<typeof temporaryFolder>> | undefined
  return {
    prepare: async () => {
      folder = await temporaryFolder()
      file = await open(join(folder.path, 'raw'), 'a')
    },
    write: async () => {
      if (file === undefined) return
      writeSync(file.fd, bytes)
      await datasync(file.fd)
    },
    cleanup: async () => {
      await file?.close()
      await folder?.remove()
    },
  }
}
