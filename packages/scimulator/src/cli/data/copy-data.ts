// One way for both directions: all programs are held at one moment, written beside the place, read again, and take the place as a whole.
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { BadInput } from '@scimulator/harness/scenario'
import { errorCode, renameOver } from '@scimulator/shared/platform'
import { DataFolderError, type FolderReport, type HeldFolder, holdFolder } from '@scimulator/shared/store'
import { complain, EXIT } from '../output.ts'
import { partsOf } from './parts.ts'

export interface Copying {
  readonly from: string
  readonly to: string
  /** Makes the place free, once the copy is ready to take it. */
  readonly makeRoom: () => Promise<void>
}

/**
 * Copies a data folder. What cannot be copied as it should be leaves nothing behind.
 * @param done is told what was copied, in words. @returns its exit code, or 1 where the folder is damaged
 */
export async function copyData({ from, to, makeRoom }: Copying, done: (copied: string) => number): Promise<number> {
  const parts = await partsOf(from)
  const place = resolve(to)
  assertApart(resolve(from), place)
  const beside = join(dirname(place), `.${basename(place)}.partial-${process.pid}`)
  try {
    await mkdir(beside, { recursive: true, mode: 0o700 })
    const reports = await copyPrograms(from, beside, parts.programs)
    for (const name of parts.plain) await copyPlain(join(from, name), join(beside, name))
    await makeRoom()
    await takePlace(beside, place)
    if (parts.others.length > 0) complain(`No data of Scimulator, and not copied: ${parts.others.join(', ')}`)
    return done(reports.map(inWords).join('; '))
  } catch (error) {
    if (!(error instanceof DataFolderError)) throw error
    complain(error.message)
    return error.problem === 'damaged' || error.problem === 'incomplete' ? EXIT.failed : EXIT.badInput
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

/** All are held before the first is written: then they are of one moment, however long the writing takes. */
async function copyPrograms(from: string, to: string, names: readonly string[]): Promise<readonly FolderReport[]> {
  const held: [string, HeldFolder][] = []
  try {
    for (const name of names) held.push([name, await holdFolder(join(from, name))])
    const reports: FolderReport[] = []
    for (const [name, folder] of held) reports.push(await folder.writeTo(join(to, name)))
    return reports
  } finally {
    for (const [, folder] of held) await folder.close()
  }
}

/** Files that the program removes meanwhile are not wanted any more. */
async function copyPlain(from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o700 })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.new')) continue
    await copyFile(join(from, entry.name), join(to, entry.name)).catch((error) => {
      if (errorCode(error) !== 'ENOENT') throw error
    })
  }
}

/** Should another process be faster, what was there before is beside the place, under the name that was free. */
async function takePlace(beside: string, place: string): Promise<void> {
  await renameOver(beside, place).catch((error) => {
    throw new BadInput(`${place} is taken by something else since (${errorCode(error)}). Nothing was put there.`)
  })
}

function assertApart(from: string, to: string): void {
  if (to !== from && !to.startsWith(join(from, '/'))) return
  throw new BadInput(`${to} is inside of ${from}. A copy stands apart from what it is of.`)
}

function inWords({ shape, seq }: FolderReport): string {
  return `${shape ?? 'no program'} at step ${seq ?? 0}`
}
