// Where a copy goes.
import { rmdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { BadInput } from '@scimulator/harness/scenario'
import { errorCode, renameOver } from '@scimulator/shared/platform'
import { inspectLock } from '@scimulator/shared/store'
import { namesIn } from './parts.ts'

/** @throws BadInput when something is there already, hidden files among it */
export async function assertFree(folder: string, wayOut: string): Promise<void> {
  const kind = await kindOf(folder)
  if (kind === 'file') throw new BadInput(`${folder} is a file. ${wayOut}`)
  const names = await namesIn(folder)
  if (names.length === 0) return
  const shown = names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '')
  throw new BadInput(`${folder} is not empty (${shown}). Nothing was changed. ${wayOut}`)
}

/** @throws BadInput when a program that runs, or may run on another machine, has the folder or one of those in it */
export async function assertNotInUse(folder: string): Promise<void> {
  for (const one of [folder, ...(await namesIn(folder)).map((name) => join(folder, name))]) {
    if ((await kindOf(one)) !== 'folder') continue
    const lock = await inspectLock(one)
    if (lock === undefined || lock.isAlive === false) continue
    const who = `process ${lock.pid}${lock.isAlive ? '' : ` on ${lock.host}, which cannot be seen from here`}`
    throw new BadInput(`${one} is in use by ${who}. Nothing was changed. Stop it first, or choose another folder.`)
  }
}

/** Moves what is there to the first free name beside it. @returns the name, if there was anything */
export async function setAside(folder: string): Promise<string | undefined> {
  const path = resolve(folder)
  if ((await kindOf(path)) === undefined) return undefined
  if ((await kindOf(path)) === 'folder' && (await namesIn(path)).length === 0) {
    await removeEmpty(path)
    return undefined
  }
  for (let number = 1; ; number += 1) {
    const aside = `${path}.before-restore-${number}`
    if ((await kindOf(aside)) !== undefined) continue
    await renameOver(path, aside).catch(explained(path))
    return aside
  }
}

/** An empty folder goes, so that another can take its name on every system. @throws BadInput when it is not empty any more */
export async function removeEmpty(folder: string): Promise<void> {
  if ((await kindOf(folder)) !== undefined) await rmdir(folder).catch(explained(folder))
}

/** Where a disk is mounted, nothing can be put in the place of the folder. */
function explained(folder: string): (error: unknown) => never {
  return (error) => {
    const why = error instanceof Error ? error.message : String(error)
    throw new BadInput(
      `${folder} cannot be moved (${why}). Nothing was changed. Choose a folder inside it, or another.`,
    )
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}
