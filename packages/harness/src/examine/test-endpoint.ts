// `scimulator test`, as a function: one endpoint, one verdict.
import { readFileSync } from 'node:fs'
import { FINDINGS, VICTIMS, type Victim } from '@scimulator/findings'
import type { Send } from '@scimulator/shared/provisioning'
import { createRandomIds, type RealTime, realTime } from '@scimulator/shared/runtime'
import { type ConnectedTarget, connectTarget } from '../target/connect-target.ts'
import { loadSecrets } from '../target/load-secrets.ts'
import type { TargetDescription } from '../target/target-description.ts'
import { BadInput } from '../written/problem.ts'
import { examine, type Progress } from './examine.ts'
import { Freshness } from './freshness.ts'
import { handlerSend, type ScimHandler } from './in-process.ts'
import { tellResult } from './tell-result.ts'
import type { TestResult } from './test-result.ts'

export interface TestOptions {
  /** Whose verdicts are asked for; all four by default. */
  readonly only?: readonly Victim[]
  /** Id of one finding: only what shows it is asked. */
  readonly finding?: string
  /** Milliseconds after a write at which an answer that disappoints is read again. Default 200, 1,000 and 3,000. */
  readonly settle?: readonly number[]
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
}

const SETTLE = [200, 1_000, 3_000]

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
  const { handler, url, token = '', now = () => 0 } = options
  const headers = token === '' ? [] : [['Authorization', `Bearer ${token}`] as const]
  const send = handlerSend(handler, now)
  return test(
    { ...options, url, headers, send, token, emailDomain: 'example.com', settle: options.settle ?? [] },
    () => 0,
    async () => {},
  )
}

async function testTarget(options: TestTargetOptions): Promise<TestResult> {
  const { description, env = process.env, time = realTime, onPause } = options
  const readFile = (path: string): string => readFileSync(path, 'utf8')
  const secrets = loadSecrets(description, { env, readFile, readStdin: () => readFileSync(0, 'utf8') })
  const connected: ConnectedTarget = connectTarget(description, secrets, { time, ...(onPause ? { onPause } : {}) })
  const { url, send, token } = connected
  // Where nobody signs in, no token can be the wrong one.
  const headers = description.authentication.kind === 'none' ? [] : connected.headers
  const parallel = options.parallel ?? description.parallel
  try {
    const given = {
      ...options,
      url,
      headers,
      send,
      token,
      emailDomain: description.emailDomain,
      settle: options.settle ?? SETTLE,
    }
    const named = description.authentication.kind === 'bearer' && description.authentication.token.from === 'env'
    const tokenVariable = named ? (description.authentication.token as { name: string }).name : 'TOKEN'
    return await test(
      { ...given, ...(parallel === undefined ? {} : { parallel }), tokenVariable },
      () => time.now(),
      (ms) => time.sleep(ms),
    )
  } finally {
    await connected.close()
  }
}

interface Ready extends TestOptions {
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
  readonly send: Send
  readonly emailDomain: string
  readonly settle: readonly number[]
  readonly token: string
  readonly tokenVariable?: string
}

async function test(ready: Ready, now: () => number, pause: (ms: number) => Promise<void>): Promise<TestResult> {
  const startedAt = now()
  const examination = await examine({
    ...ready,
    base: ready.url.replace(/\/+$/, ''),
    endsInSlash: ready.url.endsWith('/') || ready.endsInSlash === true,
    query: '',
    prefix: `scimulator-${runId(startedAt)}`,
    only: ready.only ?? VICTIMS,
    parallel: ready.parallel ?? 6,
    pause,
    freshness: new Freshness(ready.settle),
    start: startedAt,
  })
  const telling = { target: ready.url, tokenVariable: ready.tokenVariable ?? 'TOKEN', durationMs: now() - startedAt }
  return tellResult(examination, telling)
}

/** Four characters for the hour and four at random, so that what is left behind tells its age. */
function runId(now: number): string {
  const hour = Math.floor(now / 3_600_000)
    .toString(36)
    .padStart(4, '0')
    .slice(-4)
  const chance = Math.floor(createRandomIds().random('run') * 36 ** 4).toString(36)
  return `${hour}${chance.padStart(4, '0')}`
}
