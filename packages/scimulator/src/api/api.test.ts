import { describe, expect, test } from 'vitest'
import {
  createEntraTenant,
  createJumpCloudOrg,
  createReceiver,
  createWorld,
  runScenario,
  testEndpoint,
} from '../index.ts'

describe('a tenant', () => {
  test('starts with the people of a seed, and again after restore', async () => {
    const tenant = createEntraTenant()
    await tenant.loadCompany({ company: { generate: { people: 12, seed: 4 } } })
    const full = tenant.snapshot()
    expect(await tenant.view('users')).toHaveLength(12)
    expect(await tenant.view('groups')).toHaveLength(2)
    tenant.reset()
    expect(await tenant.view('users')).toEqual([])
    tenant.restore(full)
    expect(await tenant.view('users')).toHaveLength(12)
    await tenant.close()
  })

  test('keeps a clock that moves when it is told to', async () => {
    const tenant = createEntraTenant({ start: '2026-03-01T09:00:00Z' })
    await tenant.advance('1d 30m')
    expect(tenant.now()).toBe('2026-03-02T09:30:00Z')
    await expect(tenant.advance('soon')).rejects.toThrow(
      'advance is given "soon"; write a duration such as 40m or 1d 12h.',
    )
    await tenant.close()
  })

  test('refuses what does not exist, and names what does', async () => {
    expect(() => createEntraTenant({ switches: { postActiv: 'string' } })).toThrow('There is no switch "postActiv"')
    expect(() => createEntraTenant({ start: 'now' })).toThrow('start is "now"; write an instant')
    expect(() => createReceiver({ deviations: ['slo'] })).toThrow('There is no deviation "slo". Did you mean "slow"?')
    expect(() => createReceiver({ deviations: ['slow=10ms'] })).toThrow('"slow" does not take "10ms"')
    await createReceiver({ deviations: ['slow=2s'] }).close()
    const tenant = createEntraTenant()
    await expect(tenant.assign({ user: 'nobody' })).rejects.toThrow('no app')
    await expect(tenant.assign({ usr: 'ana' } as object)).rejects.toThrow('Did you mean "user" or "users"?')
    await expect(tenant.view('user' as 'users')).rejects.toThrow('There is no view "user". Did you mean "users"')
    await tenant.close()
  })
})

test('administrators of a receiver sign in where that is asked for', async () => {
  const asked = createReceiver({ adminSignIn: 'required' })
  const open = createReceiver()
  const statusOf = async ({ listen }: typeof open) => (await fetch(`${(await listen()).url}/admin/v1/members`)).status
  expect([await statusOf(asked), await statusOf(open)]).toEqual([401, 200])
  await Promise.all([asked.close(), open.close()])
})

test('a receiver and an organisation serve over HTTP until they are closed', async () => {
  const receiver = createReceiver({ profile: 'rfc', token: 'secret' })
  const { url } = await receiver.listen()
  const users = () => fetch(`${url}/scim/v2/Users`, { headers: { authorization: `Bearer ${receiver.token}` } })
  expect((await users()).status).toBe(200)
  await receiver.close()
  await expect(users()).rejects.toThrow('fetch failed')
  const organisation = createJumpCloudOrg()
  const served = await organisation.listen()
  expect((await fetch(`${served.url}/_scimulator/views/organization`)).status).toBe(200)
  await organisation.close()
})

describe('a world', () => {
  test('provisions from a tenant into its receiver, and shows both and the wire', async () => {
    const world = await createWorld({ profile: 'rfc' })
    const source = { tenantUrl: 'http://receiver.scimulator.test/scim/v2', secretToken: 'none' }
    await world.entra.loadCompany({ company: { generate: { people: 2 } } })
    await world.entra.createApp({ name: 'App' })
    await world.entra.setCredentials(source)
    await world.entra.start()
    await world.advance('40m')
    expect(await world.view('entra.users')).toHaveLength(2)
    expect(world.exchanges().map(({ response }) => response?.status)).toContain(401)
    expect(world.transcript()).toContain('401')
    await expect(world.view('entra.nothing')).rejects.toThrow('entra.nothing cannot be read')
    await world.close()
  })

  test('is apart from every other one', async () => {
    const [one, other] = await Promise.all([createWorld(), createWorld()])
    await one.jumpcloud.loadCompany({ company: { generate: { people: 3 } } })
    expect(await one.view('jumpcloud.users')).toHaveLength(3)
    expect(await other.view('jumpcloud.users')).toEqual([])
    const empty = other.snapshot()
    await other.jumpcloud.loadCompany({ company: { generate: { people: 5 } } })
    other.restore(empty)
    expect(await other.view('jumpcloud.users')).toEqual([])
    expect(() => one.restore({})).toThrow('no snapshot of a world')
    await Promise.all([one.close(), other.close()])
  })
})

test('an endpoint is tested, and its one fault is named', async () => {
  const receiver = createReceiver({ profile: 'rfc', token: 'secret', deviations: ['integer-ids'] })
  const { url } = await receiver.listen()
  const options = { url: `${url}/scim/v2`, token: 'secret', settle: [] }
  const result = await testEndpoint({ ...options, finding: 'integer-ids' })
  expect(result.findings.map(({ id }) => id)).toEqual(['integer-ids'])
  await expect(testEndpoint({ ...options, finding: 'integer-id' })).rejects.toThrow('There is no finding "integer-id"')
  await expect(testEndpoint({ url: 'https://scim.example.com' })).rejects.toThrow('made for tests')
  await receiver.close()
})

test('a world at a target of yours leaves it as it was', async () => {
  const receiver = createReceiver({ profile: 'rfc', token: 'secret' })
  const { url } = await receiver.listen()
  const world = await createWorld({ target: { url: `${url}/scim/v2`, token: 'secret' } })
  await world.entra.loadCompany({ company: { generate: { people: 2 } } })
  await world.entra.createApp({ name: 'App' })
  await world.entra.setSettings({ scope: 'Sync all users and groups' })
  await world.entra.setCredentials({ tenantUrl: `${url}/scim/v2`, secretToken: 'secret' })
  await world.entra.start()
  await world.advance('40m')
  expect(await world.view('directory.users')).toHaveLength(2)
  expect(await world.close()).toEqual([])
  const headers = { authorization: 'Bearer secret' }
  expect(await (await fetch(`${url}/scim/v2/Users`, { headers })).json()).toMatchObject({ totalResults: 0 })
  await receiver.close()
})

test('a scenario runs by its name; its text is that of the command', async () => {
  const runs = await runScenario('receiver/country')
  expect(runs.map(({ result }) => [result.file, result.outcome])).toEqual([
    ['receiver/country.yaml', 'passed'],
    ['receiver/country.yaml', 'passed'],
  ])
  expect(runs[0]?.text).toMatch(/^✓ receiver\/country.yaml/)
  await expect(runScenario('receiver/countr')).rejects.toThrow('Did you mean "receiver/country"?')
})
