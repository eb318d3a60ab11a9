/**
 * One process at a time. The lock is a file with the owner's pid and the moment its process began, so that a pid
 * which the system has given to
 * somebody else is not taken for the owner. A lock whose process is gone is taken over.
 */

import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { errorCode, isProcessRunning, processStart } from '../runtime/platform/index.ts'
import { DataFolderError } from './data-folder-error.ts'
import type { FileSystem } from './file-system.ts'
import { LOCK_FILE } from './folder-layout.ts'

export const FolderLock = z.object({ pid: z.number().int(), host: z.string(), started: z.string() })
export type FolderLock = z.infer<typeof FolderLock>

/** @returns the function that releases it. @throws DataFolderError `locked`, naming the pid that has it. */
export async function lockFolder(files: FileSystem, folder: string): Promise<() => Promise<void>> {
  const path = join(folder, LOCK_FILE)
  const text = `${JSON.stringify(ownLock())}\n`
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (await files.createExclusive(path, text)) return () => files.remove(path)
    const found = await files.readText(path)
    if (found !== undefined) await takeOver(files, folder, found)
  }
  throw new DataFolderError('locked', `${folder} is being opened by another process at this moment. Try again.`)
}

/** Whether the process that wrote the lock still runs. Of another machine that cannot be known: undefined. */
export function isOwnerAlive(lock: FolderLock): boolean | undefined {
  if (lock.host !== hostname()) return undefined
  if (!isProcessRunning(lock.pid)) return false
  const started = processStart(lock.pid)
  return started === '' || lock.started === '' || started === lock.started
}

export function parseLock(text: string): FolderLock | undefined {
  try {
    return FolderLock.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

async function takeOver(files: FileSystem, folder: string, found: string): Promise<void> {
  const path = join(folder, LOCK_FILE)
  const lock = parseLock(found)
  if (lock !== undefined) assertStale(lock, folder, path)
  // Another process may take over at the same moment. Moving the file shows whose it was: only the stale one may go.
  const aside = join(folder, `${LOCK_FILE}.${process.pid}.tmp`)
  if (!(await renamed(files, path, aside))) return
  const moved = await files.readText(aside)
  if (moved !== found) await files.link(aside, path)
  await files.remove(aside)
}

/** @returns false when somebody else was faster. */
async function renamed(files: FileSystem, from: string, to: string): Promise<boolean> {
  try {
    await files.rename(from, to)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

function assertStale(lock: FolderLock, folder: string, path: string): void {
  const alive = isOwnerAlive(lock)
  if (alive === false) return
  if (alive === undefined) {
    const said = `${folder} was locked by process ${lock.pid} on ${lock.host}, which cannot be seen from here`
    throw new DataFolderError('locked', `${said}. If it no longer runs, delete ${path} and start again.`)
  }
  const who = lock.pid === process.pid ? `this process (pid ${lock.pid})` : `process ${lock.pid}`
  throw new DataFolderError('locked', `${folder} is in use by ${who}. Stop it, or choose another folder.`)
}

function ownLock(): FolderLock {
  return { pid: process.pid, host: hostname(), started: processStart(process.pid) }
}
