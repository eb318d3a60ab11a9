// An import (O501 to O515): pages of a hundred, exact matches linked, the others counted.
import { expect, test } from 'vitest'
import { createEndpoint } from './endpoint.ts'
import { createWorld, withAna } from './world.ts'

/** An endpoint of 250 people, of whom one is inactive and the last is Ana. */
function people() {
  return Array.from({ length: 250 }, (_, at) => ({
    ...{ id: `p${at}`, userName: at === 249 ? 'ana@example.com' : `p${at}@example.com`, active: at !== 7 },
  }))
}

test('reads everybody, a hundred at a time, and links who fits without a POST', async () => {
  const endpoint = createEndpoint({ users: people() })
  const world = createWorld(endpoint.reply)
  await withAna(world)
  const result = await world.act('import-users')
  expect(world.traffic()).toEqual([1, 101, 201].map((start) => `GET /Users?startIndex=${start}&count=100`))
  expect(result).toMatchObject({ scanned: 249, matched: ['ana@example.com'], unchanged: 0 })
  expect(Object(result).unmatched).toHaveLength(248)
  expect((await world.see('links'))[0]?.value.targetId).toBe('p249')
  expect(await world.act('import-users')).toMatchObject({ matched: [], unchanged: 1 })
  world.traffic()
  await world.act('update-user', { user: 'ana@example.com', set: { title: 'Buyer' } })
  expect(world.traffic()).toEqual(['GET /Users/p249', 'PUT /Users/p249'])
})

test('a person is matched by the primary email where no user name fits', async () => {
  const emails = [{ value: 'no@example.com' }, { value: 'ana@example.com', primary: true }]
  const world = createWorld(createEndpoint({ users: [{ id: 'p1', userName: 'ana', emails }] }).reply)
  await withAna(world)
  expect(await world.act('import-users')).toMatchObject({ matched: ['ana@example.com'], unmatched: [] })
})

test('a page that is no list ends the import, and nobody is linked', async () => {
  const endpoint = createEndpoint({ users: people() })
  const world = createWorld((request) =>
    request.url.includes('startIndex=201') ? { json: { totalResults: '250' } } : endpoint.reply(request),
  )
  await withAna(world)
  await expect(world.act('import-users')).rejects.toThrow('Import failed: No results for users returned')
  expect(await world.see('links')).toEqual([])
})
