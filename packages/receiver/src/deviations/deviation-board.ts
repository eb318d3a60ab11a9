import { z } from 'zod'
import { DeviationName } from './deviation-names.ts'

const DeviationNames = z.array(DeviationName)

/** The deviations that are on at the moment. Not part of the stored state: a receiver starts with those of its options. */
export class DeviationBoard {
  #active: readonly DeviationName[] = []

  /** @throws ZodError that names the known deviations when one is not known */
  constructor(active: readonly string[] = []) {
    this.set(active)
  }

  get active(): readonly DeviationName[] {
    return this.#active
  }

  set(active: readonly string[]): void {
    this.#active = [...new Set(DeviationNames.parse(active))]
  }
}
