// Clients that are slow, greedy or ambiguous, over real sockets: they get no more than the limits, and others are served meanwhile.
import { readFileSync } from 'node:fs'
import { get, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BodyPacked, type Listening, listen, readJsonBody, SERVER_LIMITS } from './index.ts'

const LIMITS = {
  headersTimeoutMs: 300,
  requestTimeoutMs: 600,
  checkMs: 50,
  maxHeaderBytes: 16 * 1024,
  keepAliveMs: 5_000,
}

let server: Listening
let seen: string[]
let sockets: Socket[]

beforeEach(async () => {
  seen = []
  sockets = []
  server = await listen(
    async (request, response) => {
      seen.push(`${request.method} ${request.url}`)
      const body = await readJsonBody(request).catch((error: Error) => error.name)
      response.end(JSON.stringify({ body }))
    },
    { limits: LIMITS },
  )
})

afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await server.close(0)
})

/** What a raw text is answered with, to the end of the connection or for `ms`. */
function answerTo(text: string | Buffer, ms = 2_000): Promise<string> {
  return new Promise((resolve) => {
    let got = ''
    const socket = open()
    const done = () => resolve(got)
    socket.on('data', (chunk) => {
      got += chunk
    })
    socket.once('close', done)
    socket.write(text)
    setTimeout(done, ms).unref()
  })
}

function open(): Socket {
  const socket = connect(server.port, '127.0.0.1')
  socket.on('error', () => {})
  sockets.push(socket)
  return socket
}

function statusOf(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(`${server.url}${path}`, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    }).on('error', reject)
  })
}

test('a head that comes drop by drop is given up, and others are served meanwhile', async () => {
  const slow = Array.from({ length: 50 }, () => answerTo('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: '))
  const drip = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('a')
  }, 40)
  expect(await statusOf('/meanwhile')).toBe(200)
  const answers = await Promise.all(slow)
  clearInterval(drip)
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(seen).toEqual(['GET /meanwhile'])
})

test('a body that does not come is given up', async () => {
  const answer = await answerTo('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{"a":')
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
})

test('500 connections that say nothing keep nobody out', async () => {
  const opened = Array.from({ length: 500 }, () => new Promise((resolve) => open().once('connect', resolve)))
  await Promise.all(opened)
  expect(await statusOf('/served')).toBe(200)
})

test.each([
  ['one header that is too long', `X-Long: ${'a'.repeat(20_000)}\r\n`],
  ['too many headers', Array.from({ length: 4_000 }, (_, n) => `X-${n}: a\r\n`).join('')],
])('%s is answered 431', async (_, headers) => {
  expect(await answerTo(`GET / HTTP/1.1\r\nHost: a\r\n${headers}\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
  expect(seen).toEqual([])
})

const SMUGGLED = 'GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n'

test.each([
  ['a length and chunks', `Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`],
  ['two lengths', `Content-Length: 0\r\nContent-Length: ${SMUGGLED.length}\r\n\r\n${SMUGGLED}`],
  ['a list of lengths', `Content-Length: 0, ${SMUGGLED.length}\r\n\r\n${SMUGGLED}`],
  ['a length with a sign', `Content-Length: +0\r\n\r\n${SMUGGLED}`],
  ['chunks that are not last', `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${SMUGGLED}`],
  ['a space before the colon', `Content-Length : ${SMUGGLED.length}\r\n\r\n${SMUGGLED}`],
  ['a size of a chunk that is none', `Transfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n${SMUGGLED}`],
])('%s: one refusal, and nothing behind it is a request', async (_, rest) => {
  const answer = await answerTo(`POST /first HTTP/1.1\r\nHost: a\r\n${rest}`)
  expect(answer.match(/HTTP\/1\.1 \d+/g)?.at(-1)).toBe('HTTP/1.1 400')
  expect(seen).not.toContain('GET /smuggled')
})

test('a client that closes its half in the middle is forgotten', async () => {
  const socket = open()
  socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{')
  await pause(50)
  socket.end()
  expect(await statusOf('/next')).toBe(200)
})

test('a body that is compressed is not unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(10_000_000, '['))
  const head = `POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`
  const answer = await answerTo(Buffer.concat([Buffer.from(head), bomb]))
  expect(answer).toContain(JSON.stringify({ body: BodyPacked.name }))
})

test('every server of ours has limits, and docs/reference/limits.md says them', async () => {
  let made: Server | undefined
  const other = await listen(() => {}, {
    prepare: (one) => {
      made = one
    },
  })
  await other.close(0)
  const { headersTimeoutMs, requestTimeoutMs, keepAliveMs, maxHeaderBytes, checkMs } = SERVER_LIMITS
  expect(made).toMatchObject({
    headersTimeout: headersTimeoutMs,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveMs,
  })
  const page = readFileSync(new URL('../../../../docs/reference/limits.md', import.meta.url), 'utf8')
  for (const ms of [headersTimeoutMs, requestTimeoutMs, keepAliveMs, checkMs]) expect(page).toContain(`${ms / 1000} s`)
  expect(page).toContain(`${maxHeaderBytes / 1024} KiB`)
})
