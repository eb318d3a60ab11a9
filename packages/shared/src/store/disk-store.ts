/**
 * The store on disk: the collections live in memory, a journal makes each step durable, a snapshot keeps the journal
 * short.
 * `open-store.ts` finds out what is on disk and hands it to this class.
 */

import { join } from 'node:path'
import type { Low } from 'lowdb'
import { type ChangeListener, ChangeListeners } from './change-listeners.ts'
import { explainDiskError } from './data-folder-error.ts'
import { DiskStream, type FoundStream } from './disk-stream.ts'
import type { FileSystem } from './file-system.ts'
import { assertStreamName, segmentFile, streamFolder } from './folder-layout.ts'
import { type BatchTarget, GroupCommit } from './group-commit.ts'
import { createSegment, type JournalSegment } from './journal-segment.ts'
import { changesLines, replaceLines } from './journal-step.ts'
import { assertRestorable, loadRows, takeRows } from './snapshot.ts'
import type { SnapshotAdapter, SnapshotView } from './snapshot-adapter.ts'
import {
  type StateShape,
  type Store,
  type StoreSnapshot,
  StoreStopped,
  type Stream,
  type StreamOptions,
} from './store.ts'

export interface OpenedFolder<Change> {
  readonly folder: string
  readonly files: FileSystem
  readonly shape: StateShape<Change>
  readonly seq: number
  readonly segment: JournalSegment
  /** Segments before the one that is being written, which the snapshot does not cover yet. */
  readonly olderSegments: readonly string[]
  /** How many bytes of journal the snapshot does not cover. */
  readonly journalBytes: number
  readonly adapter: SnapshotAdapter
  readonly database: Low<SnapshotView>
  readonly streams: ReadonlyMap<string, FoundStream>
  readonly release: () => Promise<void>
}

export interface DiskStoreOptions {
  /**
   * A compaction begins by itself after so many bytes of journal, or half the snapshot if that is more. Default 16
   * MiB.
   */
  readonly compactAfterBytes: number
  readonly streamSegmentBytes: number
  /** The store has stopped: the program answers 503 and ends. */
  readonly onStopped: (reason: StoreStopped) => void
  /** Something a person should know, though nothing is lost. */
  readonly onNotice: (text: string) => void
}

const STREAM_SYNC_DELAY_MS = 1_000

export class DiskStore<Change> implements Store<Change> {
  seq: number
  stopped: StoreStopped | undefined
  readonly #opened: OpenedFolder<Change>
  readonly #options: DiskStoreOptions
  readonly #commits: GroupCommit
  readonly #streams = new Map<string, DiskStream>()
  #segment: JournalSegment
  #olderSegments: string[]
  #journalBytes: number
  #compacting: Promise<void> | undefined
  #closing: Promise<void> | undefined
  #compactAfter: number
  #streamSync: NodeJS.Timeout | undefined
  /** A change was applied in part, so that memory is no longer what the journal says. */
  #isHalfApplied = false

  readonly #listeners: ChangeListeners<Change>

  constructor(opened: OpenedFolder<Change>, options: DiskStoreOptions) {
    this.#opened = opened
    this.#listeners = new ChangeListeners(opened.shape)
    this.#options = options
    this.seq = opened.seq
    this.#segment = opened.segment
    this.#olderSegments = [...opened.olderSegments]
    this.#journalBytes = opened.journalBytes
    this.#commits = new GroupCommit(opened.seq, this.#batchTarget())
    this.#compactAfter = this.#nextThreshold()
    opened.adapter.beforeRename = () => this.durable()
    for (const name of opened.streams.keys()) this.#diskStream(name)
  }

  onChange(listener: ChangeListener): () => void {
    return this.#listeners.add(listener)
  }

  commit(changes: readonly Change[]): number {
    this.#assertRunning()
    if (changes.length === 0) return this.seq
    // Written down first: what is not JSON is refused before it has changed anything.
    const lines = changesLines(this.seq + 1, changes)
    this.#apply(() => {
      for (const change of changes) this.#opened.shape.apply(change)
    })
    this.#enqueue(this.seq + 1, lines)
    this.#listeners.committed(changes)
    return this.seq
  }

  durable(seq: number = this.seq): Promise<void> {
    if (this.#isHalfApplied && this.stopped) return Promise.reject(this.stopped)
    if (seq > this.seq)
      return Promise.reject(new RangeError(`There is no step ${seq} yet; the last one is ${this.seq}`))
    return this.#commits.durable(seq)
  }

  stream<Entry>(name: string, options: StreamOptions = {}): Stream<Entry> {
    const stream = (this.#streams.get(name) ?? this.#diskStream(name)).configure(options)
    // One name carries one type of entry; the caller says which.
    return stream as Stream<unknown> as Stream<Entry>
  }

  snapshot(): StoreSnapshot {
    const streams = Object.fromEntries(Array.from(this.#streams, ([name, { ring }]) => [name, ring.snapshot()]))
    const { name, version } = this.#opened.shape
    const rows = takeRows(this.#opened.shape)
    return { format: 'scimulator-store', shape: name, version, seq: this.seq, rows, streams }
  }

  restore(snapshot: StoreSnapshot): void {
    this.#assertRunning()
    assertRestorable(this.#opened.shape, snapshot)
    const seq = Math.max(this.seq, snapshot.seq) + 1
    const lines = replaceLines(seq, snapshot.rows)
    this.#apply(() => loadRows(this.#opened.shape, snapshot.rows))
    this.#enqueue(seq, lines)
    for (const name of Object.keys(snapshot.streams)) this.stream(name)
    for (const [name, stream] of this.#streams) stream.replace(snapshot.streams[name])
    this.#listeners.replaced()
  }

  reset(): void {
    this.#assertRunning()
    const lines = replaceLines(this.seq + 1, [])
    this.#apply(() => this.#opened.shape.clear())
    this.#enqueue(this.seq + 1, lines)
    for (const stream of this.#streams.values()) stream.replace(undefined)
    this.#listeners.replaced()
  }

  compact(): Promise<void> {
    if (this.stopped) return Promise.reject(this.stopped)
    this.#compacting ??= this.#compact().finally(() => {
      this.#compacting = undefined
      this.#compactAfter = this.#journalBytes + this.#nextThreshold()
    })
    return this.#compacting
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    this.stopped ??= new StoreStopped(`The store on ${this.#opened.folder} is closed`)
    await this.#compacting?.catch(() => {})
    try {
      await this.#commits.between(() => this.#flushStreams(this.#commits.durableSeq))
    } finally {
      clearTimeout(this.#streamSync)
      await this.#closeFiles()
      await this.#opened.release()
    }
  }

  #apply(work: () => void): void {
    try {
      work()
    } catch (cause) {
      this.#isHalfApplied = true
      this.#stop(new StoreStopped('A change could not be applied; the state in memory may be half changed', { cause }))
      throw cause
    }
  }

  #enqueue(seq: number, lines: readonly string[]): void {
    this.seq = seq
    this.#commits.enqueue(seq, lines)
  }

  #assertRunning(): void {
    if (this.stopped) throw this.stopped
  }

  #batchTarget(): BatchTarget {
    return {
      appendJournal: (text) => {
        const before = this.#segment.bytes
        const written = this.#segment.append(text)
        this.#journalBytes += this.#segment.bytes - before
        return written
      },
      flushStreams: (step) => this.#flushStreams(step),
      syncJournal: async () => {
        await this.#segment.sync()
        if (this.#journalBytes >= this.#compactAfter && !this.stopped) this.#compactInBackground()
      },
      failed: (error) => this.#failed(error),
    }
  }

  async #failed(error: unknown): Promise<StoreStopped> {
    const reason = this.#reasonOf(error)
    this.#stop(reason)
    // Where even this fails, the next start finds a torn line and drops it.
    await this.#segment.takeBack().catch(() => {})
    return reason
  }

  #reasonOf(error: unknown): StoreStopped {
    if (error instanceof StoreStopped) return error
    const cause = explainDiskError('Writing to', this.#opened.folder, error)
    return new StoreStopped(`The store has stopped. ${cause.message}`, { cause })
  }

  #stop(reason: StoreStopped): void {
    const isFirst = this.stopped?.cause === undefined
    this.stopped = isFirst ? reason : this.stopped
    if (isFirst) this.#options.onStopped(reason)
  }

  /**
   * Compaction: new segment, snapshot under a temporary name, rename, folder, then the old segments. A crash between
   * any two of these loses nothing.
   */
  async #compact(): Promise<void> {
    const { folder, files, database } = this.#opened
    let covered: readonly string[] = []
    let bytes = 0
    try {
      const next = await this.#commits.between(() => this.#nextSegment())
      covered = next.covered
      bytes = next.bytes
      database.data = this.#view(next.seq)
      await database.write()
      await files.syncFolder(folder)
    } catch (error) {
      throw this.stopped ?? explainDiskError('Writing a new snapshot in', folder, error)
    }
    for (const path of covered) await files.remove(path)
    this.#olderSegments = this.#olderSegments.filter((path) => !covered.includes(path))
    this.#journalBytes -= bytes
  }

  async #nextSegment(): Promise<{ covered: readonly string[]; seq: number; bytes: number }> {
    const { folder, files, shape } = this.#opened
    const seq = this.#commits.durableSeq
    const bytes = this.#journalBytes
    if (this.#segment.after === seq) return { covered: this.#olderSegments, seq, bytes }
    const next = await createSegment(files, folder, shape, seq)
    const previous = this.#segment
    this.#segment = next
    this.#olderSegments = [...this.#olderSegments, join(folder, segmentFile(previous.after))]
    await previous.close().catch(() => {})
    return { covered: this.#olderSegments, seq, bytes }
  }

  #compactInBackground(): void {
    if (this.#compacting) return
    this.compact().catch((error) => {
      if (!this.stopped)
        this.#options.onNotice(`${error instanceof Error ? error.message : error} The journal goes on.`)
    })
  }

  #nextThreshold(): number {
    return Math.max(this.#options.compactAfterBytes, this.#opened.adapter.bytes / 2)
  }

  #view(seq: number): SnapshotView {
    const { shape } = this.#opened
    return { shape: shape.name, shapeVersion: shape.version, seq, rows: () => shape.rows() }
  }

  #diskStream(name: string): DiskStream {
    assertStreamName(name)
    const { files, folder, streams } = this.#opened
    const home = {
      files,
      folder: streamFolder(folder, name),
      segmentBytes: this.#options.streamSegmentBytes,
      lastStep: () => this.seq,
      wake: () => {
        this.#assertRunning()
        this.#commits.wake()
        this.#listeners.appended(name)
      },
      flushed: () => this.#commits.between(() => this.#flushStreams(this.#commits.durableSeq)),
    }
    const stream = new DiskStream(name, home, streams.get(name))
    this.#streams.set(name, stream)
    return stream
  }

  async #flushStreams(step: number): Promise<void> {
    let isUnsynced = false
    for (const stream of this.#streams.values()) {
      if (stream.hasPending) await stream.flush(step)
      isUnsynced ||= stream.isUnsynced
    }
    if (isUnsynced && this.#streamSync === undefined) this.#scheduleStreamSync()
  }

  /** Entries are in the hands of the operating system at once; against a power cut they are secured once a second. */
  #scheduleStreamSync(): void {
    this.#streamSync = setTimeout(() => {
      this.#streamSync = undefined
      this.#commits.between(() => this.#syncStreams()).catch((error) => this.#stop(this.#reasonOf(error)))
    }, STREAM_SYNC_DELAY_MS).unref()
  }

  async #syncStreams(): Promise<void> {
    for (const stream of this.#streams.values()) if (stream.isUnsynced) await stream.sync()
  }

  async #closeFiles(): Promise<void> {
    const closing = [...this.#streams.values(), this.#segment].map((file) => file.close())
    await Promise.allSettled(closing)
  }
}
