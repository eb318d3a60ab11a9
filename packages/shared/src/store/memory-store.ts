import { type ChangeListener, ChangeListeners } from './change-listeners.ts'
import { assertRestorable, loadRows, takeRows } from './snapshot.ts'
import {
  type StateShape,
  type Store,
  type StoreSnapshot,
  StoreStopped,
  type Stream,
  type StreamEntry,
  type StreamOptions,
  type StreamQuery,
} from './store.ts'
import { StreamRing } from './stream-ring.ts'

/** The in-memory twin of the store on disk: same port, same numbering, nothing outlives the process. */
export function createMemoryStore<Change>(shape: StateShape<Change>): Store<Change> {
  return new MemoryStore(shape)
}

class MemoryStore<Change> implements Store<Change> {
  seq = 0
  stopped: StoreStopped | undefined
  readonly #shape: StateShape<Change>
  readonly #streams = new Map<string, MemoryStream<unknown>>()
  readonly #listeners: ChangeListeners<Change>

  constructor(shape: StateShape<Change>) {
    this.#shape = shape
    this.#listeners = new ChangeListeners(shape)
  }

  onChange(listener: ChangeListener): () => void {
    return this.#listeners.add(listener)
  }

  commit(changes: readonly Change[]): number {
    this.#assertRunning()
    if (changes.length === 0) return this.seq
    try {
      for (const change of changes) this.#shape.apply(change)
    } catch (cause) {
      this.stopped = new StoreStopped('A change could not be applied; the state in memory may be half changed', {
        cause,
      })
      throw cause
    }
    this.seq += 1
    this.#listeners.committed(changes)
    return this.seq
  }

  async durable(seq: number = this.seq): Promise<void> {
    if (seq > this.seq) throw new RangeError(`There is no step ${seq} yet; the last one is ${this.seq}`)
    if (this.stopped?.cause) throw this.stopped
  }

  stream<Entry>(name: string, options: StreamOptions = {}): Stream<Entry> {
    const stream =
      this.#streams.get(name) ?? new MemoryStream<unknown>(name, options, () => this.#listeners.appended(name))
    this.#streams.set(name, stream)
    // One name carries one type of entry; the caller says which.
    return stream as Stream<unknown> as Stream<Entry>
  }

  snapshot(): StoreSnapshot {
    const streams = Object.fromEntries(Array.from(this.#streams, ([name, { ring }]) => [name, ring.snapshot()]))
    const { name, version } = this.#shape
    return { format: 'scimulator-store', shape: name, version, seq: this.seq, rows: takeRows(this.#shape), streams }
  }

  restore(snapshot: StoreSnapshot): void {
    this.#assertRunning()
    assertRestorable(this.#shape, snapshot)
    loadRows(this.#shape, snapshot.rows)
    this.seq = Math.max(this.seq, snapshot.seq) + 1
    for (const { ring } of this.#streams.values()) ring.clear()
    for (const [name, picture] of Object.entries(snapshot.streams)) {
      this.stream(name)
      this.#streams.get(name)?.ring.restore(picture)
    }
    this.#listeners.replaced()
  }

  reset(): void {
    this.#assertRunning()
    this.#shape.clear()
    this.seq += 1
    for (const { ring } of this.#streams.values()) ring.clear()
    this.#listeners.replaced()
  }

  async compact(): Promise<void> {
    this.#assertRunning()
  }

  async close(): Promise<void> {
    this.stopped ??= new StoreStopped('The store is closed')
  }

  #assertRunning(): void {
    if (this.stopped) throw this.stopped
  }
}

class MemoryStream<Entry> implements Stream<Entry> {
  readonly name: string
  readonly ring: StreamRing<Entry>
  readonly #appended: () => void

  constructor(name: string, options: StreamOptions, appended: () => void) {
    this.name = name
    this.#appended = appended
    this.ring = new StreamRing(options.limit)
  }

  get lastSeq(): number {
    return this.ring.lastSeq
  }

  get firstSeq(): number {
    return this.ring.firstSeq
  }

  append(entry: Entry): number {
    const seq = this.ring.append(entry)
    this.#appended()
    return seq
  }

  recent(query?: StreamQuery): readonly StreamEntry<Entry>[] {
    return this.ring.recent(query)
  }

  async *read(query?: StreamQuery): AsyncIterable<StreamEntry<Entry>> {
    yield* this.ring.recent(query)
  }
}
