// Faults between a sender and its target. They wrap `Send`, so they work on any target, and they take virtual time only: a hang
// costs the sender's whole timeout on the clock of the exchange and no time on the wall.
import type { Fault, FaultEffect, FaultMatch } from '../behaviour/index.ts'
import { type Exchange, type ExchangeFailure, noteOf, type ScimRequest, type Send } from '../provisioning/index.ts'

export interface WireFaults {
  readonly send: Send
  /** Puts a fault in force; returns the function that lifts it. */
  add(fault: Fault): () => void
  clear(): void
  /** Those that may strike yet, with how often they have. */
  inForce(): readonly { readonly fault: Fault; readonly struck: number }[]
  /** What has struck this request; undefined for one that went through. */
  struckBy(request: ScimRequest): FaultEffect | undefined
}

/** A request that its sender has given up and that is still on its way. */
interface Late {
  readonly on: FaultMatch
  readonly request: ScimRequest
  readonly isTogether: boolean
}

interface Armed {
  readonly fault: Fault
  /** How often chance has been asked. */
  drawn: number
  passed: number
  struck: number
}

export function createWireFaults(
  send: Send,
  clock: { now(): number },
  /** How long an answer may take; when it is left out, what the request's note says, else 30 s. */
  mostMs?: number,
  /** The request in the words of its description; on the wire, names may be others. */
  read: (request: ScimRequest) => ScimRequest = (request) => request,
): WireFaults {
  let armed: Armed[] = []
  let late: readonly Late[] = []
  const struck = new WeakMap<ScimRequest, FaultEffect>()

  function strike(request: ScimRequest): FaultEffect | undefined {
    const hit = armed.filter(({ fault }) => fitsFault(fault.on, read(request))).find((candidate) => isDue(candidate))
    if (!hit) return undefined
    hit.struck += 1
    const { on, effect } = hit.fault
    struck.set(request, effect)
    if (isLate(effect)) late = [...late, { on, request, isTogether: effect.kind === 'concurrent' }]
    return effect
  }

  /** Sends a request that nothing strikes, and with it those that have waited for one like it. */
  async function pass(request: ScimRequest): Promise<Exchange> {
    const arriving = late.filter(({ on }) => fitsFault(on, read(request)))
    late = late.filter((one) => !arriving.includes(one))
    const together = arriving.filter(({ isTogether }) => isTogether).map((one) => send(one.request))
    const [exchange] = await Promise.all([send(request), ...together])
    for (const one of arriving) if (!one.isTogether) await send(one.request)
    return exchange
  }

  return {
    async send(request) {
      const effect = strike(request)
      const timeoutMs = mostMs ?? noteOf(request)?.timeoutMs ?? 30_000
      return effect ? withEffect(effect, request, send, clock.now(), timeoutMs) : pass(request)
    },
    add(fault) {
      const entry: Armed = { fault, drawn: 0, passed: 0, struck: 0 }
      armed.push(entry)
      return () => {
        armed = armed.filter((candidate) => candidate !== entry)
      }
    },
    clear() {
      armed = []
      late = []
    },
    inForce: () => armed.filter(({ fault, struck: times }) => fault.times === undefined || times < fault.times),
    struckBy: (request) => struck.get(request),
  }
}

/** The target is reached, and later than by what comes behind it. */
function isLate({ kind }: FaultEffect): boolean {
  return kind === 'reordered' || kind === 'concurrent'
}

/** Whether all given parts of the matcher fit the request. */
export function fitsFault(on: FaultMatch, request: ScimRequest): boolean {
  if (on.method && on.method !== request.method) return false
  if (on.path && !request.url.includes(on.path)) return false
  return !on.body || (request.body ?? '').includes(on.body)
}

/** Counts the fitting request and says whether the fault strikes it. */
function isDue(armed: Armed): boolean {
  if (armed.passed < armed.fault.skip) {
    armed.passed += 1
    return false
  }
  const { times, rate, seed = 1 } = armed.fault
  if (times !== undefined && armed.struck >= times) return false
  if (rate === undefined) return true
  armed.drawn += 1
  return chance(seed, armed.drawn) < rate
}

/** A number from 0 up to 1 that only the seed and the number of the draw decide (the finaliser of MurmurHash3). */
function chance(seed: number, draw: number): number {
  let mixed = Math.imul(seed, 0x9e3779b1) ^ Math.imul(draw, 0x85ebca77)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}

async function withEffect(
  effect: FaultEffect,
  request: ScimRequest,
  send: Send,
  startedAt: number,
  timeoutMs: number,
): Promise<Exchange> {
  const silent = (failure: ExchangeFailure, durationMs: number): Exchange => ({
    request,
    startedAt,
    durationMs,
    failure,
  })
  switch (effect.kind) {
    case 'answer': {
      const { status, headers, body } = effect
      return { request, startedAt, durationMs: 0, response: { status, headers: Object.entries(headers), body } }
    }
    case 'lost-answer':
      await send(request)
      return silent({ kind: 'timeout', message: 'No answer in time' }, timeoutMs)
    case 'sent-twice':
      await send(request)
      return send(request)
    case 'reordered':
    case 'concurrent':
    case 'hang':
      return silent({ kind: 'timeout', message: 'No answer in time' }, timeoutMs)
    case 'refused':
      return silent({ kind: 'connection', message: 'ECONNREFUSED: the connection was refused' }, 0)
    case 'cut':
      return cutShort(await send(request), effect.bytes)
    case 'redirect': {
      const response = { status: effect.status, headers: [['Location', effect.to] as const], body: '' }
      return { request, startedAt, durationMs: 0, response }
    }
    case 'half-a-body':
      return answered(await send(request), ({ body }) => ({ body: body.slice(0, Math.ceil(body.length / 2)) }))
    case 'bad-json':
      return answered(await send(request), ({ body }) => ({ body: body.replace(/[}\]]\s*$/, (end) => `,${end}`) }))
    case 'web-page':
      return answered(await send(request), ({ headers }) => ({
        headers: ofType('text/html', headers),
        body: effect.body,
      }))
    case 'content-type':
      return answered(await send(request), ({ headers }) => ({ headers: ofType(effect.type, headers) }))
    case 'latency':
      return delayed(await send(request), effect.ms, timeoutMs)
  }
}

function cutShort(exchange: Exchange, bytes: number): Exchange {
  return answered(exchange, ({ body }) => ({ body: body.slice(0, bytes) }))
}

type Response = NonNullable<Exchange['response']>

/** The exchange with another answer, where there was one. */
function answered(exchange: Exchange, change: (response: Response) => Partial<Response>): Exchange {
  const { response } = exchange
  return response ? { ...exchange, response: { ...response, ...change(response) } } : exchange
}

function ofType(type: string, headers: Response['headers']): Response['headers'] {
  return [...headers.filter(([name]) => name.toLowerCase() !== 'content-type'), ['Content-Type', type]]
}

function delayed(exchange: Exchange, ms: number, timeoutMs: number): Exchange {
  const durationMs = exchange.durationMs + ms
  if (durationMs <= timeoutMs) return { ...exchange, durationMs }
  const { request, startedAt } = exchange
  return { request, startedAt, durationMs: timeoutMs, failure: { kind: 'timeout', message: 'No answer in time' } }
}
