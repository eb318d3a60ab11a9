import type { Exchange } from '@scimulator/shared/provisioning'
import { describe, expect, test } from 'vitest'
import { contoso } from '../../test/engine/tenant-fixture.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import { pacedPorts } from './paced-ports.ts'

const MINUTE_MS = 60_000
const REQUEST = { method: 'GET', url: 'https://scim.example/Users', headers: [] } as const

async function engineWith(requestsPerSecond: number, more: Partial<TenantPorts> = {}): Promise<TenantPorts> {
  const { tenant } = await contoso({ switches: { requestsPerSecond } })
  return pacedPorts({ ...tenant.ports, ...more })
}

describe('requestsPerSecond', () => {
  test('0 leaves the ports as they are', async () => {
    const { tenant } = await contoso()
    expect(pacedPorts(tenant.ports)).toBe(tenant.ports)
  })

  test('in virtual time each request starts later than the one before, also when several are under way', async () => {
    const ports = await engineWith(4)
    const start = ports.now()
    const exchanges = await Promise.all([1, 2, 3, 4, 5].map(() => ports.send(REQUEST)))
    expect(exchanges.map(({ startedAt }) => startedAt - start)).toEqual([0, 250, 500, 750, 1000])
    expect(ports.now() - start).toBe(1000)
  })

  test('in real time they wait before they are sent', async () => {
    const waits: number[] = []
    let time = 0
    const sent: number[] = []
    const ports = await engineWith(10, {
      now: () => time,
      pause: async (ms) => {
        waits.push(ms)
        time += Math.max(0, ms)
      },
      send: async (request): Promise<Exchange> => {
        sent.push(time)
        return { request, startedAt: time, durationMs: 0, failure: { kind: 'reset', message: 'gone' } }
      },
    })
    await ports.send(REQUEST)
    await ports.send(REQUEST)
    time += 5_000
    await ports.send(REQUEST)
    expect(sent).toEqual([0, 100, 5_100])
    expect(waits).toEqual([100])
  })

  test('a cycle that outlasts its interval makes the next one start late, and none overlaps (QA-1233453)', async () => {
    const fixture = await contoso({ switches: { requestsPerSecond: 0.002 } })
    await fixture.do('assign', { users: ['ana', 'cy'] })
    await fixture.do('start')
    // A probe, then a lookup and a POST for each of two people: the last leaves 2,000 s after the first.
    expect(fixture.sent()).toHaveLength(5)
    const { nextCycleAt, status } = (await fixture.view('job')).Lark as {
      nextCycleAt: string
      status: { lastExecution: { timeBegan: string; timeEnded: string } }
    }
    expect(status.lastExecution).toMatchObject({
      timeBegan: '2026-01-05T08:00:00Z',
      timeEnded: '2026-01-05T08:33:20Z',
    })
    expect(nextCycleAt).toBe('2026-01-05T08:40:00Z')
    await fixture.do('assign', { users: ['eve'] })
    await fixture.do('update-user', { user: 'ana', set: { jobTitle: 'Director' } })
    await fixture.do('update-user', { user: 'cy', set: { jobTitle: 'Director' } })
    await fixture.advance(40 * MINUTE_MS)
    // Seven requests, the last 3,000 s after 08:40.
    expect(fixture.sent()).toHaveLength(7)
    expect((await fixture.view('job')).Lark).toMatchObject({ nextCycleAt: '2026-01-05T09:30:00Z' })
  })
})
