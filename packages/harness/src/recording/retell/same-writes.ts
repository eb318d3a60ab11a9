// Whether two rounds of writes are the same: the same methods, places and bodies in the same order. Ids are those of each side, numbered as
// they come; the order of names, of operations and of members says nothing.
import { unescaped } from '@scimulator/shared/http'
import type { Exchange } from '@scimulator/shared/provisioning'
import { isJsonArray, isJsonObject, type JsonValue, parsedJson } from '@scimulator/shared/scim'

export interface PlainWrite {
  /** Index of the exchange that it is of. */
  readonly at: number
  readonly text: string
  readonly status: number | undefined
  /** Its status, and which attributes the answer shows. */
  readonly answer: string
}

const IDS =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<![0-9a-f])[0-9a-f]{32}|(?<![0-9a-f])[0-9a-f]{24}(?![0-9a-f])|(?<=jumpcloud-test-group-)[0-9a-f]+/gi

/** @param isTest a test of the connection: whom it makes up is made up anew in a redacted recording */
export function plainWrites(exchanges: readonly Exchange[], isTest: (at: number) => boolean): readonly PlainWrite[] {
  const numbers = new Map<string, string>()
  const numbered = (id: string): string => {
    const key = id.replaceAll('-', '').toLowerCase()
    const number = numbers.get(key) ?? `#${numbers.size + 1}`
    numbers.set(key, number)
    return number
  }
  return exchanges.flatMap(({ request, response }, at) => {
    const [, place] = /(\/(?:Users|Groups)(?:\/[^?]*)?)(?:\?|$)/.exec(request.url) ?? []
    if (request.method === 'GET' || place === undefined) return []
    const id = place.split('/')[2]
    if (id !== undefined && id !== '') numbered(unescaped(id))
    const body = parsedJson(request.body ?? '')
    const withNumbers = (text: string) => known(text, numbers).replace(IDS, numbered)
    const about = `${request.method} ${place.split('/')[1]}${id ? `/${numbered(unescaped(id))}` : ''}`
    const isOfTest = isTest(at)
    const sent = body === undefined || isOfTest ? '' : bodyText(body, withNumbers)
    const made = parsedJson(response?.body ?? '')
    if (request.method === 'POST' && isJsonObject(made) && typeof made.id === 'string') numbered(made.id)
    const text = isOfTest ? `${about} of a test` : `${about} ${sent}`.trim()
    const shown = isJsonObject(made) && (response?.status ?? 0) < 300 ? Object.keys(made).sort() : []
    return [{ at, text, status: response?.status, answer: `${response?.status} ${shown.join()}` }]
  })
}

function bodyText(body: JsonValue, withNumbers: (text: string) => string): string {
  return JSON.stringify(plain(parsedJson(withNumbers(JSON.stringify(ordered(body)))) ?? null))
}

/** Ids that an endpoint has made in a form of its own. */
function known(text: string, numbers: ReadonlyMap<string, string>): string {
  return text.replace(/"(?:value|manager)":"([^"]+)"/g, (all, id: string) => {
    const number = numbers.get(id.replaceAll('-', '').toLowerCase())
    return number === undefined ? all : all.replace(id, number)
  })
}

/** Names in the order of the alphabet: ids are then numbered alike whatever order they were written in. */
function ordered(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map(ordered)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, ordered(one)]),
  )
}

/** Lists in one order. */
function plain(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map(plain).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]))
}

/** Where they part: the index of the first write that is not the same; undefined where all are. */
export function partsAt(recorded: readonly PlainWrite[], told: readonly PlainWrite[]): number | undefined {
  const most = Math.max(recorded.length, told.length)
  for (let at = 0; at < most; at += 1) if (recorded[at]?.text !== told[at]?.text) return at
  return undefined
}
