/** Names in a data folder. Segments are numbered so that sorting by name is sorting by age. */

import { join } from 'node:path'

export const SNAPSHOT_FILE = 'snapshot.jsonl'
export const LOCK_FILE = 'lock'
export const STREAMS_FOLDER = 'streams'
export const TEMPORARY_SUFFIX = '.tmp'

/** @param after seq of the last step before this segment. */
export function segmentFile(after: number): string {
  return `journal-${String(after + 1).padStart(12, '0')}.jsonl`
}

export function isSegmentFile(name: string): boolean {
  return /^journal-\d{12,}\.jsonl$/.test(name)
}

/**
 * Whether a name is that of a snapshot or segment that was being written when the program ended; it holds nothing that is not
 * elsewhere. A lock's temporary file may be that of a process which is trying to open the folder at this moment.
 */
export function isLeftover(name: string): boolean {
  if (!name.endsWith(TEMPORARY_SUFFIX)) return false
  const meant = name.slice(0, -TEMPORARY_SUFFIX.length)
  return meant === SNAPSHOT_FILE || isSegmentFile(meant)
}

export function streamFolder(folder: string, stream: string): string {
  return join(folder, STREAMS_FOLDER, stream)
}

export function streamSegmentFile(number: number): string {
  return `${String(number).padStart(8, '0')}.jsonl`
}

export function streamSegmentNumber(name: string): number | undefined {
  const digits = /^(\d{8,})\.jsonl$/.exec(name)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** A stream's name is the name of a folder on every system. */
export function isStreamName(name: string): boolean {
  return /^[a-z][a-z0-9-]{0,63}$/.test(name)
}

export function assertStreamName(name: string): void {
  if (isStreamName(name)) return
  throw new RangeError(`A stream is named by lower-case letters, digits and hyphens; ${JSON.stringify(name)} is not`)
}
