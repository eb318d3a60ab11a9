// mocha, with Express.
import express from 'express'
import { entra } from 'scimulator'
import { receiverMiddleware } from 'scimulator/express'

let server
let scim
let tenant

before(async () => {
  const deviations = process.env.FAULT ? [process.env.FAULT] : []
  scim = receiverMiddleware({ profile: 'rfc', token: 'secret', deviations })
  server = express().use(scim).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${server.address().port}/scim/v2`
  tenant = await entra({ url, token: 'secret' }, { suffix: false })
})

after(async () => {
  await tenant.close()
  await new Promise((resolve) => server.close(resolve))
  await scim.receiver.close()
})

it('loses the account of somebody who leaves', async () => {
  await tenant.loadCompany({ company: { generate: { people: 3 } } })
  await tenant.setSettings({ scope: 'Sync all users and groups' })
  await tenant.start()
  const [leaver] = await tenant.view('entra.users')
  await tenant.deleteUser({ user: leaver.key })
  await tenant.advance('40m')
  await tenant.expect('directory.users', { where: { active: false }, count: 1 })
}).timeout(60_000)
