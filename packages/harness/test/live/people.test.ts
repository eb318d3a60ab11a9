import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Opened, openedWorld } from './opened.ts'

let opened: Opened

beforeEach(async () => {
  opened = await openedWorld()
  await opened.act('world.set-up', { provider: 'entra' })
})
afterEach(() => opened.close())

async function somebody(): Promise<string> {
  const { items } = await opened.look('entra.users', '?limit=1')
  return String(items[0]?.key)
}

function sought(key: string): string {
  return `?of=${encodeURIComponent(key)}`
}

test('somebody is found at every program by a part of the address, and groups and applications by name', async () => {
  const key = await somebody()
  const { items } = await opened.look('world.find', `?text=${encodeURIComponent(key.slice(0, 8).toUpperCase())}`)
  const places = items.filter(({ value }) => value.key === key).map(({ value }) => value.program)
  expect(places).toEqual(['entra', 'jumpcloud', 'receiver'])
  const apps = await opened.look('world.find', '?text=Sync%20App')
  expect(apps.items.map(({ value }) => [value.kind, value.program])).toContainEqual(['application', 'receiver'])
  expect((await opened.look('world.find', '?text=%20')).total).toBe(0)
})

test('a person is one at all programs, whichever key or id is asked for', async () => {
  const key = await somebody()
  const [one] = (await opened.look('world.object', sought(key))).items
  const sides = one?.value.sides as readonly { program: string; id: string }[]
  expect(sides.map(({ program }) => program)).toEqual(['entra', 'jumpcloud', 'receiver'])
  for (const { id } of sides.filter(({ program }) => program !== 'jumpcloud')) {
    const [same] = (await opened.look('world.object', sought(id))).items
    expect(same?.value.sides).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ program: 'entra' }),
        expect.objectContaining({ program: 'receiver' }),
      ]),
    )
  }
  expect((await opened.look('world.object', sought('nobody@contoso.example'))).total).toBe(0)
})

test('who has another address at the receiver is the same by the link', async () => {
  const key = await somebody()
  const [member] = (await opened.look('lark.members', `?where=externalID:${encodeURIComponent(key)}`)).items
  await opened.act('entra.update-user', { user: key, set: { mail: 'other@contoso.example' } })
  await opened.act('entra.run-cycle')
  const [one] = (await opened.look('world.object', sought(key))).items
  const sides = one?.value.sides as readonly { program: string; id: string }[]
  expect(sides.filter(({ program }) => program === 'receiver').map(({ id }) => id)).toEqual([member?.value.id])
})

test('the history of a leaver goes from the request that created to the one that deactivated, with what the logs say', async () => {
  const key = await somebody()
  await opened.act('entra.delete-user', { user: key })
  await opened.act('world.advance', { by: '40m' })
  const [one] = (await opened.look('world.object', sought(key))).items
  const history = one?.value.history as readonly Record<string, unknown>[]
  const told = (log: string) => history.filter((entry) => entry.log === log).map(({ action }) => action)
  expect(told('sync-log')[0]).toBe('created')
  expect(told('sync-log').at(-1)).toBe('deactivated')
  expect(told('traffic')).toEqual(expect.arrayContaining(['POST', 'PATCH']))
  expect(told('provisioning-logs')[0]).toBe('create')
  const last = history.findLast(({ log }) => log === 'sync-log')
  const request = history.find(({ log, seq }) => log === 'traffic' && seq === last?.seq)
  expect(request).toMatchObject({ action: 'PATCH', outcome: 'good' })
  const times = history.map(({ at }) => Date.parse(String(at)))
  expect(times).toEqual([...times].sort((a, b) => a - b))
})
