// Events as server-sent events, which `EventSource` of a browser and `curl -N` read. A reader that was away goes on with the next event;
// where that is no longer held, it is told `gap` and reads what it shows anew.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { VerbError } from '../behaviour/index.ts'
import type { EventHub, HubEvent } from './event-hub.ts'
import { requestTarget } from './request-target.ts'

/** A reader that is so many bytes behind gets no more events; when it has caught up it is told `gap`. */
const MOST_UNREAD_BYTES = 1024 * 1024
const KEEP_ALIVE_MS = 15_000
const RETRY_MS = 1_000

export interface EventStreamOptions {
  /** What a reader may fall behind, in bytes. Default 1 MiB. */
  readonly mostUnreadBytes?: number
}

/**
 * Answers `GET …/events?topics=exchange,changed&after=EPOCH-SEQ`; `Last-Event-ID` counts as `after`. Without either only what happens
 * from now on is sent. @throws VerbError `invalid` for an `after` that is none
 */
export function streamEvents(
  hub: EventHub,
  request: IncomingMessage,
  response: ServerResponse,
  { mostUnreadBytes = MOST_UNREAD_BYTES }: EventStreamOptions = {},
): void {
  const { topics, after } = readQuestion(request)
  const missed = after === undefined ? [] : missedSince(hub, after)
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
  response.write(`retry: ${RETRY_MS}\n\n`)
  const isWanted = ({ topic }: HubEvent): boolean => topics === undefined || topics.has(topic)
  let isBehind = false
  const send = (event: HubEvent): void => {
    if (isBehind || !isWanted(event)) return
    isBehind = response.writableLength > mostUnreadBytes
    if (!isBehind) response.write(eventText(hub, event))
  }
  if (missed === undefined) response.write(gapText(hub))
  else for (const event of missed) send(event)
  response.on('drain', () => {
    if (isBehind) response.write(gapText(hub))
    isBehind = false
  })
  const end = hub.subscribe(send)
  const keepAlive = setInterval(() => response.write(': here\n\n'), KEEP_ALIVE_MS)
  response.on('close', () => {
    clearInterval(keepAlive)
    end()
  })
}

interface Place {
  readonly epoch: string
  readonly seq: number
}

function readQuestion({ url = '', headers }: IncomingMessage): {
  readonly topics: ReadonlySet<string> | undefined
  readonly after: Place | undefined
} {
  const words = new URLSearchParams(requestTarget(url).search)
  const topics = words.get('topics')
  const [last] = [headers['last-event-id']].flat()
  const after = last ?? words.get('after') ?? undefined
  return {
    topics: topics === null ? undefined : new Set(topics.split(',').map((topic) => topic.trim())),
    after: after === undefined ? undefined : readPlace(after),
  }
}

function readPlace(text: string): Place {
  const [, epoch = '', seq = ''] = /^(.+)-(\d+)$/.exec(text) ?? []
  if (seq === '')
    throw new VerbError('invalid', `events: after is "${text}"; it is the id of an event, EPOCH-NUMBER`, [
      { path: ['after'], message: 'is the id of an event, EPOCH-NUMBER' },
    ])
  return { epoch, seq: Number(seq) }
}

function missedSince(hub: EventHub, { epoch, seq }: Place): readonly HubEvent[] | undefined {
  return epoch === hub.epoch ? hub.since(seq) : undefined
}

function eventText({ epoch }: EventHub, { seq, topic, data }: HubEvent): string {
  return `id: ${epoch}-${seq}\nevent: ${topic}\ndata: ${JSON.stringify(data)}\n\n`
}

/** Its id is where the reader goes on. */
function gapText({ epoch, seq }: EventHub): string {
  return `id: ${epoch}-${seq}\nevent: gap\ndata: {}\n\n`
}
