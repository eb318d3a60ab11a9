/** Ids of what lies in the bin, the oldest deletion first, in whatever order a stored state was read. */
export class DeletedItems {
  readonly #deletedAt = new Map<string, number>()
  #latest = 0
  #isInOrder = true

  /** @param deletedAt undefined for what is not, or no longer, in the bin */
  put(id: string, deletedAt: number | undefined): void {
    if (deletedAt === this.#deletedAt.get(id)) return
    this.#deletedAt.delete(id)
    if (deletedAt === undefined) return
    this.#deletedAt.set(id, deletedAt)
    this.#isInOrder &&= deletedAt >= this.#latest
    this.#latest = Math.max(this.#latest, deletedAt)
  }

  /** Sorts only after something came out of turn, which a snapshot does: it has users in the order of their creation. */
  ids(): Iterable<string> {
    if (!this.#isInOrder) this.#sort()
    return this.#deletedAt.keys()
  }

  clear(): void {
    this.#deletedAt.clear()
    this.#latest = 0
    this.#isInOrder = true
  }

  #sort(): void {
    const inOrder = [...this.#deletedAt].sort(([, a], [, b]) => a - b)
    this.#deletedAt.clear()
    for (const [id, deletedAt] of inOrder) this.#deletedAt.set(id, deletedAt)
    this.#isInOrder = true
  }
}
