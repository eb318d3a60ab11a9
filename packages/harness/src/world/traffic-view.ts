import type { ViewItem } from '@scimulator/shared/behaviour'
import type { RecordedExchange } from '@scimulator/shared/http'
import { z } from 'zod'
import { WireBody } from './directory-item.ts'
import type { OwnView } from './own-view.ts'
import type { World } from './world.ts'

const TrafficQuery = z.strictObject({
  sender: z.string().optional().describe('entra or jumpcloud'),
  lastSteps: z.int().min(1).optional().describe('Only what was sent during the last so many steps that act'),
})

const TrafficItem = z.object({
  seq: z.int().describe('Its number; the first request of a run is 1'),
  sender: z.string().describe('entra or jumpcloud'),
  method: z.string().describe('HTTP method: GET, POST, PUT, PATCH or DELETE'),
  url: z.string().describe('As it was sent'),
  path: z.string().describe('What of the URL stands behind the base URL of the sync source: /Users/1?aadOptscim062020'),
  body: WireBody.optional().describe('Parsed where it is JSON; absent where there is none'),
  status: z.int().optional().describe('Of the answer; absent where none came'),
  response: WireBody.optional().describe('Body of the answer, parsed where it is JSON'),
  failure: z
    .object({
      kind: z.string().describe('timeout, connection, tls, reset, protocol or blocked'),
      message: z.string().describe('What went wrong, in words: No answer in time'),
    })
    .optional()
    .describe('Why no answer came'),
})

/** One item per exchange, in the order in which they ended, by its number. */
export const TRAFFIC_VIEW: OwnView = {
  name: 'traffic',
  describes: 'Requests that the simulators sent: seq, sender, method, url, path, status, body, response, failure.',
  query: TrafficQuery,
  item: TrafficItem,
  async read(world, query, stepStarts) {
    const { sender, lastSteps } = TrafficQuery.parse(query)
    const from = lastSteps === undefined ? 0 : (stepStarts.at(-lastSteps) ?? 0)
    return world.recorder.exchanges
      .filter((exchange, index) => index >= from && (sender === undefined || exchange.sender === sender))
      .map((exchange) => trafficItem(exchange, world))
  },
}

function trafficItem(exchange: RecordedExchange, world: World): ViewItem {
  const { request, response, failure, seq, sender } = exchange
  const value = {
    seq,
    sender,
    method: request.method,
    url: request.url,
    path: pathOf(request.url, world),
    ...(request.body === undefined ? {} : { body: asJson(request.body) }),
    ...(response ? { status: response.status, response: asJson(response.body) } : {}),
    ...(failure ? { failure } : {}),
  }
  return { key: String(seq), value: world.target ? world.target.plain(value) : value }
}

/** The part behind the sync source's base URL, as it was sent: `/Users/1?aadOptscim062020`. */
function pathOf(url: string, world: World): string {
  const source = world.sources.all().find((candidate) => url.startsWith(candidate.url))
  if (source) return url.slice(source.url.length)
  return url.replace(/^[a-z]+:\/\/[^/]*/i, '')
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
