/**
 * The port of the store. A program decides and applies in one tick: `commit` applies a step to the live collections
 * and queues one journal line;
 * the answer is sent once `durable()` has resolved. Nothing between reading and writing can be interleaved, so there
 * are no locks.
 */
import type { ChangeListener } from './change-listeners.ts'

/**
 * One resource of one collection, as it stands in a snapshot. `value` is JSON and is not changed by holders
 * it.
 */
export interface SnapshotRow {
  readonly collection: string
  readonly key: string
  readonly value: unknown
}

/**
 * What a program gives to the store: its indexed collections behind one `apply`.
 *
 * Changes are absolute: each carries the whole new value of a resource, or sets or unsets one membership. Replaying a
 * change over a state that
 * already has it therefore changes nothing, and that is what lets a snapshot be written in slices from live
 * collections. Three rules follow:
 * - `rows()` survives changes made between two rows (iterators of Map and Set do);
 * - `load` and `apply` take a row or change whose counterpart is missing (the member of a group that is gone by now):
 *   rows of one snapshot may be of
 *   slightly different moments, and the journal then brings all of them to one;
 * - changes are JSON, and are not modified after `commit`.
 */
export interface StateShape<Change> {
  /** The program the data belongs to: `receiver`, `entra-sim`, `jumpcloud-sim`. */
  readonly name: string
  /** Version of changes and rows. Raise it when their form changes, and give `migrate` and `migrateChange`. */
  readonly version: number
  apply(change: Change): void
  /** Name of the collection that a change is about, for those who listen to changes; without it, any may be meant. */
  collectionOf?(change: Change): string
  /** Walks the live collections lazily: no copy of a collection is made before the first row is handed out. */
  rows(): Iterable<SnapshotRow>
  /** Puts one row of a snapshot into the collections. Rows arrive in the order in which `rows()` gave them. */
  load(row: SnapshotRow): void
  clear(): void
  /** Brings a row written by an older version into the present form; undefined drops the row. */
  migrate?(fromVersion: number, row: SnapshotRow): SnapshotRow | undefined
  /** Brings a journalled change of an older version into the present form; undefined drops the change. */
  migrateChange?(fromVersion: number, change: unknown): Change | undefined
}

export interface Store<Change> {
  /** Number of the last step; 0 before the first. It never goes back, not even over `reset` and `restore`. */
  readonly seq: number
  /**
   * One step: applied and queued in this tick, all of it or none of it.
   * @returns the seq of the step; without changes the present seq, and nothing is written.
   * @throws StoreStopped after a failed append, and whatever `apply` throws (that stops the store, as memory may be
   * half changed).
   */
  commit(changes: readonly Change[]): number
  /** Resolves when the journal is durable up to `seq` (default: the seq seen now). Rejects with StoreStopped. */
  durable(seq?: number): Promise<void>
  /** Why the store no longer accepts writes; undefined while it does. */
  readonly stopped: StoreStopped | undefined
  /** The append-only stream of that name; the same object each time. Options count at the first call only. */
  stream<Entry>(name: string, options?: StreamOptions): Stream<Entry>
  /**
   * Calls after each step with the collections that it has changed, and with a stream's name for each entry of it. @returns the function
   * that ends that
   */
  onChange(listener: ChangeListener): () => void
  /** A JSON-able picture: all rows, and of each stream what memory holds. */
  snapshot(): StoreSnapshot
  /**
   * Replaces everything by the picture, as one step. @throws Error if the picture belongs to another program or
   * version.
   */
  restore(snapshot: StoreSnapshot): void
  /** Empties the collections and the streams, as one step. */
  reset(): void
  /** Writes a new snapshot and deletes the journal segments that it covers. In memory: nothing. */
  compact(): Promise<void>
  /** Waits until everything is durable, then releases the folder. Later commits throw StoreStopped. */
  close(): Promise<void>
}

export interface StreamOptions {
  /** How many entries memory keeps; default 10,000. */
  readonly limit?: number
  readonly retention?: StreamRetention
}

/** How much of a stream the disk keeps, counted in whole segments, so that a little more than asked for may remain. */
export interface StreamRetention {
  /** Default 200,000. */
  readonly entries?: number
  /** Default 256 MiB. */
  readonly bytes?: number
}

/**
 * `after`: only entries with a greater seq. `limit`: at most so many. `newestFirst`: the last ones first; default
 * oldest first.
 */
export interface StreamQuery {
  readonly after?: number
  readonly limit?: number
  readonly newestFirst?: boolean
}

export interface StreamEntry<Entry> {
  readonly seq: number
  readonly entry: Entry
}

export interface Stream<Entry> {
  readonly name: string
  /**
   * Append what tells of a step after its commit: an entry goes to disk no earlier than the step that was the last
   * one then.
   * @returns the seq of the entry, counted within this stream from 1.
   */
  append(entry: Entry): number
  /** Entries still in memory. */
  recent(query?: StreamQuery): readonly StreamEntry<Entry>[]
  /** Seq of the newest entry; 0 before the first. */
  readonly lastSeq: number
  /**
   * Seq of the oldest entry that memory still holds; entries before it were dropped. `lastSeq + 1` when it holds
   * none.
   */
  readonly firstSeq: number
  /** Entries in memory and, with a data folder, the older ones that retention has left on disk. */
  read(query?: StreamQuery): AsyncIterable<StreamEntry<Entry>>
}

export interface StoreSnapshot {
  readonly format: 'scimulator-store'
  readonly shape: string
  readonly version: number
  readonly seq: number
  readonly rows: readonly SnapshotRow[]
  readonly streams: Readonly<Record<string, StreamSnapshot>>
}

export interface StreamSnapshot {
  readonly lastSeq: number
  readonly entries: readonly StreamEntry<unknown>[]
}

/** The store takes no more writes: an append failed, or it was closed. A server answers 503 and ends. */
export class StoreStopped extends Error {
  override readonly name = 'StoreStopped'
}
