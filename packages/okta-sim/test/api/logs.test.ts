// The System Log by the API (O709 to O713, O716, O945).
import { describe, expect, test } from 'vitest'
import { createSurface, nextOf, person, type Surface } from './surface.ts'

const LOGS = '/api/v1/logs'
const DAY_MS = 86_400_000

async function types({ ask }: Surface, query: string): Promise<readonly string[]> {
  const { body } = await ask('get', `${LOGS}${query}`)
  return body.map(({ eventType }: { readonly eventType: string }) => eventType)
}

async function withPeople(...names: string[]): Promise<Surface> {
  const surface = await createSurface()
  for (const name of names) await surface.ask('post', '/api/v1/users', person(name))
  return surface
}

describe('the log', () => {
  test('an event has the fields of Okta', async () => {
    const { ask } = await withPeople('ana')
    const { body } = await ask('get', `${LOGS}?filter=${encodeURIComponent('eventType eq "user.lifecycle.create"')}`)
    expect(body).toMatchObject([
      {
        ...{ eventType: 'user.lifecycle.create', displayMessage: 'Create okta user', severity: 'INFO', version: '0' },
        ...{ outcome: { result: 'SUCCESS', reason: null }, transaction: { type: 'WEB' }, actor: { type: 'User' } },
        target: [{ type: 'User', alternateId: 'ana@example.com', displayName: 'ana Berg' }],
        published: '2026-01-05T08:00:00.000Z',
      },
    ])
  })

  test('unasked it begins seven days ago; since and until bound it', async () => {
    const surface = await withPeople('ana')
    const { schedule } = surface.world
    const began = new Date(schedule.now()).toISOString()
    await schedule.advanceTo(schedule.now() + 8 * DAY_MS)
    await surface.ask('post', '/api/v1/users', person('bo'))
    expect(await types(surface, '')).toEqual(['user.lifecycle.create'])
    expect(await types(surface, `?since=${began}`)).toHaveLength(3)
    expect(await types(surface, `?since=${began}&until=${new Date(schedule.now()).toISOString()}`)).toHaveLength(2)
  })

  test('an open question is led on always, one that is bounded or goes down ends', async () => {
    const { ask } = await withPeople('ana', 'bo')
    const open = await ask('get', `${LOGS}?limit=1000`)
    const again = await ask('get', nextOf(open.headers) ?? '')
    expect([again.body, nextOf(again.headers)]).toEqual([[], nextOf(open.headers)])
    await ask('post', '/api/v1/users', person('cy'))
    expect((await ask('get', nextOf(again.headers) ?? '')).body).toMatchObject([{ eventType: 'user.lifecycle.create' }])
    const first = await ask('get', `${LOGS}?sortOrder=DESCENDING&limit=3`)
    const second = await ask('get', nextOf(first.headers) ?? '')
    const all = [...first.body, ...second.body].map(({ target: [one] }) => one.displayName)
    expect(all).toEqual(['cy Berg', 'bo Berg', 'ana Berg', 'script'])
    expect(nextOf(second.headers)).toBeUndefined()
  })

  test('filter takes every operator but brackets; q takes words in any case', async () => {
    const surface = await withPeople('ana', 'bo')
    const asked = (filter: string) => types(surface, `?filter=${encodeURIComponent(filter)}`)
    expect(await asked('target.alternateId ew "example.com" and not (target.displayName sw "bo")')).toHaveLength(1)
    expect(await asked('outcome.reason pr')).toEqual([])
    expect(await types(surface, '?q=BERG+ana')).toEqual(['user.lifecycle.create'])
  })

  test.each(['?since=yesterday', '?sortOrder=UP', '?after=x', '?limit=x'])('%s is E0000001', async (query) => {
    const { ask } = await createSurface()
    expect((await ask('get', `${LOGS}${query}`)).body.errorCode).toBe('E0000001')
  })

  test('brackets are E0000031', async () => {
    const { ask } = await createSurface()
    const { body } = await ask('get', `${LOGS}?filter=${encodeURIComponent('target[type eq "User"]')}`)
    expect(body.errorCode).toBe('E0000031')
  })
})
