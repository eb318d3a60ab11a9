import { join } from 'node:path'
import { FORMAT_VERSION, headerLine } from './file-header.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { segmentFile, TEMPORARY_SUFFIX } from './folder-layout.ts'

/**
 * Batches up to this size are written in the tick: it takes microseconds, a turn through the thread pool a hundred
 * times that.
 */
const SYNCHRONOUS_BYTES = 64 * 1024

/** The segment that is being written. */
export class JournalSegment {
  readonly after: number
  /** Length in bytes, and how much of it is known to be on disk. */
  bytes: number
  durableBytes: number
  readonly #file: OpenFile

  constructor(file: OpenFile, after: number, bytes: number) {
    this.#file = file
    this.after = after
    this.bytes = bytes
    this.durableBytes = bytes
  }

  append(text: string): Promise<void> | undefined {
    const bytes = Buffer.from(text)
    this.bytes += bytes.length
    if (bytes.length > SYNCHRONOUS_BYTES) return this.#file.append(bytes)
    this.#file.appendSync(bytes)
    return undefined
  }

  async sync(): Promise<void> {
    const { bytes } = this
    await this.#file.datasync()
    this.durableBytes = bytes
  }

  /** After a failed write: takes back what nobody was told about, so that the next start does not find half a line. */
  async takeBack(): Promise<void> {
    await this.#file.truncate(this.durableBytes)
    this.bytes = this.durableBytes
  }

  close(): Promise<void> {
    return this.#file.close()
  }
}

/** Makes a new segment under its final name only once its heading is on disk. */
export async function createSegment(
  files: FileSystem,
  folder: string,
  shape: { readonly name: string; readonly version: number },
  after: number,
): Promise<JournalSegment> {
  const path = join(folder, segmentFile(after))
  const header = { format: 'scimulator-journal', version: FORMAT_VERSION, shape: shape.name } as const
  const bytes = Buffer.from(headerLine({ ...header, shapeVersion: shape.version, after }))
  const file = await files.open(path + TEMPORARY_SUFFIX, 'create')
  try {
    await file.append(bytes)
    await file.datasync()
    await files.rename(path + TEMPORARY_SUFFIX, path)
    await files.syncFolder(folder)
    // The descriptor was opened for writing from the start; its position is the end, as with O_APPEND.
    return new JournalSegment(file, after, bytes.length)
  } catch (error) {
    await file.close().catch(() => {})
    await files.remove(path + TEMPORARY_SUFFIX).catch(() => {})
    throw error
  }
}

/** Goes on writing an existing segment. `bytes`: length of what is good in it; whatever follows is cut off. */
export async function reopenSegment(
  path: string,
  files: FileSystem,
  after: number,
  good: GoodBytes,
): Promise<JournalSegment> {
  const file = await files.open(path, 'append')
  try {
    if ((await file.size()) > good.bytes) await file.truncate(good.bytes)
    if (good.lineFeedMissing) await file.append(Buffer.from('\n'))
    if (good.lineFeedMissing || good.bytes > 0) await file.datasync()
    return new JournalSegment(file, after, good.bytes + (good.lineFeedMissing ? 1 : 0))
  } catch (error) {
    await file.close().catch(() => {})
    throw error
  }
}

export interface GoodBytes {
  readonly bytes: number
  readonly lineFeedMissing: boolean
}
