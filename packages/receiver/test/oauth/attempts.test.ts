// Guessing at a client's secret: after so many failures nothing is compared until the wait is over, whatever is shown.
import { SIGN_IN_LIMITS } from '@scimulator/shared/http'
import { expect, test } from 'vitest'
import { hosts, openClient, TOKEN } from '../scim/service-provider.ts'

const [plain = { name: '', mountPath: '' }] = hosts
const FORM = { 'content-type': 'application/x-www-form-urlencoded', authorization: '' }
const client = { id: 'cid', secret: 'right' }

function open() {
  const http = openClient(plain, { sources: [{ token: TOKEN, client }] })
  const ask = (secret: string, id = client.id) => {
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret })
    return http.sendTo('/oauth/token', 'POST', form.toString(), FORM)
  }
  return { ...http, ask }
}

test('a client that fails too often waits, with the right secret too; others and SCIM go on', async () => {
  const { ask, get, schedule } = open()
  for (let n = 0; n < SIGN_IN_LIMITS.perUser; n += 1) expect((await ask(`guess ${n}`)).status).toBe(401)
  const refused = await ask(client.secret)
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, '60'])
  expect(refused.body).toMatchObject({ error_description: expect.stringContaining('Try again in 60 s') })
  expect((await ask('x', 'another')).status).toBe(401)
  expect((await get('/Users')).status).toBe(200)
  await schedule.advanceTo(schedule.now() + SIGN_IN_LIMITS.windowMs)
  expect((await ask(client.secret)).status).toBe(200)
})

test('who signs in is never kept waiting, however often', async () => {
  const { ask } = open()
  for (let n = 0; n < 3 * SIGN_IN_LIMITS.perUser; n += 1) {
    expect((await ask(client.secret)).status).toBe(200)
    if (n % 2 === 0) expect((await ask('mistyped')).status).toBe(401)
  }
})

test('one address that tries many clients waits', async () => {
  const { ask } = open()
  for (let n = 0; n < SIGN_IN_LIMITS.perAddress; n += 1) expect((await ask('x', `client ${n}`)).status).toBe(401)
  expect((await ask('x', 'one more')).status).toBe(429)
})
