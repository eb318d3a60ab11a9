// Sends a wire-exact request over keep-alive connections. It composes nothing: what goes out is what was asked for, and what comes
// back, or does not, is an exchange.

import { type Dispatcher, Pool } from 'undici'
import {
  type Exchange,
  type ExchangeFailure,
  noteOf,
  type ScimRequest,
  type ScimResponse,
  type Send,
} from '../provisioning/index.ts'
import type { Clock } from '../runtime/index.ts'
import { createDispatcher, type Route } from './dispatcher.ts'
import { asFailure } from './exchange-failure.ts'
import { wholeAnswer } from './whole-answer.ts'

export interface SendOptions {
  readonly clock: Clock
  /** Where a base URL really listens: origin to origin, such as `https://scim.example` to `http://127.0.0.1:41001`. */
  readonly origins?: ReadonlyMap<string, string>
  /** Origins outside the loopback range that may be called. Everything else is blocked, so that a mistyped URL reaches nobody. */
  readonly allowedOrigins?: ReadonlySet<string>
  /** Default: what the request's note says, else 30 s. */
  readonly timeoutMs?: number
  readonly connections?: number
  /** An answer longer than this is a failure of kind `protocol`. Default 16 MiB. */
  readonly maxBodyBytes?: number
  /** Proxies and certificates; without a route every origin is asked directly, with what Node.js trusts. */
  readonly route?: Route
}

export interface Sender {
  readonly send: Send
  close(): Promise<void>
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

type DispatcherOf = (origin: string) => Dispatcher

export function createSender(options: SendOptions): Sender {
  const { dispatcherOf, close } = createDispatchers(options)
  return { send: (request) => sendOne(request, options, dispatcherOf), close }
}

/** One for everything along a route; else a pool for each origin, which is the quickest way to a receiver on this machine. */
function createDispatchers(options: SendOptions): { dispatcherOf: DispatcherOf; close(): Promise<void> } {
  const { route, connections = 16 } = options
  if (route) {
    const dispatcher = createDispatcher({ connections, ...route })
    return { dispatcherOf: () => dispatcher, close: () => dispatcher.destroy() }
  }
  const pools = new Map<string, Pool>()
  return {
    dispatcherOf(origin) {
      const pool = pools.get(origin) ?? new Pool(origin, { connections, headersTimeout: 0, bodyTimeout: 0 })
      pools.set(origin, pool)
      return pool
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()))
      pools.clear()
    },
  }
}

async function sendOne(request: ScimRequest, options: SendOptions, dispatcherOf: DispatcherOf): Promise<Exchange> {
  const startedAt = options.clock.now()
  const outcome = await outcomeOf(request, options, dispatcherOf)
  return { request, startedAt, durationMs: options.clock.now() - startedAt, ...outcome }
}

type Outcome = { response: ScimResponse } | { failure: ExchangeFailure }

async function outcomeOf(request: ScimRequest, options: SendOptions, dispatcherOf: DispatcherOf): Promise<Outcome> {
  const target = readTarget(request.url)
  if (!target) return failure('protocol', `"${request.url}" is no absolute http or https URL`)
  const origin = options.origins?.get(target.origin) ?? target.origin
  if (!isAllowed(origin, options)) {
    return failure('blocked', `${origin} is not on this machine; allow it by name to send requests there`)
  }
  try {
    const timeoutMs = options.timeoutMs ?? noteOf(request)?.timeoutMs ?? 30_000
    const limits = { timeoutMs, maxBodyBytes: options.maxBodyBytes ?? 16 * 1024 * 1024 }
    return { response: await wholeAnswer(request, { origin, path: target.path }, dispatcherOf(origin), limits) }
  } catch (error) {
    return { failure: asFailure(error, origin, options.route) }
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

function failure(kind: ExchangeFailure['kind'], message: string): { failure: ExchangeFailure } {
  return { failure: { kind, message } }
}
