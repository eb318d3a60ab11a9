// Files that people name are looked at before they are read: a disk image or a core dump would fill the memory, and end as our bug.
import { readFileSync, statSync } from 'node:fs'
import { BadInput } from './problem.ts'

/** Bytes. A company of 10,000 people has some five million. */
const LARGEST = 64 * 1024 * 1024
/** Bytes of a recording: a text of Node.js has at most 512 MiB. */
const LARGEST_RECORDING = 500_000_000

/**
 * @param most bytes
 * @throws BadInput for a file that is larger; what the system says of one that cannot be read
 */
export function readTextFile(path: string, most: number = LARGEST): string {
  const { size } = statSync(path)
  if (size > most)
    throw new BadInput(`${path} has ${inMegabytes(size)} MB; files of up to ${inMegabytes(most)} MB are read here.`)
  return readFileSync(path, 'utf8')
}

/** A recording, a HAR, or what a command wrote. @throws BadInput for one that is too large, and for one that cannot be read */
export function readRecordingFile(path: string): string {
  try {
    return readTextFile(path, LARGEST_RECORDING)
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadInput(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function inMegabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000)
}
