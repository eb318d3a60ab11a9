/**
 * An append-only stream in segment files of its own: `streams/<name>/00000001.jsonl`, a heading and then one entry a
 * line. Memory holds the newest
 * entries; older ones are read from the segments, found by the seq in their headings. Retention removes whole segments.
 */

import { join } from 'node:path'
import { errorCode } from '../runtime/platform/index.ts'
import { FORMAT_VERSION, headerLine } from './file-header.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { streamSegmentFile } from './folder-layout.ts'
import { sealLine } from './sealed-line.ts'
import type { Stream, StreamEntry, StreamOptions, StreamQuery, StreamRetention, StreamSnapshot } from './store.ts'
import { StreamRing } from './stream-ring.ts'
import { readStreamSegment, type StreamSegment } from './stream-segment.ts'

export interface StreamHome {
  readonly files: FileSystem
  readonly folder: string
  readonly segmentBytes: number
  /** The last step that was committed. */
  lastStep(): number
  /** Asks for `flush` to be called soon. @throws StoreStopped */
  wake(): void
  /** Resolves when everything appended so far has been handed to the disk. */
  flushed(): Promise<void>
}

/** What was found on disk when the store was opened. */
export interface FoundStream {
  readonly segments: readonly StreamSegment[]
  readonly tail: StreamSnapshot
}

/** `step`: the last step when it was appended. */
interface PendingEntry {
  readonly seq: number
  readonly step: number
  readonly line: string
}

const DEFAULT_RETENTION: Required<StreamRetention> = { entries: 200_000, bytes: 256 * 1024 * 1024 }
const SYNCHRONOUS_BYTES = 64 * 1024

export class DiskStream implements Stream<unknown> {
  readonly name: string
  readonly ring: StreamRing<unknown>
  readonly #home: StreamHome
  #retention: Required<StreamRetention> = DEFAULT_RETENTION
  #isConfigured = false
  #segments: StreamSegment[]
  #file: OpenFile | undefined
  #pending: PendingEntry[] = []
  #clearBefore: StreamSegment[] | undefined
  #isUnsynced = false

  constructor(name: string, home: StreamHome, found: FoundStream | undefined) {
    this.name = name
    this.ring = new StreamRing()
    this.#home = home
    this.#segments = [...(found?.segments ?? [])]
    if (found) this.ring.restore(found.tail)
  }

  /** A stream found on disk exists before the program asks for it; the options of the first call count. */
  configure(options: StreamOptions): this {
    if (this.#isConfigured) return this
    this.#isConfigured = true
    this.#retention = { ...DEFAULT_RETENTION, ...options.retention }
    if (options.limit !== undefined) this.ring.limit = options.limit
    return this
  }

  get lastSeq(): number {
    return this.ring.lastSeq
  }

  get firstSeq(): number {
    return this.ring.firstSeq
  }

  append(entry: unknown): number {
    const json = JSON.stringify(entry)
    this.#home.wake()
    const seq = this.ring.append(entry)
    this.#queue(seq, json)
    return seq
  }

  recent(query?: StreamQuery): readonly StreamEntry<unknown>[] {
    return this.ring.recent(query)
  }

  async *read(query: StreamQuery = {}): AsyncIterable<StreamEntry<unknown>> {
    await this.#home.flushed()
    let left = query.limit ?? Number.POSITIVE_INFINITY
    for await (const part of query.newestFirst ? this.#newestFirst(query) : this.#oldestFirst(query)) {
      for (const found of part) {
        if (left <= 0) return
        left -= 1
        yield found
      }
    }
  }

  /** Forgets all entries, here and on disk. The numbering goes on from `lastSeq`, or from the picture's. */
  replace(picture: StreamSnapshot | undefined): void {
    this.#home.wake()
    this.ring.clear()
    if (picture) this.ring.restore(picture)
    this.#clearBefore = [...(this.#clearBefore ?? []), ...this.#segments]
    this.#segments = []
    this.#pending = []
    for (const { seq, entry } of this.ring.recent()) this.#queue(seq, JSON.stringify(entry))
  }

  /**
   * Hands to the disk what may go there; called by the store, never twice at a time.
   * @param step the last durable step: a log must not speak of a step that a crash may still take back.
   */
  async flush(step: number): Promise<void> {
    if (this.#file === undefined && this.#clearBefore === undefined && !this.#isFull()) await this.#reopenLast()
    // Emptied again while a segment was being made: then that one goes as well.
    while (this.#file === undefined || this.#clearBefore !== undefined || this.#isFull()) await this.#nextSegment()
    const segment = this.#segments.at(-1)
    const later = this.#pending.findIndex((entry) => entry.step > step)
    const entries = this.#pending.splice(0, later < 0 ? this.#pending.length : later)
    if (entries.length === 0 || segment === undefined) return
    const bytes = Buffer.from(entries.map(({ line }) => line).join(''))
    segment.entries += entries.length
    segment.bytes += bytes.length
    this.#isUnsynced = true
    if (bytes.length > SYNCHRONOUS_BYTES) await this.#file.append(bytes)
    else this.#file.appendSync(bytes)
  }

  get hasPending(): boolean {
    return this.#pending.length > 0 || this.#clearBefore !== undefined
  }

  get isUnsynced(): boolean {
    return this.#isUnsynced
  }

  async sync(): Promise<void> {
    this.#isUnsynced = false
    await this.#file?.datasync()
  }

  async close(): Promise<void> {
    await this.#closeFile()
  }

  #queue(seq: number, json: string | undefined): void {
    const line = sealLine(`"seq":${seq},"entry":${json ?? 'null'}`)
    this.#pending.push({ seq, step: this.#home.lastStep(), line })
  }

  #isFull(): boolean {
    return (this.#segments.at(-1)?.bytes ?? 0) >= this.#home.segmentBytes
  }

  async #reopenLast(): Promise<void> {
    const last = this.#segments.at(-1)
    if (last !== undefined) this.#file = await this.#home.files.open(last.path, 'append')
  }

  async #nextSegment(): Promise<void> {
    const { files, folder } = this.#home
    const cleared = this.#clearBefore !== undefined
    const gone = cleared ? [...(this.#clearBefore ?? []), ...this.#segments] : []
    const number = ((cleared ? gone : this.#segments).at(-1)?.number ?? 0) + 1
    const first = this.#pending[0]?.seq ?? this.ring.lastSeq + 1
    this.#clearBefore = undefined
    if (cleared) this.#segments = []
    await this.#closeFile()
    await files.makeFolder(folder)
    const path = join(folder, streamSegmentFile(number))
    const file = await files.open(path, 'create')
    this.#file = file
    const header = { format: 'scimulator-stream', version: FORMAT_VERSION, stream: this.name, first, cleared } as const
    const heading = Buffer.from(headerLine(header))
    file.appendSync(heading)
    this.#segments.push({ path, number, first, cleared, entries: 0, bytes: heading.length })
    await file.datasync()
    await files.syncFolder(folder)
    for (const segment of cleared ? gone : this.#expired()) await files.remove(segment.path)
  }

  /** Segments that retention no longer asks for. */
  #expired(): StreamSegment[] {
    let entries = this.#segments.reduce((sum, segment) => sum + segment.entries, 0)
    let bytes = this.#segments.reduce((sum, segment) => sum + segment.bytes, 0)
    const expired: StreamSegment[] = []
    for (const oldest of this.#segments.slice(0, -1)) {
      entries -= oldest.entries
      bytes -= oldest.bytes
      if (entries < this.#retention.entries && bytes < this.#retention.bytes) break
      expired.push(oldest)
    }
    this.#segments = this.#segments.filter((segment) => !expired.includes(segment))
    return expired
  }

  async #closeFile(): Promise<void> {
    const file = this.#file
    if (file === undefined) return
    this.#file = undefined
    this.#isUnsynced = false
    await file.datasync()
    await file.close()
  }

  async *#oldestFirst({ after = 0 }: StreamQuery): AsyncIterable<readonly StreamEntry<unknown>[]> {
    let last = after
    for (const segment of [...this.#segments]) {
      if (segment.first >= this.ring.firstSeq) break
      if (segment.first + segment.entries - 1 <= last) continue
      const found = (await this.#readSegment(segment)).filter(({ seq }) => seq > last)
      last = found.at(-1)?.seq ?? last
      yield found
    }
    yield this.ring.recent({ after: last })
  }

  async *#newestFirst({ after = 0 }: StreamQuery): AsyncIterable<readonly StreamEntry<unknown>[]> {
    let before = this.ring.firstSeq
    yield this.ring.recent({ after, newestFirst: true })
    for (const segment of [...this.#segments].reverse()) {
      if (segment.first >= before) continue
      const known = before
      const found = (await this.#readSegment(segment)).filter(({ seq }) => seq < known && seq > after).reverse()
      before = found.at(-1)?.seq ?? before
      yield found
      if (segment.first <= after + 1) return
    }
  }

  /** A segment that retention has removed in the meantime has no entries. */
  async #readSegment(segment: StreamSegment): Promise<readonly StreamEntry<unknown>[]> {
    try {
      const entries: StreamEntry<unknown>[] = []
      await readStreamSegment(this.#home.files, segment.path, (entry) => entries.push(entry))
      return entries
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return []
      throw error
    }
  }
}
