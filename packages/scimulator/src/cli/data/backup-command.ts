import { EXIT, print } from '../output.ts'
import { copyData } from './copy-data.ts'
import { assertFree, removeEmpty } from './place.ts'

/** Copies a data folder to a place that is free. @throws BadInput when there is none, or no data */
export async function backupCommand(folder: string, backup: string): Promise<number> {
  await assertFree(backup, 'A backup is made where nothing is; choose another folder.')
  return copyData({ from: folder, to: backup, makeRoom: () => removeEmpty(backup) }, (copied) => {
    print(`${folder} is copied to ${backup}: ${copied}`)
    return EXIT.passed
  })
}
