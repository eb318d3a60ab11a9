/**
 * One process at a time. The lock is a file with the owner's pid and the moment its process began, so that a pid which the system has given to
 * somebody else is not taken for the owner. A lock whose process is gone is taken over.
 */

import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { isProcessRunning, processStart } from '../runtime/platform/index.ts'
import { DataFolderError } from './data-folder-error.ts'
import type { FileSystem } from './file-system.ts'
import { LOCK_FILE } from './folder-layout.ts'

export const FolderLock = z.object({ pid: z.number().int(), host: z.string(), started: z.string() })
export type FolderLock = z.infer<typeof FolderLock>

/** Others may be faster so often; of processes that died in the middle of taking over, so many are made up for. */
const ATTEMPTS = 5

/** @returns the function that releases it. @throws DataFolderError `locked`, naming the pid that has it. */
export async function lockFolder(files: FileSystem, folder: string): Promise<() => Promise<void>> {
  const path = join(folder, LOCK_FILE)
  const text = `${JSON.stringify(ownLock())}\n`
  const release = (): Promise<void> => files.remove(path)
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await files.createExclusive(path, text)) return release
    const found = await files.readText(path)
    if (found !== undefined && (await takeOver(files, [{ path, text: found }], text))) return release
  }
  throw beingOpened(folder, 'another process')
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

/** A file of the lock as it was read. */
interface Held {
  readonly path: string
  readonly text: string
}

/**
 * A lock is never away while it changes hands, and one process of several may change it: the one that made the claim on just this lock. A claim whose
 * process died is claimed in turn.
 * @param chain the lock, then the claims of processes that died over it
 * @returns false when somebody else was faster
 */
async function takeOver(files: FileSystem, chain: readonly [Held, ...Held[]], text: string): Promise<boolean> {
  const [lock, ...claims] = chain
  const last = claims.at(-1) ?? lock
  assertStale(last, lock.path)
  const claim = `${lock.path}.${createHash('sha256').update(last.text).digest('hex').slice(0, 16)}.tmp`
  if (!(await files.createExclusive(claim, text))) {
    const found = await files.readText(claim)
    if (found === undefined || chain.length === ATTEMPTS) return false
    return takeOver(files, [...chain, { path: claim, text: found }], text)
  }
  if (!(await areAsRead(files, chain))) {
    await files.remove(claim)
    return false
  }
  await files.rename(claim, lock.path)
  for (const { path } of claims) await files.remove(path)
  return true
}

/** The claim may have come after another process had taken over and taken its own claim away. */
async function areAsRead(files: FileSystem, chain: readonly Held[]): Promise<boolean> {
  for (const { path, text } of chain) if ((await files.readText(path)) !== text) return false
  return true
}

function assertStale({ path, text }: Held, lockPath: string): void {
  const [lock, folder] = [parseLock(text), dirname(lockPath)]
  const alive = lock ? isOwnerAlive(lock) : false
  if (lock === undefined || alive === false) return
  if (alive === undefined) {
    const said = `${folder} was locked by process ${lock.pid} on ${lock.host}, which cannot be seen from here`
    throw new DataFolderError('locked', `${said}. If it no longer runs, delete ${path} and start again.`)
  }
  const who = lock.pid === process.pid ? `this process (pid ${lock.pid})` : `process ${lock.pid}`
  if (path !== lockPath) throw beingOpened(folder, who)
  throw new DataFolderError('locked', `${folder} is in use by ${who}. Stop it, or choose another folder.`)
}

function beingOpened(folder: string, who: string): DataFolderError {
  return new DataFolderError('locked', `${folder} is being opened by ${who} at this moment. Try again.`)
}

function ownLock(): FolderLock {
  return { pid: process.pid, host: hostname(), started: processStart(process.pid) }
}
