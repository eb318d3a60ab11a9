import { eachId, type FewIds, withId, withoutId } from './few-ids.ts'

/** Pairs of ids with an index for either side, in order of insertion. Adding or dropping one pair costs the same however many there are. */
export class Relation {
  readonly #forward = new Map<string, FewIds>()
  readonly #backward = new Map<string, FewIds>()

  set(left: string, right: string, present: boolean): void {
    mark(this.#forward, left, right, present)
    mark(this.#backward, right, left, present)
  }

  has(left: string, right: string): boolean {
    const rights = this.#forward.get(left)
    return typeof rights === 'object' ? rights.has(right) : rights === right
  }

  rightsOf(left: string): ReadonlySet<string> {
    return asSet(this.#forward.get(left))
  }

  leftsOf(right: string): ReadonlySet<string> {
    return asSet(this.#backward.get(right))
  }

  dropLeft(left: string): void {
    for (const right of [...this.rightsOf(left)]) this.set(left, right, false)
  }

  dropRight(right: string): void {
    for (const left of [...this.leftsOf(right)]) this.set(left, right, false)
  }

  *pairs(): Iterable<readonly [left: string, right: string]> {
    for (const [left, rights] of this.#forward) for (const right of eachId(rights)) yield [left, right]
  }

  clear(): void {
    this.#forward.clear()
    this.#backward.clear()
  }
}

const NONE: ReadonlySet<string> = new Set()

function asSet(ids: FewIds | undefined): ReadonlySet<string> {
  return typeof ids === 'string' ? new Set([ids]) : (ids ?? NONE)
}

function mark(index: Map<string, FewIds>, key: string, value: string, present: boolean): void {
  const known = index.get(key)
  const ids = present ? withId(known, value) : withoutId(known, value)
  if (ids === undefined) index.delete(key)
  else if (ids !== known) index.set(key, ids)
}
