// Clients of the Graph surface wait in real time, while the tenant's own time may be a virtual clock that somebody moves.
import { createServer } from 'node:http'
import { createSeededIds, createVirtualSchedule, DAY_MS } from '@scimulator/shared/runtime'
import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { registerClient } from '../../src/sign-in/index.ts'
import { createEntraTenant } from '../../src/tenant.ts'
import { createResponder } from '../engine/scim-responder.ts'

const START = Date.parse('2026-01-05T08:00:00Z')

function tenantWith(clientTime?: { now: number }) {
  const schedule = createVirtualSchedule(START)
  const clientClock = clientTime && { now: () => clientTime.now }
  const tenant = createEntraTenant({
    schedule,
    ids: createSeededIds(1, 'entra'),
    send: createResponder(schedule).send,
    clients: [registerClient('client', 'secret')],
    ...(clientClock && { clientClock }),
  })
  return { schedule, server: createServer(tenant.handle) }
}

async function signIn(server: ReturnType<typeof createServer>): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: 'client', client_secret: 'secret', scope: 'x/.default' }
  const { body } = await request(server).post('/contoso.example/oauth2/v2.0/token').type('form').send(form)
  return body.access_token
}

async function statusWith(server: ReturnType<typeof createServer>, token: string): Promise<number> {
  return (await request(server).get('/v1.0/users').set('Authorization', `Bearer ${token}`)).status
}

describe('a client with a clock of its own', () => {
  test('keeps its token while the tenant moves a year ahead, and loses it after its own hour', async () => {
    const clientTime = { now: START }
    const { schedule, server } = tenantWith(clientTime)
    const token = await signIn(server)
    await schedule.advanceTo(START + 365 * DAY_MS)
    expect(await statusWith(server, token)).toBe(200)
    clientTime.now += 3_600_000
    expect(await statusWith(server, token)).toBe(401)
  })

  test('without one the token goes with the tenant’s time', async () => {
    const { schedule, server } = tenantWith()
    const token = await signIn(server)
    expect(await statusWith(server, token)).toBe(200)
    await schedule.advanceTo(START + 3_600_000)
    expect(await statusWith(server, token)).toBe(401)
  })
})
