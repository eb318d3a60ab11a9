// Which acts, pairs of acts and states the histories have come to. Pure but for its own counts.
import type { Drawn } from '@scimulator/oracle'

/** How often each was reached. A pair is two acts of which one was done right after the other: `add-member, cycles`. */
export interface Reached {
  readonly histories: number
  readonly acts: Readonly<Record<string, number>>
  readonly pairs: Readonly<Record<string, number>>
  readonly states: Readonly<Record<string, number>>
}

/** At most so much more, or less, often than its weight says. */
const MOST = 8

export class Coverage {
  readonly #acts: Map<string, number>
  readonly #pairs = new Map<string, number>()
  readonly #states: Map<string, number>
  #histories = 0

  /** @param acts all that can be drawn @param states all that can be reached */
  constructor(acts: readonly string[], states: readonly string[]) {
    this.#acts = new Map(acts.map((name) => [name, 0]))
    this.#states = new Map(states.map((name) => [name, 0]))
  }

  note(acts: readonly string[], states: Iterable<string>): void {
    this.#histories += 1
    for (const name of acts) add(this.#acts, name)
    for (const pair of pairsOf(acts)) add(this.#pairs, pair)
    for (const name of states) add(this.#states, name)
  }

  /** How much of it was never reached; a state counts as much as three pairs, because it takes several acts. */
  news(acts: readonly string[], states: Iterable<string>): number {
    const isNew = (counts: ReadonlyMap<string, number>) => (name: string) => (counts.get(name) ?? 0) === 0
    const pairs = [...new Set(pairsOf(acts))].filter(isNew(this.#pairs))
    const reached = [...states].filter(isNew(this.#states))
    return pairs.length + 3 * reached.length
  }

  /** The weight of what is drawn together, more where it came seldom for its weight. A whole number, as fast-check wants it. */
  weigh({ names, weight }: Drawn<unknown>): number {
    const rate = (name: string, share: number) => (this.#acts.get(name) ?? 0) / share
    const own = Math.min(...names.map((name) => rate(name, weight / names.length)))
    const all = [...this.#acts.values()].reduce((sum, count) => sum + count, 0) / Math.max(1, this.#acts.size)
    const factor = Math.min(MOST, Math.max(1 / MOST, (1 + all) / (1 + own)))
    return Math.max(1, Math.round(weight * 20 * factor))
  }

  reached(): Reached {
    return {
      histories: this.#histories,
      acts: Object.fromEntries(this.#acts),
      pairs: Object.fromEntries([...this.#pairs].sort(([a], [b]) => (a < b ? -1 : 1))),
      states: Object.fromEntries(this.#states),
    }
  }
}

/** Of histories that shared nothing, such as those of several machines. */
export function mergeReached(all: readonly Reached[]): Reached {
  const sum = (pick: (one: Reached) => Readonly<Record<string, number>>) => {
    const counts = new Map<string, number>()
    for (const one of all) for (const [name, times] of Object.entries(pick(one))) add(counts, name, times)
    return Object.fromEntries(counts)
  }
  return {
    histories: all.reduce((total, { histories }) => total + histories, 0),
    acts: sum(({ acts }) => acts),
    pairs: sum(({ pairs }) => pairs),
    states: sum(({ states }) => states),
  }
}

function pairsOf(names: readonly string[]): readonly string[] {
  return names.slice(1).map((name, index) => `${names[index]}, ${name}`)
}

function add(counts: Map<string, number>, name: string, times = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + times)
}
