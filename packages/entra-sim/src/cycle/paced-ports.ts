import type { Exchange, ScimRequest } from '@scimulator/shared/provisioning'
import type { TenantPorts } from '../tenant-ports.ts'

/**
 * The tenant's ports for one activity of a job whose requests leave `requestsPerSecond` apart, from one start to the next. In real time
 * they wait. A virtual clock stands still while a cycle runs: there the time that the waiting would take is added to what the cycle
 * takes for now, so that its log, its end and the start of the next cycle are as late as they would be.
 */
export function pacedPorts(ports: TenantPorts): TenantPorts {
  const { requestsPerSecond } = ports.switches
  if (requestsPerSecond === 0) return ports
  const interval = 1000 / requestsPerSecond
  let next = Number.NEGATIVE_INFINITY
  let reached = Number.NEGATIVE_INFINITY
  const now = () => Math.max(ports.now(), Math.floor(reached))
  return {
    ...ports,
    now,
    async send(request: ScimRequest): Promise<Exchange> {
      const slot = Math.max(now(), next)
      next = slot + interval
      if (ports.pause) {
        if (slot > ports.now()) await ports.pause(slot - ports.now())
        return ports.send(request)
      }
      const exchange = await ports.send(request)
      reached = Math.max(reached, slot)
      return { ...exchange, startedAt: Math.floor(slot) }
    },
  }
}
