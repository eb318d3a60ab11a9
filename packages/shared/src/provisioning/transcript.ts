// The one canonical form of what went over the wire. Two runs that mean the same read the same: base URLs have names, ids are
// numbered by first appearance, times are offsets from the start, and only the headers on the list are shown. Bodies stay as sent.
import type { Exchange } from './exchange.ts'
import { type HeaderList, headerValue } from './scim-request.ts'

export interface TranscriptOptions {
  /** Name of each base URL, without trailing slash: `{ receiver: 'http://scim.example/scim/v2' }`. */
  readonly baseUrls: Readonly<Record<string, string>>
  /** Instant that offsets count from, milliseconds since the epoch. */
  readonly start: number
}

const SHOWN_REQUEST_HEADERS = ['accept', 'content-type', 'user-agent', 'adscimversion', 'if-match', 'if-none-match']
const SHOWN_RESPONSE_HEADERS = ['content-type', 'location', 'retry-after']
// In a URL an id may follow an encoded quote, whose last digit would otherwise look like a part of it.
const UUID = /(?<=\b|%[0-9a-f]{2})[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi
const ISO_TIME = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g

export function canonicalTranscript(exchanges: readonly Exchange[], options: TranscriptOptions): string {
  const names = nameIds(exchanges)
  return exchanges.map((exchange, index) => canonicalExchange(exchange, index + 1, names, options)).join('\n')
}

function canonicalExchange(
  exchange: Exchange,
  number: number,
  names: ReadonlyMap<string, string>,
  options: TranscriptOptions,
): string {
  const { request, response, failure } = exchange
  const lines = [
    `#${number} +${(exchange.startedAt - options.start) / 1000}s`,
    `> ${request.method} ${request.url}`,
    ...shownHeaders('>', request.headers, SHOWN_REQUEST_HEADERS),
    ...(request.body === undefined ? [] : [`> ${request.body}`]),
    ...(response ? [`< ${response.status}`, ...shownHeaders('<', response.headers, SHOWN_RESPONSE_HEADERS)] : []),
    ...(response && response.body !== '' ? [`< ${response.body}`] : []),
    ...(failure ? [`! ${failure.kind}: ${failure.message}`] : []),
  ]
  return `${canonicalText(lines.join('\n'), names, options)}\n`
}

function shownHeaders(mark: string, headers: HeaderList, shown: readonly string[]): string[] {
  return shown.flatMap((name) => {
    const value = headerValue(headers, name)
    return value === undefined ? [] : [`${mark} ${name}: ${value}`]
  })
}

function canonicalText(text: string, names: ReadonlyMap<string, string>, options: TranscriptOptions): string {
  const named = Object.entries(options.baseUrls).reduce(
    (whole, [name, url]) => whole.replaceAll(url, `{${name}}`),
    text,
  )
  return named
    .replace(UUID, (id) => names.get(id.toLowerCase()) ?? id)
    .replace(ISO_TIME, (time) => `{+${(Date.parse(time) - options.start) / 1000}s}`)
}

/** `{User:1}` for ids that the service provider gave to a resource, `{guid:1}` for every other UUID, by first appearance. */
function nameIds(exchanges: readonly Exchange[]): ReadonlyMap<string, string> {
  const types = resourceIds(exchanges)
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const id of idsInOrder(exchanges)) {
    if (names.has(id)) continue
    const type = types.get(id) ?? 'guid'
    const count = (counts.get(type) ?? 0) + 1
    counts.set(type, count)
    names.set(id, `{${type}:${count}}`)
  }
  return names
}

function* idsInOrder(exchanges: readonly Exchange[]): Iterable<string> {
  for (const { request, response } of exchanges) {
    const version = headerValue(request.headers, 'adscimversion')
    for (const text of [request.url, version, request.body, response?.body]) {
      for (const match of text?.matchAll(UUID) ?? []) yield match[0].toLowerCase()
    }
  }
}

function resourceIds(exchanges: readonly Exchange[]): ReadonlyMap<string, string> {
  const types = new Map<string, string>()
  for (const { response } of exchanges) {
    for (const match of response?.body.matchAll(/\/(Users|Groups)\/([0-9a-f-]{36})/gi) ?? []) {
      types.set(String(match[2]).toLowerCase(), match[1]?.toLowerCase() === 'users' ? 'User' : 'Group')
    }
  }
  return types
}
