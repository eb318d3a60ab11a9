// An endpoint that is right and lives among others: reads lag behind writes by up to a second, and a colleague makes and deletes people all
// the while. Nothing of it is a finding.
import { createReceiver } from '@scimulator/receiver'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { expect, test } from 'vitest'
import { type ScimHandler, testEndpoint } from '../../src/examine/index.ts'

function chance(seed: number): () => number {
  let state = seed * 7_919 + 11
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

function receiver(run: number): ScimHandler {
  // The same seed gives the same ids, so that what is replayed in order comes to the same.
  const ids = createSeededIds(run, 'lark')
  const sources = [{ token: 'secret' }]
  return createReceiver({ schedule: createVirtualSchedule(0), ids, profile: 'rfc', sources }).scim
}

/** Writes go to one place; reads come from copies of it, each of which hears of a write a while later, up to a second. */
function lagging(run: number, now: () => number, random: () => number): ScimHandler {
  const primary = receiver(run)
  const copies = [0, 350, 700, 1_000].map((lag) => ({ lag, handler: receiver(run), done: 0, heard: Promise.resolve() }))
  const writes: { readonly at: number; readonly request: Parameters<ScimHandler>[0] }[] = []
  return async (request) => {
    if (request.method !== 'GET') {
      writes.push({ at: now(), request })
      return primary(request)
    }
    const copy = copies[Math.floor(random() * copies.length)]
    if (!copy) return primary(request)
    const due = writes.slice(copy.done).filter(({ at }) => at + copy.lag <= now())
    copy.done += due.length
    // One after the other, as they were written.
    copy.heard = copy.heard.then(async () => {
      for (const write of due) await copy.handler(write.request)
    })
    await copy.heard
    return copy.handler(request)
  }
}

/** Between two requests of ours somebody else makes a person, and deletes the one before. */
function withColleague(next: ScimHandler, random: () => number): ScimHandler {
  let last: string | undefined
  let count = 0
  const request = (method: string, path: string, body = '') =>
    next({
      method,
      target: `/scim/v2${path}`,
      rawHeaders: ['Authorization', 'Bearer secret', ...(body === '' ? [] : ['Content-Type', 'application/scim+json'])],
      body: new TextEncoder().encode(body),
      baseUrl: 'http://receiver.scimulator.test',
    })
  return async (ours) => {
    if (random() < 0.1) {
      count += 1
      if (last !== undefined) await request('DELETE', `/Users/${last}`)
      const body = {
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        userName: `colleague-${count}@example.net`,
      }
      const made = await request('POST', '/Users', JSON.stringify(body))
      last = String(JSON.parse(made.body).id)
    }
    return next(ours)
  }
}

test.each(Array.from({ length: 20 }, (_, index) => index + 1))(
  'run %i has no finding, and the same verdict',
  async (run) => {
    const random = chance(run)
    let clock = 0
    const now = () => clock
    const handler = withColleague(lagging(run, now, random), random)
    const result = await testEndpoint({
      handler: async (request) => {
        clock += random() * 40
        return handler(request)
      },
      url: 'http://receiver.scimulator.test/scim/v2',
      token: 'secret',
      now,
      settle: [200, 1_000, 3_000],
      pause: async (ms) => {
        clock += ms
      },
    })
    expect({
      findings: result.findings.map(({ id }) => id),
      unexplained: result.unexplained.map(({ what }) => what),
    }).toEqual({
      findings: [],
      unexplained: [],
    })
    expect(Object.values(result.verdicts).map(({ verdict }) => verdict)).toEqual(['works', 'works', 'works', 'works'])
  },
)
