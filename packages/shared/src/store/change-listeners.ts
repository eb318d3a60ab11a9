/** Everything may have changed: a picture was restored, all was deleted, or nobody can say what a change is about. */
export const EVERYTHING = '*'

/** Called with the names of the collections and streams that a step has changed. It must not write to the store. */
export type ChangeListener = (collections: ReadonlySet<string>) => void

/** Those who want to know what a store's steps are about. */
export class ChangeListeners<Change> {
  readonly #listeners = new Set<ChangeListener>()
  readonly #collectionOf: (change: Change) => string

  constructor(shape: { collectionOf?(change: Change): string }) {
    this.#collectionOf = (change) => shape.collectionOf?.(change) ?? EVERYTHING
  }

  /** @returns the function that ends that */
  add(listener: ChangeListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  committed(changes: readonly Change[]): void {
    if (this.#listeners.size > 0) this.#tell(new Set(changes.map(this.#collectionOf)))
  }

  appended(stream: string): void {
    if (this.#listeners.size > 0) this.#tell(new Set([stream]))
  }

  replaced(): void {
    this.#tell(new Set([EVERYTHING]))
  }

  #tell(collections: ReadonlySet<string>): void {
    for (const listener of this.#listeners) listener(collections)
  }
}
