import type { CheckAssertion } from './client-assertion.ts'

/** A client that shows assertions, and the source that it signs in as. */
export interface Federated {
  readonly check: CheckAssertion
  readonly tokenHash: string
}

/** The client that may show assertions. An administrator may name another one while the receiver runs; a reset takes that back. */
export class Federation {
  readonly #first: Federated | undefined
  #current: Federated | undefined

  constructor(first: Federated | undefined) {
    this.#first = first
    this.#current = first
  }

  get current(): Federated | undefined {
    return this.#current
  }

  trust(client: Federated): void {
    this.#current = client
  }

  reset(): void {
    this.#current = this.#first
  }
}
