import { beforeEach, describe, expect, test } from 'vitest'
import { addPeople, type World } from '../world.ts'
import { openSurface, type Surface } from './surface.ts'

let world: World
let call: Surface['call']

beforeEach(async () => {
  ;({ world, call } = await openSurface())
})

describe('Directory Insights', () => {
  const PATH = '/insights/directory/v1/events'
  const all = { service: ['all'], start_time: '2026-01-01T00:00:00Z' }

  beforeEach(async () => {
    await addPeople(world)
    await world.act('suspend-user', { user: 'bo' })
    await world.advance(3_600_000)
    await world.act('delete-user', { user: 'cy' })
  })

  test('events come oldest first as a bare array, with what is needed to go on in headers', async () => {
    const first = await call('post', PATH, { ...all, limit: 2 })
    expect(first.body.map(({ event_type }: { event_type: string }) => event_type)).toEqual([
      'user_create',
      'user_create',
    ])
    expect(first.headers).toMatchObject({ 'x-result-count': '2', 'x-limit': '2', 'x-sort': 'ASC' })
    const after = JSON.parse(String(first.headers['x-search_after']))
    const second = await call('post', PATH, { ...all, limit: 1, search_after: after })
    expect(second.body).toMatchObject([{ event_type: 'user_create', resource: { username: 'cy' }, success: true }])
  })

  test.each([
    [{ sort: 'DESC', limit: 1 }, ['user_delete']],
    [{ search_term: { and: { event_type: 'user_suspended' } } }, ['user_suspended']],
    [{ search_term: { or: { event_type: ['user_delete', 'group_create'] } } }, ['group_create', 'user_delete']],
    [
      { search_term: { not: { event_type: ['user_create', 'association_change'] } } },
      ['group_create', 'user_update', 'user_suspended', 'user_delete'],
    ],
    [{ search_term: { and: { 'resource.username': 'bo', event_type: 'user_create' } } }, ['user_create']],
    [{ search_term: { and: [{ 'resource.username': 'bo' }, { event_type: 'USER_CREATE' }] } }, ['user_create']],
    [{ search_term: { and: { resource: { username: 'bo' }, event_type: ['user_create'] } } }, ['user_create']],
    [
      { search_term: { or: [{ event_type: 'user_delete' }, { event_type: 'group_create' }] } },
      ['group_create', 'user_delete'],
    ],
    [
      {
        search_term: {
          and: [{ event_type: 'user_create' }, { or: [{ 'resource.username': 'bo' }, { 'resource.username': 'cy' }] }],
        },
      },
      ['user_create', 'user_create'],
    ],
    [
      { search_term: { and: [{ event_type: 'user_create' }, { not: { 'resource.username': ['bo', 'cy'] } }] } },
      ['user_create'],
    ],
    [{ search_term: { or: [{ event_type: 'user_create', 'resource.username': 'CY' }] } }, ['user_create']],
    [{ search_term: { or: {} } }, []],
    [{ search_term: { and: { event_type: [{ toString: {} }, 'user_delete'] } } }, ['user_delete']],
    [{ search_term: { or: { event_type: [{ toString: {}, valueOf: 1 }, null] } } }, []],
    [{ start_time: '2026-01-05T08:30:00Z' }, ['user_delete']],
    [{ end_time: '2026-01-01T08:30:00Z' }, []],
    [{ service: ['ldap'] }, []],
    [{ q: 'ENGINEERING', limit: 1 }, ['group_create']],
  ])('%j finds %j', async (query, types) => {
    const { body } = await call('post', PATH, { ...all, ...query })
    expect(body.map(({ event_type }: { event_type: string }) => event_type)).toEqual(types)
  })

  test.each([
    [{ xor: { event_type: 'user_delete' } }, 'search_term.xor'],
    [{ and: 'user_delete' }, 'search_term.and'],
    [['user_delete'], 'search_term must be an object'],
    [{ event_type: 'user_delete' }, 'search_term.event_type'],
  ])('the term %j is refused: it would find everything', async (search_term, message) => {
    const answer = await call('post', PATH, { ...all, search_term })
    expect([answer.status, answer.body.message]).toEqual([400, expect.stringContaining(message)])
  })

  test('a limit without sense is the default, and fields that do not exist are refused', async () => {
    expect((await call('post', PATH, { ...all, limit: -5 })).headers['x-limit']).toBe('1000')
    expect((await call('post', PATH, { ...all, fields: [] })).status).toBe(400)
    expect((await call('post', PATH, { ...all, fields: ['colour'] })).status).toBe(400)
    expect((await call('post', PATH, { ...all, fields: ['event_type'], limit: 1 })).body).toEqual([
      { event_type: 'user_create' },
    ])
    expect((await call('post', PATH, { service: ['all'] })).status).toBe(400)
  })

  test('counts, distinct values and intervals', async () => {
    expect((await call('post', `${PATH}/count`, all)).body).toEqual({ count: 9 })
    const distinct = await call('post', `${PATH}/distinct`, { ...all, field: 'event_type' })
    expect(distinct.body.buckets[0]).toEqual({ key: 'user_create', doc_count: 3 })
    const hours = await call('post', `${PATH}/interval`, { ...all, interval_unit: 'h' })
    expect(hours.body.buckets).toMatchObject([
      { key_as_string: '2026-01-05T08:00:00.000Z', doc_count: 8 },
      { key_as_string: '2026-01-05T09:00:00.000Z', doc_count: 1 },
    ])
  })
})
