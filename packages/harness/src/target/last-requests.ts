// A run that is left sends nothing more, and waits for what is on its way: an account that is made behind the clean-up would stay.
import type { Send } from '@scimulator/shared/provisioning'

const LEFT = 'the run is over: what it has made is being deleted'

export interface LastRequests {
  /** Requests of a run. What comes once it is being left does not leave; its exchange has a failure of kind `blocked`. */
  passing(send: Send): Send
  /** Resolves when nothing is on its way, and lets nothing more through. */
  end(): Promise<void>
}

/** @param now real milliseconds since the epoch */
export function createLastRequests(now: () => number): LastRequests {
  const underWay = new Set<Promise<unknown>>()
  let isLeft = false
  return {
    passing: (send) => async (request) => {
      if (isLeft) return { request, startedAt: now(), durationMs: 0, failure: { kind: 'blocked', message: LEFT } }
      const sending = send(request)
      underWay.add(sending)
      return sending.finally(() => underWay.delete(sending))
    },
    async end() {
      isLeft = true
      await Promise.allSettled(underWay)
    },
  }
}
