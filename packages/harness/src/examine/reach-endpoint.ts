// How an endpoint is reached, whatever is then asked of it: over HTTP under the guard, or as a handler in this process.
import { readFileSync } from 'node:fs'
import { handlerSend, redactExchange, redactText, type ScimHandler } from '@scimulator/shared/http'
import type { Exchange, Send } from '@scimulator/shared/provisioning'
import { type RealTime, realTime } from '@scimulator/shared/runtime'
import { type ConnectedTarget, connectTarget } from '../target/connect-target.ts'
import { type GuardedTarget, guardOpened } from '../target/guarded-target.ts'
import { loadSecrets } from '../target/load-secrets.ts'
import { startDescribed } from '../target/open-target.ts'
import type { Authentication, TargetDescription } from '../target/target-description.ts'
import { createDiscretion, type Discretion } from './discretion.ts'
import { PauseLimit } from './pause-limit.ts'
import { guardedShares, type OpenShare, plainShares } from './share.ts'

interface ReachOptions {
  /** Milliseconds after a write at which an answer that disappoints is read again. Default 200, 1,000 and 3,000. */
  readonly settle?: readonly number[]
  /** Questions at a time. Default 6. */
  readonly parallel?: number
  /** Whether the base URL was typed with a slash at its end, which JumpCloud doubles. */
  readonly endsInSlash?: boolean
}

export interface ReachTargetOptions extends ReachOptions {
  readonly description: TargetDescription
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly time?: RealTime
  /** Hears of pauses that the target asks for. */
  readonly onPause?: (text: string) => void
  /** Ends the work: nothing more is asked, and what was made is removed. */
  readonly signal?: AbortSignal
}

export interface ReachHandlerOptions extends ReachOptions {
  /** A service provider in this process, such as `createReceiver({ profile: 'rfc' }).scim`. */
  readonly handler: ScimHandler
  /** Base URL that the handler answers under, such as `http://scim.test/scim/v2`. */
  readonly url: string
  readonly token?: string
  /** The instant of all requests, milliseconds since the epoch. Default 0. */
  readonly now?: () => number
  /** Waits, for a handler that does not show a write at once. Default: not at all. */
  readonly pause?: (ms: number) => Promise<void>
}

/** What is known of the endpoint before the first request. */
export interface Ready {
  readonly url: string
  readonly endsInSlash: boolean
  readonly headers: readonly (readonly [string, string])[]
  readonly emailDomain: string
  readonly settle: readonly number[]
  readonly token: string
  readonly parallel: number
  /** How many people may be in the largest group of the test. */
  readonly crowd: number
  /** Environment variable that holds the token, for curl. */
  readonly tokenVariable: string
  /** Absent for a handler in this process. */
  readonly authentication?: Authentication
  /** Requests per second at most, as the owner has said. */
  readonly rate?: number
  /** The last request for an access token and its answer, secrets and all; undefined where none was needed so far. */
  tokenExchange(): Exchange | undefined
}

export interface ReachEdges extends Pick<Discretion, 'shown' | 'swept'> {
  readonly send: Send
  readonly openShare: OpenShare
  /** How many requests have left so far. */
  requests(): number
  /** Why nothing more is sent: the endpoint has stopped answering. */
  gone?(): string | undefined
  now(): number
  pause(ms: number): Promise<void>
  /** At the end: looks whether all that was deleted is gone, and at those who were there before. @returns a line for each that is not gone */
  lookBack(): Promise<readonly string[]>
  /** Who of those who were there before has changed or is gone, as a sentence. */
  damage?(): string | undefined
}

export type Work<Result> = (ready: Ready, edges: ReachEdges) => Promise<Result>

const SETTLE = [200, 1_000, 3_000]

/** Questions at a time. */
const PARALLEL = 6

/** Groups at a time: lives and questions that wait for one another's places would end with nothing judged. */
const MOST_GROUPS = 40

/** What a group of many needs beside everything else that is made at the same time, and what it may be at most. */
const BESIDE_THE_CROWD = 140
const CROWD = { most: 1_000, inProcess: 110 }

/** Does the work at the endpoint and lets go of it. @throws BadInput when an option is wrong */
export async function reachEndpoint<Result>(
  options: ReachTargetOptions | ReachHandlerOptions,
  work: Work<Result>,
): Promise<Result> {
  return 'handler' in options ? reachHandler(options, work) : reachTarget(options, work)
}

async function reachHandler<Result>(options: ReachHandlerOptions, work: Work<Result>): Promise<Result> {
  const { handler, url, token = '', now = () => 0, pause = async () => {}, parallel = PARALLEL } = options
  const headers = token === '' ? [] : [['Authorization', `Bearer ${token}`] as const]
  const { send, requests } = counting(handlerSend(handler, now))
  const openShare = plainShares(send, headers, parallel)
  const { settle = [], endsInSlash = false } = options
  const said = { url, endsInSlash: endsInSlash || url.endsWith('/'), headers, token, settle, parallel }
  // The only accounts there are those that the work makes.
  const shown = (exchange: Exchange): Exchange => redactExchange(exchange, [token])
  const swept = (text: string): string => redactText(text, [token])
  return work(
    {
      ...said,
      emailDomain: 'example.com',
      tokenVariable: 'TOKEN',
      tokenExchange: () => undefined,
      crowd: CROWD.inProcess,
    },
    { send, requests, openShare, now, pause, shown, swept, lookBack: async () => [] },
  )
}

async function reachTarget<Result>(options: ReachTargetOptions, work: Work<Result>): Promise<Result> {
  const started = await startDescribed(options.description, options.time ?? realTime)
  try {
    return await reachStarted(options, work)
  } finally {
    await started?.stop()
  }
}

async function reachStarted<Result>(options: ReachTargetOptions, work: Work<Result>): Promise<Result> {
  const { description, env = process.env, time = realTime, onPause } = options
  const readFile = (path: string): string => readFileSync(path, 'utf8')
  const secrets = loadSecrets(description, { env, readFile, readStdin: () => readFileSync(0, 'utf8') })
  const limit = new PauseLimit(time, onPause)
  const connected = connectTarget(description, secrets, { time, onPause: (text) => limit.paused(text) })
  const stop = stopping(options.signal)
  const { send, sendOwn, requests } = counting(stop.within(limit.within(connected.send)), connected.sendOwn)
  const discretion = createDiscretion(connected)
  let guarded: Promise<GuardedTarget> | undefined
  let shares: OpenShare | undefined
  // The inventory is taken when something is about to be made, and not before it is known that the endpoint answers.
  const openShare: OpenShare = async (name) => {
    guarded ??= guardOpened(
      { description, connected: countedConnection(connected, send, sendOwn) },
      { time, looksLater: true, maxGroups: MOST_GROUPS },
    )
    const target = await guarded
    discretion.knows(target.privacy)
    shares ??= guardedShares(target)
    return await shares(name)
  }
  try {
    const { shown, swept } = discretion
    const clock = { now: () => time.now(), pause: (ms: number) => stop.orEnd(time.sleep(ms)) }
    let damage = (): string | undefined => undefined
    const gone = (): string | undefined => connected.gone ?? stop.reason()
    const lookBack = async (): Promise<readonly string[]> => {
      const target = await guarded
      damage = () => target?.damage
      return (await target?.lookBack()) ?? []
    }
    return await work(readyFor(options, connected), {
      send,
      requests,
      gone,
      openShare,
      ...clock,
      shown,
      swept,
      lookBack,
      damage: () => damage(),
    })
  } finally {
    discretion.end()
    await (await guarded)?.finish()
    await connected.close()
  }
}

function readyFor(options: ReachTargetOptions, connected: ConnectedTarget): Ready {
  const { url, token, headers } = connected
  const { description, settle = SETTLE, endsInSlash = false } = options
  const { authentication, emailDomain, rate, maxAccounts } = description
  const parallel = options.parallel ?? description.parallel ?? PARALLEL
  const secret = authentication.kind === 'bearer' ? authentication.token : undefined
  const tokenVariable = secret?.from === 'env' ? secret.name : 'TOKEN'
  // Where requests are not signed in, no token can be the wrong one.
  const sent = authentication.kind === 'none' ? [] : headers
  const said = { url, token, headers: sent, emailDomain, settle, parallel, tokenVariable, authentication }
  const tokenExchange = (): Exchange | undefined => connected.tokenExchange
  return {
    ...said,
    crowd: Math.min(Math.max(0, maxAccounts - BESIDE_THE_CROWD), CROWD.most),
    tokenExchange,
    endsInSlash: endsInSlash || url.endsWith('/'),
    ...(rate === undefined ? {} : { rate }),
  }
}

function countedConnection(connected: ConnectedTarget, send: Send, sendOwn: Send): ConnectedTarget {
  return Object.create(connected, { send: { value: send }, sendOwn: { value: sendOwn } })
}

/** Counts all that reaches the endpoint, the looks and the clean-up of our own too. */
function counting(send: Send, sendOwn: Send = send) {
  let count = 0
  const counted =
    (one: Send): Send =>
    (request) => {
      count += 1
      return one(request)
    }
  return { send: counted(send), sendOwn: counted(sendOwn), requests: () => count }
}

const INTERRUPTED = 'the test was interrupted'

/** What the owner of the command may end at any time; what then removes things sends by another way. */
function stopping(signal: AbortSignal | undefined) {
  const reason = (): string | undefined => (signal?.aborted ? INTERRUPTED : undefined)
  const ended = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }))
  return {
    reason,
    within:
      (send: Send): Send =>
      async (request) =>
        reason() === undefined
          ? await send(request)
          : { request, startedAt: 0, durationMs: 0, failure: { kind: 'blocked', message: INTERRUPTED } },
    /** A pause is over when the work is. */
    orEnd: (pause: Promise<void>): Promise<void> =>
      reason() === undefined ? Promise.race([pause, ended]) : Promise.resolve(),
  }
}
