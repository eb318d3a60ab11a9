// Fastify with node:test.
import { after, before, test } from 'node:test'
import { entra } from 'scimulator'
import { startApp } from './app.js'

let app
before(async () => {
  app = await startApp({ deviations: process.env.FAULT ? [process.env.FAULT] : [] })
})
after(() => app.stop())

test('somebody who leaves loses the account', async () => {
  const { url, token } = app
  const tenant = await entra({ url, token }, { suffix: false })
  try {
    await tenant.loadCompany({ company: { generate: { people: 3 } } })
    await tenant.setSettings({ scope: 'Sync all users and groups' })
    await tenant.start()
    const [leaver] = await tenant.view('entra.users')
    await tenant.deleteUser({ user: leaver.key })
    await tenant.advance('40m')
    await tenant.expect('directory.users', { where: { active: false }, count: 1 })
  } finally {
    await tenant.close()
  }
})
