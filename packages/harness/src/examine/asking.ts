// A question is a conversation like those of the simulators, with two more moves: several requests at once, and a pause before an
// answer is read again. It is a pure generator; who drives it sends and waits.
import type { Exchange, ScimRequest, Send } from '@scimulator/shared/provisioning'

export type Move =
  | { readonly kind: 'send'; readonly requests: readonly ScimRequest[] }
  /** Milliseconds of real time. */
  | { readonly kind: 'pause'; readonly ms: number }

export type Asking<Result = void> = Generator<Move, Result, readonly Exchange[]>

export interface Edges {
  readonly send: Send
  pause(ms: number): Promise<void>
}

/** Drives one conversation to its end. What its generator throws is thrown. */
export async function ask<Result>(asking: Asking<Result>, { send, pause }: Edges): Promise<Result> {
  let step = asking.next([])
  while (!step.done) {
    const move = step.value
    if (move.kind === 'pause') {
      await pause(move.ms)
      step = asking.next([])
    } else {
      step = asking.next(await Promise.all(move.requests.map(send)))
    }
  }
  return step.value
}
