import * as fsp from 'node:fs/promises'
import { errorCode } from './error-code.ts'

/** What is asked of the system; another one is put in its place by tests. */
export interface Links {
  link(from: string, to: string): Promise<void>
}

/** Answers of file systems that have no second names for a file: FAT, some network shares. */
const WITHOUT_LINKS = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EISDIR', 'EINVAL']

let temporaryCount = 0

/**
 * Makes the file with this text unless it exists. It is written under another name and then linked, so that nobody sees the file without
 * its text; where there are no links it is made in place.
 * @returns whether it made it
 */
export async function createExclusive(path: string, text: string, { link }: Links = fsp): Promise<boolean> {
  temporaryCount += 1
  const temporary = `${path}.${process.pid}-${temporaryCount}.tmp`
  try {
    await fsp.writeFile(temporary, text)
    return await unlessCode('EEXIST', link(temporary, path))
  } catch (error) {
    if (!WITHOUT_LINKS.includes(errorCode(error) ?? '')) throw error
    return await unlessCode('EEXIST', fsp.writeFile(path, text, { flag: 'wx' }))
  } finally {
    await unlessCode('ENOENT', fsp.unlink(temporary))
  }
}

/** @returns false when the work fails with that code */
export async function unlessCode(code: string, work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (errorCode(error) === code) return false
    throw error
  }
}
