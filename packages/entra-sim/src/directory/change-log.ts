// What happened in the directory, in order. A watermark is a position in it; a cycle reads what comes after its watermark, so that
// its cost follows the changes and not the tenant. Only the latest entry about a thing counts, because a cycle looks at the present
// state anyway; superseded entries are dropped now and then, which keeps the log as long as the directory is large.

export type SourceEvent =
  | { readonly about: 'User'; readonly id: string }
  | { readonly about: 'Group'; readonly id: string }
  | { readonly about: 'Membership'; readonly id: string; readonly memberId: string }
  | { readonly about: 'Assignment'; readonly id: string; readonly resourceId: string }

export interface ChangeLogEntry {
  readonly position: number
  readonly event: SourceEvent
}

export interface ChangeLog {
  /** Position of the newest entry; 0 before the first. */
  readonly lastPosition: number
  /** The latest entry about each thing that changed after `position`, oldest first. */
  since(position: number): Iterable<ChangeLogEntry>
}

export class EventLog implements ChangeLog {
  lastPosition = 0
  #entries: ChangeLogEntry[] = []
  readonly #latest = new Map<string, number>()

  /** Takes an entry at its position; one that is already there, or that was dropped, changes nothing. */
  put(entry: ChangeLogEntry): void {
    if (entry.position <= this.lastPosition) return
    this.lastPosition = entry.position
    this.#entries.push(entry)
    this.#latest.set(keyOf(entry.event), entry.position)
    if (this.#entries.length > 2 * this.#latest.size + 1_000) this.#dropSuperseded()
  }

  *since(position: number): Iterable<ChangeLogEntry> {
    const entries = this.#entries
    for (let index = this.#firstAfter(position); index < entries.length; index += 1) {
      const entry = entries[index]
      if (entry && this.#isLatest(entry)) yield entry
    }
  }

  clear(): void {
    this.lastPosition = 0
    this.#entries = []
    this.#latest.clear()
  }

  #dropSuperseded(): void {
    this.#entries = this.#entries.filter((entry) => this.#isLatest(entry))
  }

  #isLatest(entry: ChangeLogEntry): boolean {
    return this.#latest.get(keyOf(entry.event)) === entry.position
  }

  #firstAfter(position: number): number {
    let low = 0
    let high = this.#entries.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#entries[middle]?.position ?? 0) <= position) low = middle + 1
      else high = middle
    }
    return low
  }
}

function keyOf(event: SourceEvent): string {
  switch (event.about) {
    case 'Membership':
      return `Membership ${event.id} ${event.memberId}`
    case 'Assignment':
      return `Assignment ${event.id} ${event.resourceId}`
    default:
      return `${event.about} ${event.id}`
  }
}
