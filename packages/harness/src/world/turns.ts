// One request at a time while several acts are carried out side by side, so that the same seed gives the same run: the one that has waited
// longest for a turn has the next one.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Exchange, ScimRequest, Send } from '@scimulator/shared/provisioning'
import { loopComesRound } from '@scimulator/shared/runtime'

export interface Turns {
  /** Begins all of them at once, each in a lane of its own. @returns what came of each, in their order */
  together<Result>(lanes: readonly (() => Promise<Result>)[]): Promise<PromiseSettledResult<Result>[]>
  around(send: Send): Send
}

interface Waiting {
  readonly lane: number
  readonly go: () => Promise<void>
}

export function createTurns(): Turns {
  const laneOf = new AsyncLocalStorage<number>()
  const served = new Map<number, number>()
  let [open, turn] = [0, 0]
  let waiting: readonly Waiting[] = []
  let isGiving = false

  /** Lanes go in turn; within one, requests keep their order. */
  function next(): Waiting | undefined {
    const turnOf = ({ lane }: Waiting) => served.get(lane) ?? 0
    const [one] = [...waiting].sort((a, b) => turnOf(a) - turnOf(b) || a.lane - b.lane)
    waiting = waiting.filter((other) => other !== one)
    return one
  }

  async function give(): Promise<void> {
    if (isGiving) return
    isGiving = true
    while (waiting.length > 0) {
      // No act is still deciding: every act that is going to ask has asked.
      await loopComesRound()
      const one = next()
      if (!one) continue
      turn += 1
      served.set(one.lane, turn)
      await one.go()
    }
    isGiving = false
  }

  return {
    async together(lanes) {
      open += 1
      served.clear()
      try {
        return await Promise.allSettled(lanes.map((run, lane) => laneOf.run(lane, run)))
      } finally {
        open -= 1
      }
    },
    around: (send) => (request: ScimRequest) => {
      if (open === 0) return send(request)
      const lane = laneOf.getStore() ?? 0
      return new Promise<Exchange>((resolve, reject) => {
        waiting = [...waiting, { lane, go: () => send(request).then(resolve, reject) }]
        void give()
      })
    },
  }
}
