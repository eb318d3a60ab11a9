// Guessing at an administrator's password.
import { SIGN_IN_LIMITS } from '@scimulator/shared/http'
import request from 'supertest'
import { expect, test } from 'vitest'
import { company } from '../lark/company.ts'

test('an address that fails too often waits, and requests with a token go on', async () => {
  const { receiver, act, advance } = company({ adminSignIn: 'required' })
  const { token = '' } = await act('create-personal-token', {
    administrator: 'primary.administrator@default.example',
  })
  const ask = () =>
    request(receiver.handle).post('/admin/v1/session').send({ email: 'nobody@x.io', password: 'a guess' })
  for (let n = 0; n < SIGN_IN_LIMITS.perUser; n += 1) expect((await ask()).status).toBe(403)
  const refused = await ask()
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, '60'])
  const others = request(receiver.handle).get('/admin/v1/session').set('authorization', `Bearer ${token}`)
  expect((await others).status).toBe(200)
  await advance('1m')
  expect((await ask()).status).toBe(403)
})
