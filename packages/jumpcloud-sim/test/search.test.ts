// Search of V1 over HTTP: the forms that scripts send, and what is refused because it would find everybody.
import { createServer } from 'node:http'
import request from 'supertest'
import { beforeEach, expect, test } from 'vitest'
import { addPeople, createWorld, type World } from './world.ts'

let world: World
let apiKey: string

beforeEach(async () => {
  world = createWorld()
  apiKey = String(((await world.act('create-api-key')) as { apiKey: string }).apiKey)
})

const call = (method: 'post', path: string, body: object) =>
  request(createServer(world.org.handle))[method](path).set('x-api-key', apiKey).send(body)

test.each([
  [{ filter: { and: [{ lastname: 'Example' }, { username: 'bo' }] } }, ['bo']],
  [{ filter: { or: [{ username: 'ana' }, { username: { $in: ['cy'] } }] } }, ['ana', 'cy']],
  [{ filter: { and: [{ username: { $ne: 'ana' } }] } }, ['bo', 'cy']],
  [{ searchFilter: { searchTerm: 'CY', fields: ['email'] } }, ['cy']],
  [{ filter: [{ username: 'ana' }] }, ['ana']],
  [{ filter: { username: 'ana' } }, ['ana']],
  [{ filter: [{}], limit: 1000 }, ['ana', 'bo', 'cy']],
  [{ filter: { username: { $regex: '(?i)(^ANA$)' } } }, ['ana']],
  [{ filter: { or: [{ username: 'bo' }, { username: 'cy' }] }, searchFilter: { searchTerm: 'CY' } }, ['cy']],
  [{ sort: '-username' }, ['cy', 'bo', 'ana']],
  [{ limit: 1, skip: 1 }, ['bo']],
  [{ limit: 0, skip: 0 }, ['ana', 'bo', 'cy']],
])('search %j finds %j', async (body, names) => {
  await addPeople(world)
  const answer = await call('post', '/api/search/systemusers', body)
  expect(answer.body.results.map(({ username }: { username: string }) => username)).toEqual(names)
})

test.each([
  [{ filter: { nonsense: 1 } }, '"nonsense"'],
  [{ filters: [{ username: 'ana' }] }, 'filters'],
  [{ searchTerm: { searchField: 'email', searchValue: 'ana@contoso.example' } }, 'searchTerm'],
  [{ searchFilter: { searchTerm: 'a', field: 'email' } }, 'field'],
  [{ searchFilter: { searchTerm: 'a', fields: ['mail'] } }, '"mail"'],
  [{ limit: -1 }, 'limit'],
  [{ filter: { and: [{ nonsense: 1 }] } }, '"nonsense"'],
  [{ filter: { username: { $near: 'ana' } } }, '$near'],
  [{ filter: { username: { $regex: '(' } } }, 'is not valid'],
  [{ filter: { xor: [{ username: 'ana' }] } }, 'xor'],
])('search %j is refused and finds nobody', async (body, message) => {
  await addPeople(world)
  const answer = await call('post', '/api/search/systemusers', body)
  expect([answer.status, answer.body.results]).toEqual([400, undefined])
  expect(answer.body.message).toContain(message)
})

test.each<[string, object, number, number]>([
  ['', {}, 10, 1_010],
  ['', { limit: 10 }, 10, 1_010],
  ['', { limit: 100 }, 100, 1_010],
  ['', { limit: 101 }, 101, 1_010],
  ['', { limit: 1_000 }, 1_000, 1_010],
  ['?limit=1000&skip=0', {}, 1_000, 1_010],
  ['?limit=1000', { limit: 1_000 }, 1_000, 1_010],
  ['', { limit: 1_000, skip: 1_000 }, 10, 1_010],
  ['', { limit: 1_000, skip: 2_000 }, 0, 1_010],
])('with %j and %j a search gives %i of %i', async (query, body, count, total) => {
  for (let number = 0; number < 1_010; number += 1)
    await world.act('create-user', { username: `u${number}`, email: `u${number}@contoso.example` })
  const answer = await call('post', `/api/search/systemusers${query}`, { filter: [{}], ...body })
  expect([answer.body.results?.length, answer.body.totalCount]).toEqual([count, total])
})

test('a search pages by a thousand, in the URL or in the body', async () => {
  for (let number = 0; number < 1_010; number += 1) {
    await world.act('create-user', { username: `u${number}`, email: `u${number}@contoso.example` })
  }
  const first = await call('post', '/api/search/systemusers?limit=1000&skip=0', { filter: [{}], limit: 1000 })
  expect([first.body.totalCount, first.body.results.length]).toEqual([1_010, 1_000])
  const second = await call('post', '/api/search/systemusers?limit=1000&skip=1000', { filter: [{}] })
  expect(second.body.results).toHaveLength(10)
})
