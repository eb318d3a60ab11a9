// What a question notes of the rows of its section.
import type { Answer } from '../examine/answer.ts'
import type { Questioner } from '../examine/questioner.ts'

/** Marks a row that does not hold and is a warning whatever its level. */
export const WARNING = 'a warning only'

export class RowNotes {
  readonly #q: Questioner
  readonly #checkOf: (row: string) => string

  constructor(q: Questioner, checkOf: (row: string) => string) {
    this.#q = q
    this.#checkOf = checkOf
  }

  /** Notes whether a row holds, with the exchange that shows it. @returns whether it does */
  row(id: string, held: boolean, answer: Answer, detail: string, readBack?: Answer): boolean {
    return this.#q.check(this.#checkOf(id), held, answer, detail, readBack)
  }

  /** The same for a row that is looked at several times: once red it stays red. */
  each(id: string, held: boolean, answer: Answer, detail: string, readBack?: Answer): void {
    this.#q.worst(this.#checkOf(id), held, answer, detail, readBack)
  }

  /** The rows are about a feature that the endpoint says it does not have; `evidence` is where it says so. */
  notOffered(ids: readonly string[], feature: string, evidence: Answer): void {
    for (const id of ids) {
      const check = this.#checkOf(id)
      if (this.#q.results.has(check)) continue
      this.#q.results.set(check, {
        check,
        state: 'not-asked',
        because: `${feature} is not offered`,
        exchange: evidence.exchange,
      })
    }
  }

  /** Does not hold, and is no more than a warning here. */
  warn(ids: readonly string[], answer: Answer, detail: string): void {
    for (const id of ids) {
      const check = this.#checkOf(id)
      this.#q.results.set(check, { check, state: 'red', because: WARNING, exchange: answer.exchange, detail })
    }
  }

  /** Something else stands in the way of judging the rows. */
  leave(ids: readonly string[], because: string): void {
    for (const id of ids) {
      const check = this.#checkOf(id)
      if (!this.#q.results.has(check)) this.#q.leave(check, because)
    }
  }
}
