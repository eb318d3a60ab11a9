import type { DirectoryRecord } from '../../directory/record.ts'

interface CutText {
  readonly head: string
  readonly tail: string
}

const GENERATION_SIZE = 4_096

/**
 * The texts of the records that were read last, in two generations: when the young one is full it becomes the old one, and what
 * nobody has asked for since is dropped. Records are immutable, so a text never grows stale.
 */
export class RecentTexts {
  #young = new Map<DirectoryRecord, CutText>()
  #old = new Map<DirectoryRecord, CutText>()

  of(record: DirectoryRecord, make: () => CutText): CutText {
    const known = this.#young.get(record)
    if (known) return known
    const text = this.#old.get(record) ?? make()
    if (this.#young.size >= GENERATION_SIZE) this.#turn()
    this.#young.set(record, text)
    return text
  }

  #turn(): void {
    this.#old = this.#young
    this.#young = new Map()
  }
}
