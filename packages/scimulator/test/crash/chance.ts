import { createSeededIds } from '@scimulator/shared/runtime'

export interface Chance {
  /** From 0 to below `limit`, whole. */
  below(limit: number): number
  pick<Value>(values: readonly Value[]): Value
}

/** The same choices for the same seed. */
export function createChance(seed: number): Chance {
  const ids = createSeededIds(seed, 'crash')
  const below = (limit: number) => Math.floor(ids.random('choice') * limit)
  return {
    below,
    pick(values) {
      const value = values[below(values.length)]
      if (value === undefined) throw new Error('There is nothing to pick from')
      return value
    },
  }
}

/** What a key may hold: one state once its write is acknowledged, two while a write of it is under way. */
export class Acknowledged<State> {
  readonly #possible = new Map<string, readonly (State | undefined)[]>()

  keys(): readonly string[] {
    return [...this.#possible.keys()]
  }

  /** The last state that is certain, or will be when the write under way is through. */
  get(key: string): State | undefined {
    return this.#possible.get(key)?.at(-1)
  }

  /** Whether a write of the key is under way. */
  isUncertain(key: string): boolean {
    return (this.#possible.get(key)?.length ?? 0) > 1
  }

  /** Writes, and remembers that both states are possible until the answer is there. */
  async write(key: string, state: State | undefined, send: () => Promise<unknown>): Promise<void> {
    this.#possible.set(key, [...(this.#possible.get(key) ?? [undefined]), state])
    await send()
    this.#possible.set(key, [state])
  }

  /** Compares with what is there now, which counts as told from here on. @returns what is wrong, in words */
  settle(key: string, found: State | undefined): string | undefined {
    const possible = this.#possible.get(key) ?? [undefined]
    this.#possible.set(key, [found])
    if (possible.includes(found)) return undefined
    return `${key} is ${String(found)}, and ${possible.map(String).join(' or ')} was written`
  }
}
