/** Work in small steps: between two of them others may go on. What it returns is its result; ended early, it lets go of what it holds. */
export type Steps<Result> = Generator<undefined, Result, undefined>

/** The result of work that is done in one go. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
