// A question is a conversation like those of the simulators, with two more moves: several requests at once, and a pause before an
// answer is read again. It is a pure generator; who drives it sends and waits.
import type { Exchange, ScimRequest, Send } from '@scimulator/shared/provisioning'

type Move =
  | { readonly kind: 'send'; readonly requests: readonly ScimRequest[] }
  /** Milliseconds of real time; `doubt` is the check that would be red if nothing changes until then. */
  | { readonly kind: 'pause'; readonly ms: number; readonly doubt?: string }

export type Asking<Result = void> = Generator<Move, Result, readonly Exchange[]>

export interface Edges {
  readonly send: Send
  pause(ms: number): Promise<void>
  /** Hears of a check that does not hold yet, and is read again. */
  doubt?(check: string): void
}

/** Drives one conversation to its end. What its generator throws is thrown. */
export async function ask<Result>(asking: Asking<Result>, { send, pause, doubt }: Edges): Promise<Result> {
  let step = asking.next([])
  while (!step.done) {
    const move = step.value
    if (move.kind === 'pause') {
      if (move.doubt !== undefined) doubt?.(move.doubt)
      await pause(move.ms)
      step = asking.next([])
    } else {
      step = asking.next(await Promise.all(move.requests.map(send)))
    }
  }
  return step.value
}
