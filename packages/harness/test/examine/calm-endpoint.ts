// A right endpoint that lives among others: reads lag behind writes by up to a second, and a colleague makes and deletes people all the while.
import { createReceiver } from '@scimulator/receiver'
import { createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import type { ScimHandler } from '../../src/examine/index.ts'

export function chance(seed: number): () => number {
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
  return createReceiver({
    schedule: createVirtualSchedule(Date.parse('2026-01-05T09:00:00Z')),
    ids,
    profile: 'rfc',
    sources,
  }).scim
}

/** Writes go to one place; reads come from copies of it, each of which hears of a write a while later, up to a second. */
export function lagging(run: number, now: () => number, random: () => number): ScimHandler {
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
export function withColleague(next: ScimHandler, random: () => number): ScimHandler {
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
