// `scimulator test`, as a function: one endpoint, one verdict.
import { readFileSync } from 'node:fs'
import { FINDINGS, VICTIMS, type Victim } from '@scimulator/findings'
import type { Send } from '@scimulator/shared/provisioning'
import { type RealTime, realTime } from '@scimulator/shared/runtime'
import { type ConnectedTarget, connectTarget } from '../target/connect-target.ts'
import { type GuardedTarget, guardOpened } from '../target/guarded-target.ts'
import { loadSecrets } from '../target/load-secrets.ts'
import type { TargetDescription } from '../target/target-description.ts'
import { BadInput } from '../written/problem.ts'
import type { Application } from './doors.ts'
import { examine, type Progress } from './examine.ts'
import { Freshness } from './freshness.ts'
import { handlerSend, type ScimHandler } from './in-process.ts'
import { PauseLimit } from './pause-limit.ts'
import { guardedShares, type OpenShare, plainShares } from './share.ts'
import { tellResult } from './tell-result.ts'
import type { TestResult } from './test-result.ts'

export interface TestOptions {
  /** Whose verdicts are asked for; all four by default. */
  readonly only?: readonly Victim[]
  /** Id of one finding: only what shows it is asked. */
  readonly finding?: string
  /** Milliseconds after a write at which an answer that disappoints is read again. Default 200, 1,000 and 3,000. */
  readonly settle?: readonly number[]
  /** The application behind the endpoint, asked who gets in. */
  readonly application?: Application
  /** Questions at a time. Default 6. */
  readonly parallel?: number
  readonly onProgress?: (progress: Progress) => void
  /** Whether the base URL was typed with a slash at its end, which JumpCloud doubles. */
  readonly endsInSlash?: boolean
}

export interface TestTargetOptions extends TestOptions {
  readonly description: TargetDescription
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly time?: RealTime
  /** Hears of pauses that the target asks for. */
  readonly onPause?: (text: string) => void
}

export interface TestHandlerOptions extends TestOptions {
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

const SETTLE = [200, 1_000, 3_000]

/** Questions at a time. */
const PARALLEL = 6

/**
 * Tests one SCIM endpoint: over HTTP as `description` says, or a handler in this process. What it creates it removes.
 * @throws BadInput when an option is wrong; whatever the endpoint does is in the result
 */
export async function testEndpoint(options: TestTargetOptions | TestHandlerOptions): Promise<TestResult> {
  if (options.finding !== undefined && !FINDINGS.some(({ id }) => id === options.finding)) {
    throw new BadInput(`There is no finding "${options.finding}". scimulator list findings names them all.`)
  }
  return 'handler' in options ? testHandler(options) : testTarget(options)
}

async function testHandler(options: TestHandlerOptions): Promise<TestResult> {
  const { handler, url, token = '', now = () => 0, pause = async () => {}, parallel = PARALLEL } = options
  const headers = token === '' ? [] : [['Authorization', `Bearer ${token}`] as const]
  const { send, requests } = counting(handlerSend(handler, now))
  const openShare = plainShares(send, headers, parallel)
  const edges = { send, requests, openShare, now, pause }
  return test(
    { ...options, parallel, url, headers, token, emailDomain: 'example.com', settle: options.settle ?? [] },
    edges,
  )
}

async function testTarget(options: TestTargetOptions): Promise<TestResult> {
  const { description, env = process.env, time = realTime, onPause } = options
  const readFile = (path: string): string => readFileSync(path, 'utf8')
  const secrets = loadSecrets(description, { env, readFile, readStdin: () => readFileSync(0, 'utf8') })
  const limit = new PauseLimit(time, onPause)
  const connected = connectTarget(description, secrets, { time, onPause: (text) => limit.paused(text) })
  const { send, requests } = counting(limit.within(connected.send))
  let guarded: Promise<GuardedTarget> | undefined
  // The inventory is taken when something is about to be made, and not before it is known that somebody answers.
  const openShare: OpenShare = async (name) => {
    guarded ??= guardOpened({ description, connected: countedConnection(connected, send) })
    return await guardedShares(await guarded)(name)
  }
  try {
    const edges = { send, requests, openShare, now: () => time.now(), pause: (ms: number) => time.sleep(ms) }
    return await test(readyFor(options, connected), edges)
  } finally {
    await (await guarded)?.finish()
    await connected.close()
  }
}

function readyFor(options: TestTargetOptions, { url, token, headers }: ConnectedTarget): Ready {
  // One finding is shown again while somebody mends it; they are waiting.
  const { description, settle = options.finding === undefined ? SETTLE : [150] } = options
  const { authentication, emailDomain } = description
  const parallel = options.parallel ?? description.parallel ?? PARALLEL
  const secret = authentication.kind === 'bearer' ? authentication.token : undefined
  const tokenVariable = secret?.from === 'env' ? secret.name : 'TOKEN'
  // Where nobody signs in, no token can be the wrong one.
  const sent = authentication.kind === 'none' ? [] : headers
  return { ...options, url, token, headers: sent, emailDomain, settle, parallel, tokenVariable }
}

function countedConnection(connected: ConnectedTarget, send: Send): ConnectedTarget {
  return Object.create(connected, { send: { value: send } })
}

function counting(send: Send): { readonly send: Send; requests(): number } {
  let count = 0
  return {
    send(request) {
      count += 1
      return send(request)
    },
    requests: () => count,
  }
}

interface Ready extends TestOptions {
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
  readonly emailDomain: string
  readonly settle: readonly number[]
  readonly token: string
  readonly parallel: number
  readonly tokenVariable?: string
}

interface TestEdges {
  readonly send: Send
  readonly openShare: OpenShare
  requests(): number
  now(): number
  pause(ms: number): Promise<void>
}

async function test(ready: Ready, edges: TestEdges): Promise<TestResult> {
  const startedAt = edges.now()
  const examination = await examine({
    ...ready,
    ...edges,
    base: ready.url.replace(/\/+$/, ''),
    endsInSlash: ready.url.endsWith('/') || ready.endsInSlash === true,
    query: '',
    only: ready.only ?? VICTIMS,
    freshness: new Freshness(ready.settle),
    start: startedAt,
  })
  const durationMs = edges.now() - startedAt
  return tellResult(examination, { target: ready.url, tokenVariable: ready.tokenVariable ?? 'TOKEN', durationMs })
}
