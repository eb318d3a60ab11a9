import { connect } from 'node:net'
import { urns } from '@scimulator/shared/scim'
import { afterEach, expect, test } from 'vitest'
import type { Limits } from '../../src/scim/request/limits.ts'
import { type Client, createUsers, group, hosts, onEveryHost, openClient, TOKEN, user } from './service-provider.ts'

const nested = (depth: number, open: string, close: string, middle = '') =>
  open.repeat(depth) + middle + close.repeat(depth)

onEveryHost((open) => {
  //  body | status
  test.each([
    ['deeply nested arrays', nested(100_000, '[', ']'), 400],
    ['deeply nested objects', nested(50_000, '{"a":', '}', '1'), 400],
    ['a key given twice', '{"userName":"a","userName":"b"}', 400],
    ['a key given twice in another case', '{"userName":"a","USERNAME":"b"}', 400],
    ['a key given twice deep inside', '{"userName":"a","name":{"givenName":"a","givenName":"b"}}', 400],
    ['a number that is none', '{"userName":NaN}', 400],
    ['text after the object', '{"userName":"a"}{}', 400],
    ['a huge body', `{"userName":"${'x'.repeat(70_000)}"}`, 413],
  ])('%s are refused and change nothing', async (_name, body, status) => {
    const client = open({ limits: { maxBodyBytes: body.length > 65_000 && status === 413 ? 65_536 : 8_000_000 } })
    const answer = await client.send('POST', '/Users', body)
    expect([answer.status, answer.body.schemas]).toEqual([status, [urns.error]])
    expect((await client.get('/Users')).body.totalResults).toBe(0)
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'an attribute named %s is no attribute',
    async (name) => {
      const client = open()
      const body = `{"userName":"ana","${name}":{"polluted":true},"name":{"${name}":{"polluted":true}}}`
      // Strict JSON refuses __proto__ wherever it stands; the others are attributes that nobody knows.
      const created = await client.send('POST', '/Users', body)
      expect(created.status).toBe(name === '__proto__' ? 400 : 201)
      const [id] = await createUsers(client, 'bo')
      for (const path of [name, `name.${name}`, `${name}.polluted`, `emails[${name} eq "x"].value`]) {
        const answer = await client.patch(`/Users/${id}`, { op: 'add', path, value: { polluted: true } })
        // No attribute of that name: ignored, or refused where the path itself is broken.
        expect([200, 400]).toContain(answer.status)
      }
      expect((await client.get(`/Users/${id}`)).body.meta.version).toBe('W/"1"')
      expect((await client.get(`/Users?filter=${name}%20pr`)).status).toBe(400)
      expect((await client.get(`/Users?sortBy=${name}`)).status).toBe(400)
      expect(Object.hasOwn((await client.get(`/Users/${id}?attributes=${name}`)).body, name)).toBe(false)
      expect({}).not.toHaveProperty('polluted')
    },
  )

  test('a filter of 100,000 brackets is refused at once', async () => {
    const client = open()
    await createUsers(client, 'ana')
    const filter = nested(100_000, '(', ')', 'id pr')
    const answer = await client.create('/Users/.search', { schemas: [urns.searchRequest], filter })
    expect([answer.status, answer.body.scimType]).toEqual([400, 'invalidFilter'])
  })

  test('a PATCH path of 100,000 brackets and a PATCH of 10,000 operations are answered', async () => {
    const client = open()
    const [id] = await createUsers(client, 'ana')
    const path = `emails[${nested(100_000, '(', ')', 'value pr')}]`
    expect((await client.patch(`/Users/${id}`, { op: 'remove', path })).status).toBe(400)
    const many = (length: number) =>
      Array.from({ length }, (_, at) => ({ op: 'replace', path: 'title', value: `${at}` }))
    expect((await client.patch(`/Users/${id}`, ...many(5_000))).body.title).toBe('4999')
    expect((await client.patch(`/Users/${id}`, ...many(10_000))).status).toBe(413)
  })

  test('a long target is refused', async () => {
    const client = open({ limits: { maxTargetLength: 1_000 } })
    expect((await client.get(`/Users?filter=${'a'.repeat(2_000)}`)).status).toBe(414)
  })

  test('two Authorization headers are refused, even if both are right', async () => {
    const client = open()
    const { url, close } = await client.receiver.listen()
    const lines = [`Authorization: Bearer ${TOKEN}`, `Authorization: Bearer ${TOKEN}`]
    const answer = await raw(url, `GET /scim/v2/Users HTTP/1.1\r\nHost: x\r\n${lines.join('\r\n')}\r\n\r\n`)
    await close()
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain(urns.error)
  })
})

const open: Client[] = []
afterEach(() => Promise.all(open.splice(0).map(({ receiver }) => receiver.close())))

async function listening(limits: Partial<Limits> = {}): Promise<{ client: Client; url: string }> {
  const client = openClient({ name: 'node:http', mountPath: hosts[0]?.mountPath ?? '' }, { limits })
  open.push(client)
  return { client, url: (await client.receiver.listen()).url }
}

const head = (method: string, more: readonly string[] = []) =>
  [`${method} /scim/v2/Users HTTP/1.1`, 'Host: x', `Authorization: Bearer ${TOKEN}`, ...more, '', ''].join('\r\n')

//  request | status
test.each([
  ['a method that node:http knows and SCIM does not', head('PURGE'), 501],
  ['a method that nobody knows', head('FOO'), 501],
  ['a head that is no HTTP', 'GET / FTP/1.1\r\n\r\n', 400],
  ['a head of 200 KB', head('GET', [`X: ${'x'.repeat(200_000)}`]), 431],
  ['a body that is no UTF-8', `${head('POST', ['Content-Length: 16'])}{"userName":"\xff"}`, 400],
  ['a Content-Length beyond the limit', head('POST', ['Content-Length: 99999999']), 413],
])('%s is answered by a SCIM error', async (_name, request, status) => {
  const { client, url } = await listening()
  const answer = await raw(url, request)
  expect(answer.split('\r\n')[0]).toContain(`HTTP/1.1 ${status} `)
  expect(answer).toContain(urns.error)
  expect(answer.toLowerCase()).toContain('content-type: application/scim+json')
  expect((await client.get('/Users')).body.totalResults).toBe(0)
})

test('a body that does not come is given up while others are served', async () => {
  const { client, url } = await listening({ bodyTimeoutMs: 400 })
  const slow = raw(url, `${head('POST', ['Content-Length: 100'])}{"userName":`)
  const served = await Promise.all(['ana', 'bo'].map((name) => client.create('/Users', user(name))))
  expect(served.map(({ status }) => status)).toEqual([201, 201])
  expect(await slow).toMatch(/^HTTP\/1\.1 408 [\s\S]*messages:2\.0:Error/)
  expect((await client.get('/Users')).body.totalResults).toBe(2)
})

test('a client that hangs up in the middle of a body changes nothing', async () => {
  const { client, url } = await listening()
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  await new Promise<void>((resolve) => {
    socket.write(`${head('POST', ['Content-Length: 100'])}{"userName":"ana"`, () => resolve())
  })
  socket.destroy()
  await client.create('/Groups', group('Sales'))
  expect((await client.get('/Users')).body.totalResults).toBe(0)
})

test('an absolute-form target and a Host that is none are taken without harm', async () => {
  const { url } = await listening()
  const body = JSON.stringify(user('ana'))
  const sent = [
    'POST http://evil.example/scim/v2/Users HTTP/1.1',
    'Host: evil"><script>',
    `Authorization: Bearer ${TOKEN}`,
    `Content-Length: ${body.length}`,
    'Connection: close',
    '',
    body,
  ]
  const answer = await raw(url, sent.join('\r\n'))
  expect(answer).toMatch(/^HTTP\/1\.1 201 /)
  expect(answer).not.toContain('evil')
})

/** Sends bytes and collects what comes back until the answer is complete or the connection ends. */
function raw(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(Buffer.from(text, 'latin1')))
    let answer = ''
    const finish = (): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
      const length = /content-length: (\d+)/i.exec(answer)?.[1]
      const start = answer.indexOf('\r\n\r\n')
      if (length !== undefined && start >= 0 && answer.length - start - 4 >= Number(length)) finish()
    })
    socket.on('end', finish)
    socket.on('error', (error) => (answer === '' ? reject(error) : finish()))
  })
}
