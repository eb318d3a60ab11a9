import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import request from 'supertest'
import { expect, test } from 'vitest'
import { createReceiver, openReceiver } from '../../src/index.ts'
import { ana, createUsers, group, onEveryHost, openClient, user } from './service-provider.ts'

const rfc = { profile: 'rfc', sources: [{ token: 'secret' }] } as const
const bearer = { authorization: 'Bearer secret', 'content-type': 'application/scim+json' }

onEveryHost((open) => {
  test('reset empties everything and keeps the door open', async () => {
    const client = open()
    const [id = ''] = await createUsers(client, 'ana')
    await client.create('/Groups', group('Sales', [id]))
    client.receiver.reset()
    expect((await client.get('/')).body.totalResults).toBe(0)
    expect((await client.create('/Users', user('ana'))).body.id).toBe(id)
  })

  test('restore brings back what snapshot saw, ids and order included', async () => {
    const client = open()
    const [first = '', second = ''] = await createUsers(client, 'ana', 'bo')
    const { body: sales } = await client.create('/Groups', group('Sales', [second, first]))
    const snapshot: unknown = JSON.parse(JSON.stringify(client.receiver.snapshot()))
    const before = placeless((await client.get('/')).body)
    await client.send('DELETE', `/Users/${first}`)
    await client.patch(`/Groups/${sales.id}`, { op: 'replace', path: 'displayName', value: 'Marketing' })
    const [third] = await createUsers(client, 'cy')
    client.receiver.restore(snapshot)
    expect(placeless((await client.get('/')).body)).toEqual(before)
    expect(await createUsers(client, 'cy')).toEqual([third])
  })

  test('a closed receiver answers 503', async () => {
    const client = open()
    await createUsers(client, 'ana')
    await client.receiver.ledger.store.close()
    for (const answer of [await client.get('/Users'), await client.create('/Users', user('bo'))]) {
      expect([answer.status, answer.body.status]).toEqual([503, '503'])
    }
  })

  test('an answer waits for the journal, and is 503 when that fails', async () => {
    const client = open()
    const { store } = client.receiver.ledger
    store.durable = () => Promise.reject(new Error('disk full'))
    const answer = await client.create('/Users', user('ana'))
    expect([answer.status, answer.headers.location]).toEqual([503, undefined])
  })
})

test('a fault of our own is a bare 500, told to whoever asked for it', async () => {
  const faults: unknown[] = []
  const client = openClient({ name: 'node:http', mountPath: '' }, { onFault: (fault) => faults.push(fault) })
  client.receiver.ledger.directory.organisation = () => {
    throw new Error('secret detail')
  }
  const answer = await client.get('/Users')
  expect([answer.status, JSON.stringify(answer.body)]).toEqual([500, expect.not.stringContaining('secret detail')])
  expect(faults).toEqual([new Error('secret detail')])
})

test('the handler answers without any server', async () => {
  const receiver = createReceiver(rfc)
  const body = Buffer.from(JSON.stringify(ana))
  const rawHeaders = ['AUTHORIZATION', 'bearer secret']
  const target = '/scim/v2/Users'
  const answer = await receiver.scim({ method: 'POST', target, rawHeaders, body, baseUrl: 'http://here' })
  expect([answer.status, answer.headers.location]).toEqual([
    201,
    expect.stringMatching(/^http:\/\/here\/scim\/v2\/Users\//),
  ])
})

test('behind a body parser the body is read all the same', async () => {
  const receiver = createReceiver(rfc)
  const app = express()
  app.use(express.json({ type: ['application/scim+json', 'application/json'] }))
  app.use(receiver.router)
  const answer = await request(app).post('/scim/v2/Users').set(bearer).send(JSON.stringify(ana))
  expect(answer.status).toBe(201)
})

test('a receiver on a folder has everything after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'receiver-'))
  try {
    const first = await openReceiver(folder, rfc)
    const created = await request(first.handle).post('/scim/v2/Users').set(bearer).send(JSON.stringify(ana))
    const { id } = JSON.parse(created.text)
    await request(first.handle)
      .post('/scim/v2/Groups')
      .set(bearer)
      .send(JSON.stringify(group('Sales', [id])))
    await first.close()
    const second = await openReceiver(folder, rfc)
    const read = await request(second.handle).get(`/scim/v2/Users/${id}`).set(bearer)
    expect(JSON.parse(read.text)).toMatchObject({ ...ana, id, groups: [{ display: 'Sales' }] })
    await second.close()
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('it listens, is stopped, and gives its port back', async () => {
  const receiver = createReceiver(rfc)
  const { url, port } = await receiver.listen()
  expect((await request(url).get('/scim/v2/Users').set(bearer)).status).toBe(200)
  const rival = createReceiver(rfc)
  await expect(rival.listen({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`)
  await receiver.close()
  await rival.listen({ port })
  await rival.close()
})

/** Each request of a test finds the server on another port. */
function placeless(body: object): string {
  return JSON.stringify(body).replace(/127\.0\.0\.1:\d+/g, 'host')
}
