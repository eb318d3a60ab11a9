import { EXIT, print } from '../output.ts'
import { copyData } from './copy-data.ts'
import { assertFree, assertNotInUse, setAside } from './place.ts'

/** Puts a backup back. @throws BadInput when the folder is in use, or has data and none was to be replaced */
export async function restoreCommand(backup: string, folder: string, replace: boolean): Promise<number> {
  await assertNotInUse(folder)
  if (!replace) await assertFree(folder, 'With --replace what is there is set aside first.')
  let aside: string | undefined
  const makeRoom = async () => {
    // Once more: the copy has taken a while.
    await assertNotInUse(folder)
    aside = await setAside(folder)
  }
  return copyData({ from: backup, to: folder, makeRoom }, (copied) => {
    print(`${backup} is restored in ${folder}: ${copied}`)
    if (aside !== undefined) print(`What was there is in ${aside}`)
    return EXIT.passed
  })
}
