import type { SnapshotRow, StateShape } from '../store/index.ts'

/** What a program remembers: values by key, one collection a kind. */
export type Kinds = Readonly<Record<string, object>>

/** Puts a value, or takes it away. */
export type KeyedChange<Known extends Kinds> = {
  [Kind in keyof Known & string]: { readonly kind: Kind; readonly key: string; readonly value: Known[Kind] | null }
}[keyof Known & string]

/** The state of a program that needs no index of its own. A change is absolute: applied twice it is as if applied once. */
export class KeyedState<Known extends Kinds> implements StateShape<KeyedChange<Known>> {
  readonly name: string
  readonly version: number
  readonly #collections = new Map<string, Map<string, object>>()

  constructor(name: string, version: number) {
    this.name = name
    this.version = version
  }

  /** In the order in which they came. */
  all<Kind extends keyof Known & string>(kind: Kind): readonly Known[Kind][] {
    return [...this.#of(kind).values()]
  }

  get<Kind extends keyof Known & string>(kind: Kind, key: string): Known[Kind] | undefined {
    return this.#of(kind).get(key)
  }

  apply({ kind, key, value }: KeyedChange<Known>): void {
    if (value === null) this.#of(kind).delete(key)
    else this.#of(kind).set(key, value)
  }

  *rows(): Iterable<SnapshotRow> {
    for (const [collection, values] of this.#collections)
      for (const [key, value] of values) yield { collection, key, value }
  }

  load({ collection, key, value }: SnapshotRow): void {
    this.#of(collection).set(key, Object(value))
  }

  clear(): void {
    this.#collections.clear()
  }

  #of<Kind extends keyof Known & string>(kind: Kind): Map<string, Known[Kind]> {
    const known = this.#collections.get(kind) ?? new Map<string, object>()
    this.#collections.set(kind, known)
    // Only `apply` and `load` write to it, and a row is what `rows` gave.
    return known as Map<string, Known[Kind]>
  }
}
