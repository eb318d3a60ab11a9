import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { SavedResource } from './adoption.ts'

interface AdoptedFile {
  readonly version: 1
  readonly url: string
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
    const file: AdoptedFile = { version: 1, url, saved }
    writeSync(handle, `${JSON.stringify(file)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  return path
}

/** Nothing when the file is not there, is of another target, or was never written whole. */
export function readAdopted(path: string, url: string): readonly SavedResource[] {
  if (!existsSync(path)) return []
  try {
    // Only this program writes the folder.
    const file = JSON.parse(readFileSync(path, 'utf8')) as AdoptedFile
    return file.version === 1 && file.url === url ? file.saved : []
  } catch {
    return []
  }
}

export function forgetAdopted(path: string): void {
  rmSync(path, { force: true })
}
