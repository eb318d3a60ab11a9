import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { listen } from './listen.ts'
import { createSender } from './send.ts'

const TEXT = JSON.stringify({ userName: 'björn@c.test' })

async function answered(coding: string, bytes: Buffer, maxBodyBytes = 1000) {
  const server = await listen((_request, response) => {
    response
      .writeHead(200, { 'content-encoding': coding, 'content-length': bytes.length, 'x-other': 'stays' })
      .end(bytes)
  })
  const { send, close } = createSender({ clock: { now: () => 0 }, maxBodyBytes })
  const exchange = await send({ method: 'GET', url: `${server.url}/Users`, headers: [] })
  await Promise.all([close(), server.close()])
  return exchange
}

test.each([
  ['gzip', gzipSync(TEXT)],
  ['GZip', gzipSync(TEXT)],
  ['deflate', deflateSync(TEXT)],
  ['br', brotliCompressSync(TEXT)],
])('an answer that is packed with %s is read', async (coding, bytes) => {
  const { response } = await answered(coding, bytes)
  expect(response?.body).toBe(TEXT)
  expect(response?.headers.map(([name]) => name.toLowerCase())).not.toContain('content-encoding')
  expect(response?.headers).toContainEqual(['x-other', 'stays'])
})

test.each([
  ['that is not', 'gzip', Buffer.from('{}'), /not gzip/],
  ['that grows without end', 'gzip', gzipSync(Buffer.alloc(100_000)), /too long/],
])('one %s is no answer', async (_what, coding, bytes, message) => {
  const { failure, response } = await answered(coding, bytes)
  expect([response, failure?.kind]).toEqual([undefined, 'protocol'])
  expect(failure?.message).toMatch(message)
})

test('of a coding that nobody knows the text stays as it came', async () => {
  expect((await answered('zzz', Buffer.from(TEXT))).response?.body).toBe(TEXT)
})
