// The files of a data folder at one moment, also of one that a program is writing: held open, so that what the program renames or
// removes afterwards is still read to its end, and no further than they went at that moment.
import { join } from 'node:path'
import { errorCode } from '../runtime/platform/index.ts'
import { parseHeader, SnapshotHeader } from './file-header.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { isSegmentFile, SNAPSHOT_FILE, STREAMS_FOLDER, segmentFile, streamFolder } from './folder-layout.ts'
import { lineOf } from './scan-lines.ts'
import { listStreamSegments, listStreams } from './stream-segment.ts'

interface CutFile {
  /** Below the folder. */
  readonly name: string
  readonly file: OpenFile
  readonly bytes: number
}

export interface FolderCut {
  readonly files: readonly CutFile[]
  close(): Promise<void>
}

/**
 * Logs are held first and the journal last, so that no log speaks of a step that the journal lacks; the snapshot before the journal, so
 * that all its rows may show is in the journal behind it.
 * @returns undefined when the program removed one of the files meanwhile: try again
 */
export async function cutFolder(files: FileSystem, folder: string): Promise<FolderCut | undefined> {
  const held: CutFile[] = []
  const close = async () => {
    for (const { file } of held) await file.close()
  }
  const hold = async (name: string) => {
    const file = await files.open(join(folder, name), 'read')
    held.push({ name, file, bytes: await file.size() })
  }
  try {
    for (const name of await logsOf(files, folder)) await hold(name)
    if ((await files.list(folder)).includes(SNAPSHOT_FILE)) await hold(SNAPSHOT_FILE)
    for (const name of (await files.list(folder)).filter(isSegmentFile)) await hold(name)
    return { files: held, close }
  } catch (error) {
    await close()
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

async function logsOf(files: FileSystem, folder: string): Promise<readonly string[]> {
  const names: string[] = []
  for (const stream of await listStreams(files, folder)) {
    const home = streamFolder(folder, stream)
    for (const { path } of await listStreamSegments(files, home))
      names.push(join(STREAMS_FOLDER, stream, path.slice(home.length + 1)))
  }
  return names
}

/** Whether the journal begins where the snapshot ends: a compaction may have replaced the one and removed of the other in between. */
export async function isJoined(cut: FolderCut): Promise<boolean> {
  const snapshot = cut.files.find(({ name }) => name === SNAPSHOT_FILE)
  const first = cut.files.find(({ name }) => isSegmentFile(name))
  if (first === undefined) return snapshot === undefined
  return first.name <= segmentFile(snapshot === undefined ? 0 : await lastStepOf(snapshot))
}

const HEADING_BYTES = 4096

/** A heading that cannot be read is damage, and found when the copy is read. */
async function lastStepOf({ file, name }: CutFile): Promise<number> {
  const buffer = Buffer.alloc(HEADING_BYTES)
  const start = buffer.subarray(0, await file.read(buffer, 0, 0))
  const line = lineOf(start.subarray(0, Math.max(0, start.indexOf(10))))
  try {
    return parseHeader(SnapshotHeader, line, { file: name, line: 1, byte: 0 }).seq
  } catch {
    return Number.MAX_SAFE_INTEGER
  }
}
