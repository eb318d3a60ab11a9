/** Pairs of ids with an index for either side, in order of insertion. Adding or dropping one pair costs the same however many there are. */
export class Relation {
  readonly #forward = new Map<string, Set<string>>()
  readonly #backward = new Map<string, Set<string>>()

  set(left: string, right: string, present: boolean): void {
    mark(this.#forward, left, right, present)
    mark(this.#backward, right, left, present)
  }

  has(left: string, right: string): boolean {
    return this.#forward.get(left)?.has(right) ?? false
  }

  rightsOf(left: string): ReadonlySet<string> {
    return this.#forward.get(left) ?? NONE
  }

  leftsOf(right: string): ReadonlySet<string> {
    return this.#backward.get(right) ?? NONE
  }

  dropLeft(left: string): void {
    for (const right of [...this.rightsOf(left)]) this.set(left, right, false)
  }

  dropRight(right: string): void {
    for (const left of [...this.leftsOf(right)]) this.set(left, right, false)
  }

  *pairs(): Iterable<readonly [left: string, right: string]> {
    for (const [left, rights] of this.#forward) for (const right of rights) yield [left, right]
  }

  clear(): void {
    this.#forward.clear()
    this.#backward.clear()
  }
}

const NONE: ReadonlySet<string> = new Set()

function mark(index: Map<string, Set<string>>, key: string, value: string, present: boolean): void {
  const known = index.get(key)
  if (present) {
    if (known) known.add(value)
    else index.set(key, new Set([value]))
    return
  }
  known?.delete(value)
  if (known?.size === 0) index.delete(key)
}
