// "Test Connector Configuration" reads two users and says what it found (O121, O123, O124, O127 to O129).
import { expect, test } from 'vitest'
import { createWorld, NOBODY, withAna } from './world.ts'

test.each([
  ['an empty list', NOBODY, undefined],
  ['something that is no list', { json: { id: 'a1' } }, 'No results for users returned'],
  [
    '401',
    { status: 401, json: { detail: 'bad token' } },
    'Error authenticating: Unauthorized. Errors reported by remote server: bad token',
  ],
  ['nothing in time', { ...NOBODY, durationMs: 60_001 }, 'Error authenticating: Read timed out'],
])('%s', async (_name, reply, wrong) => {
  const world = createWorld(() => reply)
  await withAna(world)
  const said = await world.act('test-connector').then(
    () => undefined,
    ({ message }: Error) => message,
  )
  expect(world.traffic()).toEqual(['GET /Users?startIndex=1&count=2'])
  expect(said).toBe(wrong)
  // It is no provisioning: nothing waits to be sent again.
  expect(await world.tasks()).toEqual([])
})

test('it is refused before there is a connection', async () => {
  const world = createWorld(() => NOBODY)
  await world.act('create-application', { label: 'App', kind: 'wizard' })
  await expect(world.act('test-connector')).rejects.toThrow('Enable provisioning before the connector is tested.')
  expect(world.traffic()).toEqual([])
})
