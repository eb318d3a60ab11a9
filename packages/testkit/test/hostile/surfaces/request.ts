// A request as a value: what a fuzzer writes, changes, makes smaller and shows.
import type { Draw } from '../draw.ts'
import { hostileWord, mutated, shorter } from '../hostile-words.ts'
import { mutatedJson } from '../json-values.ts'

export interface Asked {
  readonly method: string
  readonly target: string
  readonly headers: readonly (readonly [string, string])[]
  /** Its UTF-8 is sent, or with `isRaw` a byte for each code unit. */
  readonly body?: string
  readonly isRaw?: boolean
}

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'SEARCH', 'PROPFIND']
const HEADERS: readonly (readonly [string, string])[] = [
  ['content-type', 'application/json; charset=utf-16'],
  ['content-type', 'text/plain'],
  ['content-type', 'application/json; charset="utf-8"'],
  ['content-type', ' '],
  ['content-encoding', 'identity'],
  ['content-type', ';;'],
  ['content-encoding', 'gzip'],
  ['accept', 'text/html;q=0, */*;q=x'],
  ['accept', 'application/json'],
  ['if-match', '*'],
  ['if-match', 'W/"1", "x'],
  ['if-none-match', 'W/"1"'],
  ['prefer', 'return=minimal'],
  ['x-http-method-override', 'DELETE'],
  ['cookie', '__proto__=1; a=%ff'],
  ['consistencylevel', 'eventual'],
  ['origin', 'null'],
  ['range', 'bytes=0-1'],
]

export function bytesOf({ body = '', isRaw = false }: Pick<Asked, 'body' | 'isRaw'>): Buffer {
  return Buffer.from(body, isRaw ? 'latin1' : 'utf8')
}

/** The request as a client can write it: what cannot stand in its first line is encoded, and a body goes with the methods that have one. */
export function onWire(asked: Asked): Asked {
  const text = asked.target.replace(/[^\x21-\x7e]/gu, (letter) => encoded(letter)).replaceAll('#', '%23')
  const target = /^(\/|https?:\/\/)/.test(text) ? text : `/${text}`
  return { ...asked, target: target.slice(0, LONGEST_TARGET) }
}

/** Less than the head of a request may have. */
const LONGEST_TARGET = 12_000

/** Half of a surrogate pair has no UTF-8. */
function encoded(letter: string): string {
  return /\p{Surrogate}/u.test(letter) ? '%ED%A0%80' : encodeURIComponent(letter)
}

/** Headers that are put in or taken away, another method, bytes that are no UTF-8: as wild as the draw. */
export function disturbedRequest(asked: Asked, draw: Draw): Asked {
  const wild = (): boolean => draw.chance(draw.wildness)
  const headers = asked.headers.filter(() => !draw.chance(draw.wildness / 4))
  return {
    ...asked,
    ...(wild() ? { method: draw.pick(METHODS) } : {}),
    ...(wild() ? { target: mutated(asked.target, asked.target, draw) } : {}),
    ...(wild() && asked.body !== undefined ? { body: `${asked.body}\u00ff`, isRaw: true } : {}),
    headers: wild() ? [...headers, draw.pick(HEADERS)] : headers,
  }
}

export function mutatedRequest(asked: Asked, other: Asked, draw: Draw): Asked {
  switch (draw.below(6)) {
    case 0:
      return { ...asked, method: draw.pick(METHODS) }
    case 1:
      return { ...asked, target: mutated(asked.target, other.target, draw) }
    case 2:
      return { ...asked, headers: [...asked.headers, draw.pick(HEADERS)] }
    case 3:
      return { ...asked, target: other.target }
    default:
      return asked.body === undefined
        ? { ...asked, target: `${asked.target}${asked.target.includes('?') ? '&' : '?'}${hostileWord(draw)}` }
        : { ...asked, body: mutatedJson(asked.body, other.body ?? '', draw) }
  }
}

export function* smallerRequests(asked: Asked): Generator<Asked> {
  const { body, target, headers } = asked
  if (body !== undefined) for (const less of shorter(body)) yield { ...asked, body: less }
  for (const less of shorter(target)) yield { ...asked, target: less }
  for (const index of headers.keys()) yield { ...asked, headers: headers.filter((_, other) => other !== index) }
}

export function shownRequest({ method, target, headers, body }: Asked): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  return `${method} ${JSON.stringify(target)} ${JSON.stringify(lines)}${body === undefined ? '' : ` ${JSON.stringify(body)}`}`
}
