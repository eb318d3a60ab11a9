// One request to a foreign target until its answer is the target's last word: signed in, at the target's pace, with the pauses that it asks
// for, and sent again where a gateway lost it.
import {
  type Exchange,
  type ExchangeFailure,
  retryAfterMs,
  type ScimRequest,
  type Send,
} from '@scimulator/shared/provisioning'
import type { RealTime } from '@scimulator/shared/runtime'
import type { Door } from './door.ts'
import type { Liveness } from './liveness.ts'
import { basicCredentials, type LoadedSecrets } from './load-secrets.ts'
import type { Notes } from './notes.ts'
import { NoToken, type TokenSource } from './oauth-token.ts'
import { outgoingRequest, signsIn } from './outgoing-request.ts'
import type { Pace } from './pace.ts'
import type { TargetDescription } from './target-description.ts'

/** Pauses that one request takes, and the longest pause that a run takes. */
const MOST_PAUSES = 10
const LONGEST_PAUSE_MS = 120_000

/** Which answers are not taken for the target's last word. There is no second patience above this one. */
interface Repeating {
  readonly what: string
  readonly waitsMs: readonly number[]
  /** Of a request that got no answer within the time limit. */
  readonly waitsAfterSilenceMs: readonly number[]
  concerns(exchange: Exchange): boolean
  note(times: number): string
}

/** A read that a gateway lost. A timeout is not repeated: it is what came. */
export const OF_OTHERS: Repeating = {
  what: 'reads',
  waitsMs: [250, 1_000],
  waitsAfterSilenceMs: [],
  concerns: isLostRead,
  note: (times) => `A gateway or the connection lost ${counted(times, 'read')}, which went out again.`,
}

/** Looking, watching, cleaning up: the endpoint is not judged by them. */
export const OUR_OWN: Repeating = {
  what: 'own',
  waitsMs: [250, 1_000, 4_000, 10_000, 20_000],
  waitsAfterSilenceMs: [250, 1_000],
  concerns: isTransient,
  note: (times) =>
    `${counted(times, 'request')} of the run's own, to look or to clean up, went out again after 5xx or no answer.`,
}

export interface Connection {
  readonly target: TargetDescription
  readonly loaded: LoadedSecrets
  readonly time: RealTime
  readonly pace: Pace
  readonly door: Door
  readonly notes: Notes
  readonly liveness: Liveness
  readonly tokens: TokenSource | undefined
  readonly transport: Send
  readonly onPause: (text: string) => void
  /** Whether the target has ever answered: what never did is not asked again and again whether it still does. */
  hasAnswered(): boolean
}

/** One request of a run, to its end: an answer that is the target's own, or a named failure. The request shown is the one that was asked for. */
export async function sendWithCare(
  request: ScimRequest,
  repeating: Repeating,
  connection: Connection,
): Promise<Exchange> {
  const { liveness, time } = connection
  const attempts: Attempts = {
    repeating,
    pauses: 0,
    answersBefore: connection.pace.answers,
    pausesBefore: 0,
    repeats: 0,
    renewed: false,
  }
  for (;;) {
    if (liveness.gone !== undefined) return blocked(request, liveness.gone, time)
    const left = await leaving(request, connection)
    if (left.failure) return blocked(request, left.failure.message, time)
    const sent = await connection.door.through(async () => {
      attempts.pausesBefore = await connection.pace.turn()
      return connection.transport(left.request)
    })
    const exchange = { ...sent, request }
    if (connection.hasAnswered()) await liveness.note(exchange)
    if (await isToBeRepeated(exchange, left.token, attempts, connection)) continue
    noteRedirect(exchange, connection)
    return exchange
  }
}

interface Attempts {
  readonly repeating: Repeating
  pauses: number
  /** What the target had answered, to whomever, when this request began. */
  readonly answersBefore: number
  /** What others had been asked for when this attempt was sent. */
  pausesBefore: number
  repeats: number
  renewed: boolean
}

/** Waits as long as it takes before the next attempt. */
async function isToBeRepeated(
  exchange: Exchange,
  token: string | undefined,
  attempts: Attempts,
  connection: Connection,
): Promise<boolean> {
  if (wasTokenRefused(exchange, token) && !attempts.renewed) {
    attempts.renewed = true
    connection.tokens?.refused(token ?? '')
    return true
  }
  const pauseMs = pauseAskedFor(exchange, attempts.pauses, connection.time)
  if (pauseMs !== undefined) return takePause(pauseMs, exchange, attempts, connection)
  if (exchange.response) connection.pace.answered()
  const wait = connection.hasAnswered() ? waitFor(exchange, attempts) : undefined
  if (wait === undefined || connection.liveness.gone !== undefined) return false
  attempts.repeats += 1
  const { repeating } = attempts
  connection.notes.add(repeating.what, (times) => repeating.note(times))
  await connection.time.sleep(wait)
  return true
}

function wasTokenRefused({ response }: Exchange, token: string | undefined): boolean {
  return token !== undefined && response?.status === 401
}

/** A 429, and a 503 that says when to come again; without a time the waits grow from one second to thirty. */
function pauseAskedFor({ response }: Exchange, pauses: number, time: RealTime): number | undefined {
  if (response?.status !== 429 && response?.status !== 503) return undefined
  const asked = retryAfterMs(response, time.now())
  if (asked !== undefined) return asked
  return response.status === 429 ? Math.min(1_000 * 2 ** pauses, 30_000) : undefined
}

/** @returns whether the request goes out again; the run may have ended, and then it is not sent */
function takePause(pauseMs: number, exchange: Exchange, attempts: Attempts, connection: Connection): boolean {
  attempts.pauses += 1
  if (pauseMs > LONGEST_PAUSE_MS) {
    connection.liveness.end(
      `${wasAnswered(exchange)} and asks to wait for ${seconds(pauseMs)}, longer than a run waits. The run ends here.`,
    )
    return true
  }
  if (attempts.pauses > MOST_PAUSES) return hasEnded(exchange, attempts, connection)
  notePause(pauseMs, exchange, connection)
  connection.pace.pause(pauseMs, attempts.pausesBefore)
  return true
}

/** Where others were answered meanwhile the target is there, and 429 is what came of this request. */
function hasEnded(exchange: Exchange, { answersBefore, pauses }: Attempts, { pace, liveness }: Connection): boolean {
  if (pace.answers > answersBefore) return false
  liveness.end(
    `${wasAnswered(exchange)} ${pauses} times in a row, after each of the pauses that it asked for. The run ends here.`,
  )
  return true
}

function wasAnswered({ request, response }: Exchange): string {
  return `${request.method} ${request.url} was answered with ${response?.status}`
}

function notePause(pauseMs: number, { response }: Exchange, { notes, onPause }: Connection): void {
  notes.add(
    'pauses',
    (times) => `The target asked for ${counted(times, 'pause')} (429, or 503 with Retry-After), which the run took.`,
  )
  if (pauseMs >= 1_000) onPause(`The target asks for a pause of ${seconds(pauseMs)} (${response?.status}).`)
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function seconds(ms: number): string {
  return `${Math.ceil(ms / 1_000)} s`
}

const LOST_BY_GATEWAY: ReadonlySet<number | undefined> = new Set([502, 503, 504])

function waitFor(exchange: Exchange, { repeating, repeats }: Attempts): number | undefined {
  if (!repeating.concerns(exchange)) return undefined
  const isSilence = exchange.failure?.kind === 'timeout'
  return (isSilence ? repeating.waitsAfterSilenceMs : repeating.waitsMs)[repeats]
}

function isTransient({ response, failure }: Exchange): boolean {
  if (!response) return failure?.kind !== 'blocked'
  return response.status >= 500 && response.status !== 501
}

function isLostRead({ request, response, failure }: Exchange): boolean {
  if (request.method !== 'GET') return false
  return failure ? failure.kind === 'reset' || failure.kind === 'connection' : LOST_BY_GATEWAY.has(response?.status)
}

interface Leaving {
  readonly request: ScimRequest
  /** The access token that it carries, when that can be renewed. */
  readonly token?: string
  readonly failure?: ExchangeFailure
}

/** The request as it leaves: signed in, with the target's own query and headers. */
export async function leaving(request: ScimRequest, connection: Connection): Promise<Leaving> {
  const { target, loaded } = connection
  const fixed = { base: target.url, query: target.query, headers: loaded.headers }
  try {
    const token = signsIn(request, target.url) ? await connection.tokens?.current() : undefined
    const authorization = token === undefined ? fixedAuthorization(loaded) : `Bearer ${token}`
    const left = outgoingRequest(request, { ...fixed, authorization })
    return token === undefined ? { request: left } : { request: left, token }
  } catch (error) {
    if (!(error instanceof NoToken)) throw error
    return { request, failure: { kind: 'blocked', message: `There is no access token. ${error.message}` } }
  }
}

function fixedAuthorization({ signIn }: LoadedSecrets): string | undefined {
  if (signIn.kind === 'bearer') return `Bearer ${signIn.token}`
  return signIn.kind === 'basic' ? `Basic ${basicCredentials(signIn.user, signIn.password)}` : undefined
}

function blocked(request: ScimRequest, message: string, time: RealTime): Exchange {
  return { request, startedAt: time.now(), durationMs: 0, failure: { kind: 'blocked', message } }
}

/** Redirects are not followed: a POST would become a GET, and a token would go to somebody else. */
function noteRedirect({ request, response }: Exchange, { notes }: Connection): void {
  if (!response || response.status < 301 || response.status > 308 || response.status === 304) return
  const location = response.headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? ''
  const to = URL.canParse(location, request.url) ? new URL(location, request.url) : undefined
  const where = to === undefined ? '' : ` to ${to.origin}${to.pathname}`
  notes.add('redirects', (times) => {
    const [path = request.url] = request.url.split('?')
    return `The target redirected ${counted(times, 'request')}, such as ${request.method} ${path}${where}. Redirects are not followed; check the URL.`
  })
}
