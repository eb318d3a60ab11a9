// What grammars draw from: chance of a seed, and how wild to be.

/** Chance of a seed. `wildness` is the share of places in which a grammar is left for something hostile. */
export class Draw {
  wildness = 0
  #depth = 0
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<Value>(values: readonly Value[]): Value {
    const value = values[this.below(values.length)]
    if (value === undefined) throw new Error('There is nothing to pick from.')
    return value
  }

  /** The first below the depth at which a grammar ends, the second beyond it. */
  nested<Value>(most: number, deep: () => Value, flat: () => Value): Value {
    if (this.#depth >= most) return flat()
    this.#depth += 1
    try {
      return deep()
    } finally {
      this.#depth -= 1
    }
  }
}
