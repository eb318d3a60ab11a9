// Ways of making an input that the grammar would not have written, and how often each was accepted all the same.
import type { Draw } from './draw.ts'

export interface Way {
  /** Share of the places in which the grammar is left. */
  readonly wildness: number
  /** How often a known input is changed; a fresh one is made where it is 0. */
  readonly changes: number
  /** Which known inputs are changed: one that was refused mostly stays so. */
  readonly of?: 'refused'
}

/** As the grammar has it. */
export const CALM: Way = { wildness: 0, changes: 0 }

const USUAL: readonly Way[] = [0.02, 0.06, 0.2].flatMap((wildness) => [
  ...Array<Way>(2).fill({ wildness, changes: 0 }),
  ...Array<Way>(3).fill({ wildness, changes: 1 }),
])
/** Where changes are mostly accepted: one of them is refused more often than the others, and which one that is depends on the parser. */
const HARSH: readonly Way[] = [
  { wildness: 0.2, changes: 0 },
  { wildness: 0.5, changes: 0 },
  { wildness: 0.2, changes: 1 },
  { wildness: 0.2, changes: 4 },
  { wildness: 0.2, changes: 1, of: 'refused' },
]
/** Until a way was tried so often, it counts as one that is never accepted. */
const FEW = 20

interface Count {
  tried: number
  accepted: number
}

/** Moves between calm and harsh, so that half of all is accepted. */
export class Ways {
  readonly #counts = new Map<Way, Count>()
  /** From 1, where all is as the grammar has it, by 0, where nothing is, to -1, where all goes the way that is accepted least. */
  #calm = 0.5
  #last: Way = CALM

  next(draw: Draw): Way {
    this.#last = draw.chance(this.#calm) ? CALM : this.#wild(draw)
    return this.#last
  }

  /** @param isTooMuch whether more than half of all was accepted */
  note(accepted: boolean, isTooMuch: boolean): void {
    const count = this.#counts.get(this.#last) ?? { tried: 0, accepted: 0 }
    this.#counts.set(this.#last, { tried: count.tried + 1, accepted: count.accepted + Number(accepted) })
    this.#calm = Math.min(1, Math.max(-1, this.#calm + (isTooMuch ? -0.02 : 0.02)))
  }

  #wild(draw: Draw): Way {
    if (this.#calm >= 0 || !draw.chance(-this.#calm)) return draw.pick(USUAL)
    return HARSH.reduce((least, way) => (this.#rate(way) < this.#rate(least) ? way : least))
  }

  #rate(way: Way): number {
    const { tried, accepted } = this.#counts.get(way) ?? { tried: 0, accepted: 0 }
    return tried < FEW ? 0 : accepted / tried
  }
}
