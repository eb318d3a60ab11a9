// Sends a wire-exact request over keep-alive connections. It composes nothing: what goes out is what was asked for, and what comes
// back, or does not, is an exchange.

import { Pool } from 'undici'
import type { Exchange, ExchangeFailure, HeaderList, ScimRequest, ScimResponse, Send } from '../provisioning/index.ts'
import type { Clock } from '../runtime/index.ts'

export interface SendOptions {
  readonly clock: Clock
  /** Where a base URL really listens: origin to origin, such as `https://scim.example` to `http://127.0.0.1:41001`. */
  readonly origins?: ReadonlyMap<string, string>
  /** Origins outside the loopback range that may be called. Everything else is blocked, so that a mistyped URL reaches nobody. */
  readonly allowedOrigins?: ReadonlySet<string>
  readonly timeoutMs?: number
  readonly connections?: number
  /** An answer longer than this is a failure of kind `protocol`. Default 16 MiB. */
  readonly maxBodyBytes?: number
}

export interface Sender {
  readonly send: Send
  close(): Promise<void>
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

export function createSender(options: SendOptions): Sender {
  const pools = new Map<string, Pool>()

  function poolOf(origin: string): Pool {
    const known = pools.get(origin)
    if (known) return known
    const pool = new Pool(origin, { connections: options.connections ?? 16, headersTimeout: 0, bodyTimeout: 0 })
    pools.set(origin, pool)
    return pool
  }

  return {
    send: (request) => sendOne(request, options, poolOf),
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()))
      pools.clear()
    },
  }
}

async function sendOne(
  request: ScimRequest,
  options: SendOptions,
  poolOf: (origin: string) => Pool,
): Promise<Exchange> {
  const startedAt = options.clock.now()
  const outcome = await outcomeOf(request, options, poolOf)
  return { request, startedAt, durationMs: options.clock.now() - startedAt, ...outcome }
}

type Outcome = { response: ScimResponse } | { failure: ExchangeFailure }

async function outcomeOf(
  request: ScimRequest,
  options: SendOptions,
  poolOf: (origin: string) => Pool,
): Promise<Outcome> {
  const target = readTarget(request.url)
  if (!target) return failure('protocol', `"${request.url}" is no absolute http or https URL`)
  const origin = options.origins?.get(target.origin) ?? target.origin
  if (!isAllowed(origin, options)) {
    return failure('blocked', `${origin} is not on this machine; allow it by name to send requests there`)
  }
  try {
    return { response: await exchangeBytes(request, target.path, poolOf(origin), options) }
  } catch (error) {
    return { failure: asFailure(error) }
  }
}

/** Splits the URL by hand, because a URL object would normalise what was written. */
function readTarget(url: string): { origin: string; path: string } | undefined {
  const match = /^(https?:\/\/[^/?#]+)([^#]*)/i.exec(url)
  if (!match?.[1] || !URL.canParse(match[1])) return undefined
  const rest = match[2] ?? ''
  return { origin: new URL(match[1]).origin, path: rest.startsWith('/') ? rest : `/${rest}` }
}

function isAllowed(origin: string, options: SendOptions): boolean {
  return LOOPBACK.test(new URL(origin).hostname) || (options.allowedOrigins?.has(origin) ?? false)
}

async function exchangeBytes(
  request: ScimRequest,
  path: string,
  pool: Pool,
  options: SendOptions,
): Promise<ScimResponse> {
  const timeoutMs = options.timeoutMs ?? 30_000
  const answer = await pool.request({
    method: request.method,
    path,
    headers: request.headers.flat(),
    body: request.body ?? null,
    signal: AbortSignal.timeout(timeoutMs),
    responseHeaders: 'raw',
  })
  const body = await readBody(answer.body, options.maxBodyBytes ?? 16 * 1024 * 1024)
  return { status: answer.statusCode, headers: headerList(answer.headers), body }
}

async function readBody(stream: AsyncIterable<Buffer>, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > limit) throw new ProtocolError(`The answer is longer than ${limit} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

class ProtocolError extends Error {}

/** undici hands raw headers over as a flat list of names and values, although its types say record. */
function headerList(raw: unknown): HeaderList {
  const flat = Array.isArray(raw) ? raw.map(String) : Object.entries(raw ?? {}).flatMap(([k, v]) => [k, String(v)])
  return Array.from({ length: flat.length / 2 }, (_, index) => [flat[2 * index] ?? '', flat[2 * index + 1] ?? ''])
}

const FAILURE_KINDS: Readonly<Record<string, ExchangeFailure['kind']>> = {
  UND_ERR_SOCKET: 'reset',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ECONNREFUSED: 'connection',
  ENOTFOUND: 'connection',
  EAI_AGAIN: 'connection',
  ENETUNREACH: 'connection',
  EHOSTUNREACH: 'connection',
  UND_ERR_CONNECT_TIMEOUT: 'connection',
  UND_ERR_DESTROYED: 'connection',
  UND_ERR_CLOSED: 'connection',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'protocol',
}

function asFailure(error: unknown): ExchangeFailure {
  if (!(error instanceof Error)) return { kind: 'protocol', message: String(error) }
  const code = 'code' in error ? String(error.code) : ''
  if (error.name === 'TimeoutError') return { kind: 'timeout', message: 'No answer in time' }
  const known = FAILURE_KINDS[code]
  if (known) return { kind: known, message: `${code}: ${error.message}` }
  if (/CERT|TLS|SSL/.test(code)) return { kind: 'tls', message: `${code}: ${error.message}` }
  return { kind: 'protocol', message: error.message }
}

function failure(kind: ExchangeFailure['kind'], message: string): { failure: ExchangeFailure } {
  return { failure: { kind, message } }
}
