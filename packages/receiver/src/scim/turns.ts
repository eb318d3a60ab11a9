// Who may work now. Work in steps gets a slice of each turn of the event loop; between two slices whatever has arrived is answered.
import type { EventLoop } from '@scimulator/shared/runtime'
import { atOnce, type Steps } from './answer/steps.ts'

/** Carries out work in steps. Undefined when the client that wanted it has gone. */
export interface Turns {
  carryOut<Result>(steps: Steps<Result>, isWanted: () => boolean): Result | Promise<Result | undefined>
}

/** For time that stands still during a request: there is nobody who could go on meanwhile. */
export const allAtOnce: Turns = { carryOut: (steps) => atOnce(steps) }

export interface TurnsOptions extends EventLoop {
  /** How long a slice is. A tick has one, and what others want in it. */
  readonly sliceMs?: number
}

const SLICE_MS = 8

/** One slice in each turn of the event loop, however many pieces of work there are: they take turns. */
export function createTurns({ elapsed, comeRound, sliceMs = SLICE_MS }: TurnsOptions): Turns {
  const waiting: (() => void)[] = []
  const next = (): void => {
    waiting.shift()?.()
    if (waiting.length > 0) comeRound(next)
  }
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve)
      if (waiting.length === 1) comeRound(next)
    })
  return {
    async carryOut(steps, isWanted) {
      for (;;) {
        await turn()
        if (!isWanted()) return given(steps)
        const end = elapsed() + sliceMs
        do {
          const { done, value } = steps.next()
          if (done) return value
        } while (elapsed() < end)
      }
    },
  }
}

/** What is not wanted any more lets go of what it holds. */
function given<Result>(steps: Steps<Result>): undefined {
  // The result is of nobody's interest, so it is no result.
  steps.return(undefined as Result)
  return undefined
}
