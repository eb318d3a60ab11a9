import { request as httpRequest, type IncomingMessage } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { createEventHub, type EventHub } from './event-hub.ts'
import { streamEvents } from './event-stream.ts'
import { type Listening, listen } from './listen.ts'

const servers: Listening[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close(0)))
})

async function serving(hub: EventHub, mostUnreadBytes?: number): Promise<string> {
  const server = await listen((request, response) => {
    try {
      streamEvents(hub, request, response, mostUnreadBytes === undefined ? {} : { mostUnreadBytes })
    } catch (error) {
      response.writeHead(400).end(String(error))
    }
  })
  servers.push(server)
  return server.url
}

function opened(url: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    httpRequest(url, { headers }, resolve).on('error', reject).end()
  })
}

/** What has come once `wanted` is among it. */
function untilSeen(stream: IncomingMessage, wanted: string): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      if (text.includes(wanted)) resolve(text)
    })
  })
}

test('only what happens from now on, each event with its number, in the topics that were asked for', async () => {
  const hub = createEventHub('e1')
  hub.publish('clock', { before: true })
  const stream = await opened(`${await serving(hub)}/events?topics=exchange`)
  hub.publish('clock', { now: 1 })
  hub.publish('exchange', { path: '/Users\n' })
  const text = await untilSeen(stream, 'Users')
  expect(text).toBe('retry: 1000\n\nid: e1-3\nevent: exchange\ndata: {"path":"/Users\\n"}\n\n')
})

test('a reader that comes back gets what it missed, by the header as by the query', async () => {
  const hub = createEventHub('e1')
  for (let n = 1; n <= 4; n += 1) hub.publish('exchange', { n })
  const url = await serving(hub)
  const byHeader = await untilSeen(await opened(`${url}/events`, { 'last-event-id': 'e1-2' }), '"n":4')
  expect(byHeader.match(/id: \S+/g)).toEqual(['id: e1-3', 'id: e1-4'])
  const byQuery = await untilSeen(await opened(`${url}/events?after=e1-3`), '"n":4')
  expect(byQuery.match(/id: \S+/g)).toEqual(['id: e1-4'])
})

test.each([
  ['an event of another start', 'e0-1'],
  ['an event that is no longer held', 'e1-1'],
])('after %s the reader is told of the gap, and where it goes on', async (_, after) => {
  const hub = createEventHub('e1', 5)
  for (let n = 1; n <= 12; n += 1) hub.publish('exchange', { n })
  const text = await untilSeen(await opened(`${await serving(hub)}/events?after=${after}`), 'gap')
  expect(text).toContain('id: e1-12\nevent: gap\n')
  expect(text).not.toContain('event: exchange')
})

test('a place that is none is refused', async () => {
  const answer = await opened(`${await serving(createEventHub('e1'))}/events?after=yesterday`)
  expect(answer.statusCode).toBe(400)
  expect(await untilSeen(answer, 'EPOCH-NUMBER')).toContain('after is "yesterday"')
})

test('a reader that does not read costs no memory, and is told of the gap once it reads again', async () => {
  const hub = createEventHub('e1')
  const stream = await opened(`${await serving(hub, 1_000)}/events`)
  stream.pause()
  const long = 'x'.repeat(200_000)
  for (let n = 1; n <= 100; n += 1) hub.publish('exchange', { n, long })
  const text = await untilSeen(stream.resume(), 'event: gap')
  expect(text).toContain('id: e1-100\nevent: gap')
  expect(text.length).toBeLessThan(10 * long.length)
  hub.publish('exchange', { n: 101 })
  expect(await untilSeen(stream, '"n":101')).toContain('id: e1-101')
})
