/** Chance from a seed: the same seed meets the same endpoint. */
export interface Chance {
  /** A whole number below `limit`. */
  below(limit: number): number
  pick<Value>(values: readonly Value[]): Value
  /** True once in `odds` times. */
  once(odds: number): boolean
}

/** mulberry32. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    pick<Value>(values: readonly Value[]): Value {
      const value = values[below(values.length)]
      if (value === undefined) throw new Error('There is nothing to pick from.')
      return value
    },
    once: (odds) => below(odds) === 0,
  }
}
