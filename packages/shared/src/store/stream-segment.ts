import { join } from 'node:path'
import { damagedAt } from './data-folder-error.ts'
import { parseHeader, StreamHeader } from './file-header.ts'
import type { FileSystem } from './file-system.ts'
import { isStreamName, STREAMS_FOLDER, streamSegmentNumber } from './folder-layout.ts'
import type { TornEnd } from './journal-reader.ts'
import { type Line, type LinePosition, scanLines } from './scan-lines.ts'
import { unsealLine } from './sealed-line.ts'
import type { StreamEntry } from './store.ts'

/** A segment file of a stream; the counts of the one that is being written grow. */
export interface StreamSegment {
  readonly path: string
  readonly number: number
  /** Seq of its first entry. */
  readonly first: number
  readonly cleared: boolean
  entries: number
  bytes: number
}

export interface StreamSegmentEnd {
  readonly header: StreamHeader | undefined
  readonly entries: number
  readonly bytes: number
  /** What a crash left of the last line; a segment of which not even the heading is whole is torn from byte 0. */
  readonly torn: TornEnd | undefined
}

/** Reads one segment from its heading to its end. @throws DataFolderError on damage before the last line. */
export async function readStreamSegment(
  files: FileSystem,
  path: string,
  visit: (entry: StreamEntry<unknown>) => void,
): Promise<StreamSegmentEnd> {
  let header: StreamHeader | undefined
  let entries = 0
  const take = (line: Line, at: LinePosition) => {
    if (header === undefined) {
      header = parseHeader(StreamHeader, line, { ...at, file: path })
      return
    }
    visit(parseEntry(line, { ...at, file: path }, header.first + entries))
    entries += 1
  }
  const file = await files.open(path, 'read')
  try {
    const end = await scanLines(file, take)
    const torn = end.tail && { line: end.line, byte: end.byte, bytes: end.tail.bytes.length }
    return { header, entries, bytes: end.bytes, torn }
  } finally {
    await file.close()
  }
}

/** Names of the streams of a data folder. What a file manager has put beside them (.DS_Store) is none. */
export async function listStreams(files: FileSystem, folder: string): Promise<readonly string[]> {
  return (await files.list(join(folder, STREAMS_FOLDER))).filter(isStreamName)
}

/** Paths and numbers of the segments of one stream, oldest first. */
export async function listStreamSegments(files: FileSystem, folder: string): Promise<readonly NumberedPath[]> {
  const numbered = (await files.list(folder)).map((name) => ({
    path: join(folder, name),
    number: streamSegmentNumber(name),
  }))
  return numbered.flatMap(({ path, number }) => (number === undefined ? [] : [{ path, number }]))
}
export interface NumberedPath {
  readonly path: string
  readonly number: number
}

function parseEntry(line: Line, at: LinePosition & { readonly file: string }, expected: number): StreamEntry<unknown> {
  const fields = unsealLine(line)
  if (fields === undefined) throw damagedAt(at, 'the line is not as it was written (checksum)')
  const { seq, entry } = fields
  if (seq !== expected) throw damagedAt(at, `entry ${expected} was expected and entry ${String(seq)} is there`)
  return { seq: expected, entry }
}
