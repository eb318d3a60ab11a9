import type { DeviationName } from './deviation-names.ts'

/** The deviations that are on at the moment. Not part of the stored state: a receiver starts with those of its options. */
export class DeviationBoard {
  #active: readonly DeviationName[]

  constructor(active: readonly DeviationName[] = []) {
    this.#active = [...new Set(active)]
  }

  get active(): readonly DeviationName[] {
    return this.#active
  }

  has(name: DeviationName): boolean {
    return this.#active.includes(name)
  }

  set(active: readonly DeviationName[]): void {
    this.#active = [...new Set(active)]
  }
}
