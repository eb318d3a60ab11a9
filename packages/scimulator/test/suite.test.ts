// Entra ID and JumpCloud in a suite of one's own, at an Express app that the suite has started.
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { entra, jumpcloud, scenario } from '../src/vitest.ts'
import { type RunningApp, startApp } from './express-app.ts'

const running: RunningApp[] = []
afterEach(() => {
  for (const app of running.splice(0)) app.stop()
})

async function start(...faults: readonly string[]): Promise<RunningApp> {
  const app = await startApp(...faults)
  running.push(app)
  return app
}

const COMPANY = {
  name: 'Contoso',
  domain: 'contoso.example',
  people: [
    { key: 'ana', displayName: 'Ana', email: 'ana@contoso.example' },
    { key: 'ben', displayName: 'Ben', email: 'ben@contoso.example' },
  ],
  groups: [{ name: 'Sales', members: ['ana', 'ben'] }],
}

async function hired(app: RunningApp, options?: Parameters<typeof entra>[1]) {
  const tenant = await entra(app, options)
  await tenant.loadCompany({ company: COMPANY })
  await tenant.assign({ users: ['ana', 'ben'] })
  await tenant.start()
  return tenant
}

describe('entra', { timeout: 60_000 }, () => {
  test('provisions people under their own names; the app has them, and loses them at the end', async () => {
    const app = await start()
    const tenant = await hired(app)
    await tenant.expect('directory.users', { exactly: ['ana@contoso.example', 'ben@contoso.example'] })
    await tenant.deleteUser({ user: 'ana' })
    await tenant.advance('40m')
    await tenant.expect('directory.users', { where: { active: false }, count: 1 })
    expect(await tenant.close()).toEqual([])
    const other = await entra(app)
    expect(await other.view('directory.users')).toEqual([])
  })

  test('a failed expectation says who, after which step, what was sent and answered, and what explains it', async () => {
    const tenant = await hired(await start('string-false-is-true'), { suffix: false })
    await tenant.deleteUser({ user: 'ana' })
    await tenant.advance('40m')
    const failure = await tenant
      .expect('directory.users', { each: { active: true }, where: { displayName: 'Ben' } })
      .then(() => tenant.expect('directory.users', { where: { displayName: 'Ana' }, each: { active: false } }))
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ name: 'AssertionError' })
    const { message } = failure as Error
    expect(message).toMatch(/^directory\.users is not as expected\.\n {2}\S+ana@contoso\.example is not as expected\n/)
    expect(message).toContain('active\n      - expected false\n      + actual   true')
    expect(message).toMatch(/after advance\("40m"\), which sent\n {2}PATCH \/scim\/v2\/Users\/\S+ → 20/)
    expect(message).toMatch(/> .*"False"/)
    expect(message).toContain('finding string-false-is-true: "False" as text is taken for true.')
    expect(message).toContain('Read "True" and "False", in any case, as booleans')
    expect(message).not.toContain(app(running).token)
  })

  test('at an app without that fault no finding is made up', async () => {
    const tenant = await hired(await start())
    const failure = await tenant
      .expect('directory.users', { where: { displayName: 'Ana' }, each: { active: false } })
      .catch((error: Error) => error.message)
    expect(failure).toContain('after entra.start(), which sent')
    expect(failure).not.toContain('finding')
  })

  test('a step that cannot be done rejects with the way out; an expectation of nothing is refused', async () => {
    const tenant = await hired(await start())
    await expect(tenant.assign({ user: 'anna' })).rejects.toThrow('"anna"')
    await expect(tenant.expect('directory.users', {})).rejects.toThrow('at least one of count, include')
    await expect(tenant.expect('directory.people', { count: 0 })).rejects.toThrow('cannot be read')
  })

  test('goes back to a snapshot, and to nothing', async () => {
    const tenant = await hired(await start())
    const then = tenant.snapshot()
    await tenant.createUser({ userPrincipalName: 'cy@contoso.example', displayName: 'Cy' })
    expect(await tenant.view('entra.users')).toHaveLength(3)
    tenant.restore(then)
    expect(await tenant.view('entra.users')).toHaveLength(2)
    tenant.reset()
    expect(await tenant.view('entra.users')).toEqual([])
  })

  test('an app that is no SCIM endpoint is said to be none, at once', async () => {
    const { url, token } = await start()
    await expect(entra({ url: url.replace('/scim/v2', '/api'), token })).rejects.toThrow(/404/)
    await expect(entra({ url, token: 'wrong' })).rejects.toThrow(/401/)
  })
})

describe('jumpcloud', { timeout: 60_000 }, () => {
  test('is tested, activated, and pushes the people of a group', async () => {
    const organisation = await jumpcloud(await start())
    await organisation.loadCompany({ company: COMPANY })
    await organisation.bindGroup({ group: 'Sales' })
    await organisation.advance('1m')
    await organisation.expect('directory.users', { count: 2, each: { active: true } })
    await organisation.expect('directory.groups', { include: { Sales: {} } })
  })

  test('an app that fails the connection test is refused with what came', async () => {
    const app = await start('groups-missing')
    await expect(jumpcloud(app)).rejects.toThrow(/Connection test failed.*404/s)
  })
})

describe('scenario', { timeout: 60_000 }, () => {
  test('runs a scenario that ships inside at the app', async () => {
    const runs = await scenario('entra/soft-delete-and-restore', await start())
    expect(runs.map(({ result }) => result.outcome)).toContain('passed')
  })

  test('one that fails rejects with what the command prints', async () => {
    const app = await start('string-false-is-true')
    await expect(scenario('entra/help-page', app)).rejects.toThrow(/✗ entra\/help-page.yaml[\s\S]*expected/)
  })
})

test('sessions of tests that run side by side do not meet', async () => {
  const app = await start()
  const apart = { ...app, mine: false }
  const [one, other] = await Promise.all([entra(apart), entra(apart)])
  await Promise.all(
    [one, other].map(async (tenant) => {
      await tenant.loadCompany({ company: COMPANY })
      await tenant.assign({ users: ['ana', 'ben'] })
      await tenant.start()
      await tenant.expect('directory.users', { exactly: ['ana@contoso.example', 'ben@contoso.example'] })
    }),
  )
  onTestFinished(() => expect(running).toEqual([]))
})

function app([first]: readonly RunningApp[]): RunningApp {
  if (!first) throw new Error('No app is running')
  return first
}
