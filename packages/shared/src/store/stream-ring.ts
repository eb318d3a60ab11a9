import type { StreamEntry, StreamQuery, StreamSnapshot } from './store.ts'

export const DEFAULT_RING_LIMIT = 10_000

/**
 * The newest entries of a stream, held in memory. Dropping the oldest costs nothing per append: the array is cut
 * once it is twice too long.
 */
export class StreamRing<Entry> {
  lastSeq = 0
  #entries: Entry[] = []
  #limit: number

  constructor(limit: number = DEFAULT_RING_LIMIT) {
    this.#limit = Math.max(1, limit)
  }

  /** Holds more or fewer entries from now on. */
  set limit(limit: number) {
    this.#limit = Math.max(1, limit)
  }

  get firstSeq(): number {
    return this.lastSeq - Math.min(this.#entries.length, this.#limit) + 1
  }

  append(entry: Entry): number {
    this.#entries.push(entry)
    if (this.#entries.length >= this.#limit * 2) this.#entries = this.#entries.slice(-this.#limit)
    this.lastSeq += 1
    return this.lastSeq
  }

  /** Forgets the entries; the numbering goes on. */
  clear(): void {
    this.#entries = []
  }

  recent(query: StreamQuery = {}): readonly StreamEntry<Entry>[] {
    const first = Math.max(this.firstSeq, (query.after ?? 0) + 1)
    const count = Math.max(0, Math.min(this.lastSeq - first + 1, query.limit ?? Number.POSITIVE_INFINITY))
    const from = query.newestFirst ? this.lastSeq - count + 1 : first
    const offset = this.#entries.length - (this.lastSeq - from + 1)
    const found = this.#entries.slice(offset, offset + count).map((entry, i) => ({ seq: from + i, entry }))
    return query.newestFirst ? found.reverse() : found
  }

  snapshot(): StreamSnapshot {
    return { lastSeq: this.lastSeq, entries: structuredClone(this.recent()) }
  }

  /** Takes the entries of a picture. The seqs are consecutive, so the last one says them all. */
  restore(snapshot: StreamSnapshot): void {
    // The caller knows the type of its entries; the picture came from a stream of the same name.
    this.#entries = snapshot.entries.slice(-this.#limit).map((held) => structuredClone(held.entry) as Entry)
    this.lastSeq = snapshot.lastSeq
  }
}
