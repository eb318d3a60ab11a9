import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { syncFileNow } from '@scimulator/shared/platform'
import type { SavedResource } from './adoption.ts'

interface AdoptedFile {
  readonly version: 1
  readonly url: string
  /** Of the run, to see whether it is still at work. */
  readonly pid: number
  readonly saved: readonly SavedResource[]
}

/** Beside the ledgers; only its owner can read it, because people stand in it. It goes when they have been put back. */
export function adoptedPath(folder: string, run: string): string {
  return join(folder, `${run}.adopted.json`)
}

/** On the disk before anything is changed, so that a killed process can be made good. */
export function saveAdopted(folder: string, run: string, url: string, saved: readonly SavedResource[]): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = adoptedPath(folder, run)
  const handle = openSync(path, 'w', 0o600)
  try {
    const file: AdoptedFile = { version: 1, url, pid: process.pid, saved }
    writeSync(handle, `${JSON.stringify(file)}\n`)
    syncFileNow(handle)
  } finally {
    closeSync(handle)
  }
  return path
}

/** What runs have saved of a target and not put back. A file that was never written whole was saved before anything was changed. */
export function readAdoptedIn(folder: string, url: string): (AdoptedFile & { readonly path: string })[] {
  if (!existsSync(folder)) return []
  const paths = readdirSync(folder).filter((name) => name.endsWith('.adopted.json'))
  return paths.sort().flatMap((name) => {
    const path = join(folder, name)
    const file = parsed(readFileSync(path, 'utf8'))
    return file?.version === 1 && file.url === url ? [{ ...file, path }] : []
  })
}

function parsed(text: string): AdoptedFile | undefined {
  try {
    // Only this program writes the folder.
    return JSON.parse(text) as AdoptedFile
  } catch {
    return undefined
  }
}

export function forgetAdopted(path: string): void {
  rmSync(path, { force: true })
}
