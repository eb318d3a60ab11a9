// Inputs that are worth changing: those that have reached something new, and a few that were accepted.
import type { Draw } from './draw.ts'

const MOST = 400

export class Corpus {
  readonly #inputs: unknown[] = []

  get size(): number {
    return this.#inputs.length
  }

  /** One that makes room for it goes by chance, so that what was found first is not kept for its age. */
  keep(input: unknown, draw: Draw): void {
    if (this.#inputs.length < MOST) this.#inputs.push(input)
    else this.#inputs[draw.below(MOST)] = input
  }

  pick(draw: Draw): unknown {
    return draw.pick(this.#inputs)
  }
}

/** Share of the inputs that were accepted, and reached nothing new, that are kept all the same. */
const KEPT = 0.005

export function isKept(accepted: boolean, draw: Draw): boolean {
  return accepted && draw.chance(KEPT)
}
