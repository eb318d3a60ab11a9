import { cutFile } from './cut-file.ts'
import { damagedAt } from './data-folder-error.ts'
import type { FoundStream } from './disk-stream.ts'
import { parseHeader, StreamHeader } from './file-header.ts'
import type { FileSystem } from './file-system.ts'
import { streamFolder } from './folder-layout.ts'
import { lineOf } from './scan-lines.ts'
import type { StreamEntry } from './store.ts'
import { DEFAULT_RING_LIMIT } from './stream-ring.ts'
import {
  listStreamSegments,
  listStreams,
  type NumberedPath,
  readStreamSegment,
  type StreamSegment,
} from './stream-segment.ts'

/**
 * Memory takes the entries of so many segments when the store is opened; older ones stay on disk until somebody
 * reads them.
 */
const SEGMENTS_LOADED = 2
const HEADING_BYTES = 4096

/**
 * Finds the streams of a folder, takes away what a crash has left of a last line, and deletes what a reset had meant
 * to.
 */
export async function findStreams(
  files: FileSystem,
  folder: string,
  onTorn: (text: string) => void,
): Promise<ReadonlyMap<string, FoundStream>> {
  const found = new Map<string, FoundStream>()
  for (const name of await listStreams(files, folder)) {
    const home = streamFolder(folder, name)
    const segments = await withoutCleared(files, await readHeadings(files, home, onTorn))
    found.set(name, await loadTail(files, segments, onTorn))
  }
  return found
}

async function readHeadings(files: FileSystem, home: string, onTorn: (text: string) => void): Promise<StreamSegment[]> {
  const segments: StreamSegment[] = []
  const paths = await listStreamSegments(files, home)
  for (const { path, number } of paths) {
    const heading = await readHeading(files, path)
    if (heading !== undefined) segments.push({ path, number, ...heading })
    else await dropTornHeading(files, path, paths, onTorn)
  }
  for (const [i, segment] of segments.entries())
    segment.entries = (segments[i + 1]?.first ?? segment.first) - segment.first
  return segments
}

/** Only the newest segment may have been cut off within its heading; it holds no entries then. */
async function dropTornHeading(
  files: FileSystem,
  path: string,
  paths: readonly NumberedPath[],
  onTorn: (text: string) => void,
) {
  if (path !== paths.at(-1)?.path) throw damagedAt({ file: path, line: 1, byte: 0 }, 'the file has no first line')
  onTorn(`${path}: a segment without entries was left by a crash and is removed`)
  await files.remove(path)
}

async function readHeading(
  files: FileSystem,
  path: string,
): Promise<Omit<StreamSegment, 'path' | 'number'> | undefined> {
  const file = await files.open(path, 'read')
  try {
    const buffer = Buffer.alloc(HEADING_BYTES)
    const start = buffer.subarray(0, await file.read(buffer, 0, 0))
    const end = start.indexOf(10)
    if (end < 0) return undefined
    const { first, cleared } = parseHeader(StreamHeader, lineOf(start.subarray(0, end)), {
      file: path,
      line: 1,
      byte: 0,
    })
    return { first, cleared, entries: 0, bytes: await file.size() }
  } finally {
    await file.close()
  }
}

async function withoutCleared(files: FileSystem, segments: readonly StreamSegment[]): Promise<StreamSegment[]> {
  const from = Math.max(
    0,
    segments.findLastIndex((segment) => segment.cleared),
  )
  for (const segment of segments.slice(0, from)) await files.remove(segment.path)
  return segments.slice(from)
}

async function loadTail(
  files: FileSystem,
  segments: readonly StreamSegment[],
  onTorn: (text: string) => void,
): Promise<FoundStream> {
  let entries: StreamEntry<unknown>[] = []
  for (const segment of segments.slice(-SEGMENTS_LOADED)) {
    const end = await readStreamSegment(files, segment.path, (entry) => entries.push(entry))
    segment.entries = end.entries
    segment.bytes = end.torn?.byte ?? end.bytes
    if (end.torn === undefined) continue
    onTorn(`${segment.path}, line ${end.torn.line}: the last line was cut off by a crash and is dropped`)
    await cutFile(files, segment.path, end.torn.byte)
  }
  entries = entries.slice(-DEFAULT_RING_LIMIT)
  const last = segments.at(-1)
  return { segments, tail: { lastSeq: last === undefined ? 0 : last.first + last.entries - 1, entries } }
}
