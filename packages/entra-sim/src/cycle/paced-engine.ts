import type { Exchange, ScimRequest } from '@scimulator/shared/provisioning'
import type { Engine } from '../engine.ts'

/**
 * The engine for one activity of a job whose requests leave `requestsPerSecond` apart, from one start to the next. In real time
 * they wait. A virtual clock stands still while a cycle runs: there the time that the waiting would take is added to what the cycle
 * takes for now, so that its log, its end and the start of the next cycle are as late as they would be.
 */
export function pacedEngine(engine: Engine): Engine {
  const { requestsPerSecond } = engine.switches
  if (requestsPerSecond === 0) return engine
  const interval = 1000 / requestsPerSecond
  let next = Number.NEGATIVE_INFINITY
  let reached = Number.NEGATIVE_INFINITY
  const now = () => Math.max(engine.now(), Math.floor(reached))
  return {
    ...engine,
    now,
    async send(request: ScimRequest): Promise<Exchange> {
      const slot = Math.max(now(), next)
      next = slot + interval
      if (engine.pause) {
        if (slot > engine.now()) await engine.pause(slot - engine.now())
        return engine.send(request)
      }
      const exchange = await engine.send(request)
      reached = Math.max(reached, slot)
      return { ...exchange, startedAt: Math.floor(slot) }
    },
  }
}
