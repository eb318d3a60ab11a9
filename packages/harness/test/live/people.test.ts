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
  expect(places).toEqual(['entra', 'jumpcloud', 'okta', 'receiver'])
  const apps = await opened.look('world.find', '?text=Sync%20App')
  expect(apps.items.map(({ value }) => [value.kind, value.program])).toContainEqual(['application', 'receiver'])
  expect((await opened.look('world.find', '?text=%20')).total).toBe(0)
})

test('a person is one at all programs, whichever key or id is asked for', async () => {
  const key = await somebody()
  const [one] = (await opened.look('world.object', sought(key))).items
  const sides = one?.value.sides as readonly { program: string; id: string }[]
  expect(sides.map(({ program }) => program)).toEqual(['entra', 'jumpcloud', 'okta', 'receiver'])
  for (const { id } of sides.filter(({ program }) => ['entra', 'receiver'].includes(program))) {
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

test('of somebody whom Okta sends, its links and its System Log are told', async () => {
  await opened.act('world.start-over')
  await opened.act('world.set-up', { provider: 'okta' })
  const [person] = (await opened.look('okta.users', '?where=status:ACTIVE&limit=1')).items
  const [link] = (await opened.look('okta.links')).items.filter(({ key }) => key === person?.key)
  const login = 'other@contoso.example'
  await opened.act('okta.update-user', { user: person?.key, set: { login, email: login } })
  const [one] = (await opened.look('world.object', sought(String(link?.value.targetId)))).items
  expect(one?.value.sides).toContainEqual(expect.objectContaining({ program: 'okta', key: login }))
  await opened.act('okta.deactivate-user', { user: login })
  const [same] = (await opened.look('world.object', sought(login))).items
  const history = same?.value.history as readonly Record<string, unknown>[]
  const told = (log: string) =>
    history.filter((entry) => entry.log === log).map(({ action, detail }) => [action, detail])
  expect(told('system-log').slice(0, 2)).toEqual([
    ['Add user to application membership', 'Lark'],
    ['Verify user exists in external application', 'Lark'],
  ])
  expect(told('traffic').at(-1)?.[0]).toBe('PUT')
  const found = await opened.look('world.find', `?text=${encodeURIComponent(String(same?.value.name))}`)
  expect(found.items.map(({ value }) => value.program)).toContain('okta')
  const apps = await opened.look('world.find', '?text=lark')
  expect(apps.items.map(({ value }) => [value.kind, value.program])).toContainEqual(['application', 'okta'])
})
