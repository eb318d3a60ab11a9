import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { noted, type ScimRequest } from '../provisioning/index.ts'
import { createVirtualSchedule } from '../runtime/index.ts'
import { listen } from './listen.ts'
import { createSender } from './send.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

const clock = createVirtualSchedule(5)

function sender(options: Partial<Parameters<typeof createSender>[0]> = {}) {
  const made = createSender({ clock, ...options })
  closers.push(() => made.close())
  return made.send
}

async function echo(): Promise<string> {
  const server = await listen((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      response.setHeader('X-Two', ['a', 'b'])
      const { method, url, rawHeaders } = request
      response.end(JSON.stringify({ method, url, rawHeaders, body: Buffer.concat(chunks).toString() }))
    })
  })
  closers.push(() => server.close())
  return server.url
}

const get = (url: string): ScimRequest => ({ method: 'GET', url, headers: [] })

test('what goes out is what was composed: path, query, header order, body; and no User-Agent of its own', async () => {
  const url = await echo()
  const exchange = await sender()({
    method: 'POST',
    url: `${url}//Users?filter=userName+eq+%22a%2fb%22`,
    headers: [
      ['Authorization', 'Bearer x'],
      ['ADSCIMVersion', '5.0'],
      ['Content-Type', 'application/scim+json; charset=utf-8'],
    ],
    body: '{"userName":"Zoë"}',
  })
  const seen = JSON.parse(exchange.response?.body ?? '{}')
  expect(seen.url).toBe('//Users?filter=userName+eq+%22a%2fb%22')
  expect(seen.body).toBe('{"userName":"Zoë"}')
  const names: string[] = seen.rawHeaders.filter((_: string, index: number) => index % 2 === 0)
  expect(names.filter((name) => ['Authorization', 'ADSCIMVersion', 'Content-Type'].includes(name))).toEqual([
    'Authorization',
    'ADSCIMVersion',
    'Content-Type',
  ])
  expect(names.map((name) => name.toLowerCase())).not.toContain('user-agent')
  expect(exchange.response?.headers.filter(([name]) => name === 'X-Two')).toEqual([
    ['X-Two', 'a'],
    ['X-Two', 'b'],
  ])
})

test('a public base URL is carried to where it listens', async () => {
  const url = await echo()
  const send = sender({ origins: new Map([['http://receiver.scimulator.test', url]]) })
  const exchange = await send(get('http://receiver.scimulator.test/scim/v2/Users'))
  expect(JSON.parse(exchange.response?.body ?? '{}').url).toBe('/scim/v2/Users')
})

test('another machine is not called unless its origin is allowed', async () => {
  const exchange = await sender()(get('https://scim.example.com/Users'))
  expect(exchange.failure?.kind).toBe('blocked')
  expect(exchange.failure?.message).toContain('https://scim.example.com')
})

test.each(['not a url', 'ftp://127.0.0.1/x', '/Users', 'http://'])(
  '"%s" is an outcome, not an exception',
  async (url) => {
    expect((await sender()(get(url))).failure?.kind).toBe('protocol')
  },
)

test('nobody listening is a connection failure', async () => {
  const server = await listen(() => {})
  await server.close()
  expect((await sender()(get(server.url))).failure?.kind).toBe('connection')
})

test('silence is a time-out', async () => {
  const server = await listen(() => {})
  closers.push(() => server.close(0))
  expect((await sender({ timeoutMs: 30 })(get(server.url))).failure?.kind).toBe('timeout')
})

test('silence is a time-out when the note of the request says so, where the sender was not told', async () => {
  const server = await listen(() => {})
  closers.push(() => server.close(0))
  const noting = (timeoutMs: number) => noted(get(server.url), { timeoutMs })
  expect((await sender()(noting(30))).failure?.kind).toBe('timeout')
  expect((await sender({ timeoutMs: 30 })(noting(60_000))).failure?.kind).toBe('timeout')
})

test('what waits for a connection until its time is over never leaves', async () => {
  const asked: string[] = []
  const held: (() => void)[] = []
  const server = await listen((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/third') response.end('{}')
    else held.push(() => response.end('{}'))
  })
  closers.push(() => server.close(0))
  const send = sender({ timeoutMs: 60, connections: 1 })
  const all = await Promise.all(['/first', '/a', '/b', '/c', '/d'].map((path) => send(get(`${server.url}${path}`))))
  expect(all.map(({ failure }) => failure?.kind)).toEqual(Array(5).fill('timeout'))
  for (const end of held) end()
  const third = await sender({ connections: 1 })(get(`${server.url}/third`))
  expect([third.response?.status, asked.at(0), asked.at(-1)]).toEqual([200, '/first', '/third'])
  // The first may be over a millisecond before the next, which then still gets its connection; those behind it do not.
  expect(asked.filter((path) => /^\/[b-d]$/.test(path))).toEqual([])
})

test('letters that arrive in two pieces are put together, and an interim answer is not the answer', async () => {
  const [before, after] = [Buffer.from('{"userName":"Zo'), Buffer.from('ë"}')]
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n')
      socket.write('HTTP/1.1 201 Created\r\nETag: W/"1"\r\ncontent-length: 19\r\n\r\n')
      socket.write(Buffer.concat([before, after.subarray(0, 1)]))
      setTimeout(() => socket.end(after.subarray(1)), 10)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => new Promise((resolve) => server.close(resolve)))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const { response } = await sender()(get(`http://127.0.0.1:${port}/`))
  expect(response).toEqual({
    status: 201,
    headers: [
      ['ETag', 'W/"1"'],
      ['content-length', '19'],
    ],
    body: '{"userName":"Zoë"}',
  })
})

test('a connection that is cut is a failure of kind reset', async () => {
  const server = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => new Promise((resolve) => server.close(resolve)))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  expect((await sender()(get(`http://127.0.0.1:${port}/`))).failure?.kind).toBe('reset')
})

test('an answer beyond the limit is a protocol failure', async () => {
  const server = await listen((_request, response) => response.end('x'.repeat(2_000)))
  closers.push(() => server.close())
  const exchange = await sender({ maxBodyBytes: 1_000 })(get(server.url))
  expect(exchange.failure).toEqual({ kind: 'protocol', message: 'The answer is longer than 1000 bytes' })
})

test('a port in use is an error that names the port and the way out', async () => {
  const server = await listen(() => {})
  closers.push(() => server.close())
  await expect(listen(() => {}, { port: server.port })).rejects.toThrow(`Port ${server.port} on 127.0.0.1 is in use`)
})
