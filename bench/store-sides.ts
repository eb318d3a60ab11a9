// The two sides of the store's rows: a store that is written to, and a bare file.
import { fdatasync, writeSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openStore, type Store } from '@scimulator/shared/store'
import { type PersonChange, Population, personChange, temporaryFolder } from './store-population.ts'

const datasync = promisify(fdatasync)

/** A store of so many people in a folder of its own. */
export function populatedStore(people: number) {
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
    compact: async () => store?.compact(),
    cleanup: async () => {
      await store?.close()
      await folder?.remove()
    },
  }
}

/**
 * What any store must do at the least for a durable write. It takes the making of the text for granted, as the
 * store's own includes it.
 */
export function rawFile() {
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
