// Express with vitest. The app is the one in examples/express-endpoint; FAULT turns one of its bugs on.
import { entra, jumpcloud, scenario } from 'scimulator/vitest'
import { afterAll, beforeAll, test } from 'vitest'
import { createApp } from '../../express-endpoint/app.mjs'

let server
let app

beforeAll(async () => {
  const faults = new Set(process.env.FAULT ? [process.env.FAULT] : [])
  server = createApp({ token: 'secret', faults }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  app = { url: `http://127.0.0.1:${server.address().port}/scim/v2`, token: 'secret' }
})
afterAll(() => server.close())

test('somebody who leaves loses the account, and gets it back on return', async () => {
  const tenant = await entra(app, { suffix: false })
  await tenant.loadCompany({ company: { generate: { people: 3 } } })
  await tenant.setSettings({ scope: 'Sync all users and groups' })
  await tenant.start()
  await tenant.expect('directory.users', { count: 3, each: { active: true } })

  const [leaver] = await tenant.view('entra.users')
  await tenant.deleteUser({ user: leaver.key })
  await tenant.advance('40m')
  await tenant.expect('directory.users', { where: { active: false }, count: 1 })

  await tenant.restoreUser({ user: leaver.key })
  await tenant.advance('40m')
  await tenant.expect('directory.users', { count: 3, each: { active: true } })
}, 60_000)

test('JumpCloud pushes the people of a bound group', async () => {
  const organisation = await jumpcloud(app)
  await organisation.loadCompany({ company: { generate: { people: 2, groups: 1 } } })
  const [group] = await organisation.view('jumpcloud.groups')
  await organisation.bindGroup({ group: group.key })
  await organisation.advance('1m')
  await organisation.expect('directory.groups', { include: { [group.key]: {} } })
}, 60_000)

test('a scenario file', async () => {
  await scenario('entra/soft-delete-and-restore', app)
}, 60_000)
