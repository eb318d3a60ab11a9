import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Control, VerbError } from '@scimulator/shared/behaviour'
import {
  addressOf,
  BodyPacked,
  BodyTooLong,
  createSignInAttempts,
  type FoundOperation,
  operationTable,
  readJsonBody,
  type SignInAttempts,
  writeJson,
} from '@scimulator/shared/http'
import { z } from 'zod'
import { isStopped } from '../../ledger.ts'
import type { Desk } from '../acts/desk.ts'
import type { Administrator } from '../values/administrator.ts'
import { type Operation, type Parameters, PREFIX } from './operation.ts'
import { OPERATIONS } from './operations.ts'
import { closeSession, openSession, type SignIn, shownAdministrator, signedIn } from './sign-in.ts'

export interface AdminApiOptions {
  readonly desk: Desk
  readonly control: Control
  readonly signIn: SignIn
  /** Called with internal errors, which clients see as a plain 500. */
  readonly onFault: (fault: unknown) => void
}

/** Answers a request below `/admin/v1`; resolves to false, having written nothing, for any other. */
export function createAdminApi(given: AdminApiOptions) {
  const options = { ...given, attempts: createSignInAttempts() }
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? '/', 'http://admin.invalid')
    if (!url.pathname.startsWith(`${PREFIX}/`)) return false
    const answer = await answerTo(options, request, url)
      .then(async (done) => {
        await options.desk.ledger.store.durable()
        return done
      })
      .catch((thrown: unknown) => refusal(thrown, options))
    for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value)
    writeJson(response, answer.status, answer.body)
    return true
  }
}

interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const STATUS = { invalid: 400, 'not-found': 404, conflict: 409, refused: 403 } as const

function refusal(thrown: unknown, { onFault }: AdminApiOptions): Answer {
  if (thrown instanceof VerbError) return problem(STATUS[thrown.code], thrown.code, thrown.message)
  if (isStopped(thrown)) return problem(503, 'unavailable', 'The receiver can no longer store anything.')
  onFault(thrown)
  return problem(500, 'fault', 'The receiver failed.')
}

function problem(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } }
}

type Admitting = AdminApiOptions & { readonly attempts: SignInAttempts }

async function answerTo(options: Admitting, request: IncomingMessage, url: URL): Promise<Answer> {
  const path = url.pathname.slice(PREFIX.length)
  if (path === '/openapi.json' && request.method === 'GET') {
    const { adminOpenApi } = await import('./openapi.ts')
    return { status: 200, body: adminOpenApi() }
  }
  if (path === '/session') return session(options, request)
  const found = findOperation(request.method ?? 'GET', path)
  if (!found) return problem(404, 'not-found', `There is no ${request.method} ${url.pathname}.`)
  const who = signedIn(options.desk, request, options.signIn)
  if (!who) return notSignedIn
  const body = found.operation.method === 'GET' ? {} : await objectBody(request)
  const result = await carryOut(options, found, who.administrator, {
    body,
    query: Object.fromEntries(url.searchParams),
  })
  return { status: 200, body: result }
}

const notSignedIn: Answer = {
  ...problem(
    401,
    'unauthorized',
    `Sign in with POST ${PREFIX}/session, or send a personal token: Authorization: Bearer.`,
  ),
  headers: { 'www-authenticate': 'Bearer realm="Lark Admin Console"' },
}

const Credentials = z.strictObject({ email: z.string(), password: z.string() })

async function session(options: Admitting, request: IncomingMessage): Promise<Answer> {
  const { desk, signIn } = options
  if (request.method === 'POST') {
    const given = Credentials.safeParse(await objectBody(request))
    if (!given.success) return problem(400, 'invalid', z.prettifyError(given.error))
    return newSession(options, request, given.data)
  }
  const who = signedIn(desk, request, signIn)
  if (!who) return notSignedIn
  if (request.method === 'GET') return { status: 200, body: shownAdministrator(who.administrator) }
  if (request.method !== 'DELETE') return problem(404, 'not-found', 'A session is opened, shown or closed.')
  const closed = who.session === undefined ? undefined : closeSession(desk, who.session)
  return { status: 200, body: { closed: closed !== undefined }, headers: closed ? { 'set-cookie': closed.cookie } : {} }
}

/** Passwords can be guessed: who fails too often waits before another one is looked at. */
function newSession(
  { desk, attempts }: Admitting,
  request: IncomingMessage,
  { email, password }: z.infer<typeof Credentials>,
): Answer {
  const attempt = { address: addressOf(request), user: email }
  const now = desk.ledger.schedule.now()
  const wait = attempts.waitSeconds(attempt, now)
  if (wait > 0) {
    const refused = problem(429, 'too-many', `Too many failed attempts to sign in. Try again in ${wait} s.`)
    return { ...refused, headers: { 'retry-after': String(wait) } }
  }
  try {
    const { cookie, body } = openSession(desk, email, password)
    attempts.succeeded(attempt)
    return { status: 201, body, headers: { 'set-cookie': cookie } }
  } catch (error) {
    if (error instanceof VerbError && error.code === 'refused') attempts.failed(attempt, now)
    throw error
  }
}

const table = operationTable(OPERATIONS, { readValue: decoded })

function findOperation(method: string, path: string): FoundOperation<Operation> | undefined {
  const found = table.find(method, path.split('/').slice(1))
  return found && 'operation' in found ? found : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new VerbError('invalid', `The path part "${text}" is not percent-encoded UTF-8.`)
  }
}

/** The administrator who is signed in acts, in their own organisation, whatever the request says. */
async function carryOut(
  { control }: AdminApiOptions,
  { operation, parameters }: FoundOperation<Operation>,
  administrator: Administrator,
  { body, query }: { readonly body: object; readonly query: object },
): Promise<unknown> {
  const acting = { as: administrator.id, organisation: administrator.organisation }
  const { act } = operation
  if ('verb' in act) {
    const input = act.input?.(parameters, body) ?? { ...body, ...parameters }
    return control.verbs.get(act.verb)?.run({ ...input, ...acting })
  }
  if ('view' in act) {
    const found = (await control.views.get(act.view)?.read({ ...query, ...acting })) ?? []
    return { items: found.map(({ value }) => value) }
  }
  return oneItem((await control.views.get(act.item)?.read(acting)) ?? [], parameters)
}

function oneItem(
  items: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[],
  parameters: Parameters,
): unknown {
  const wanted = Object.values(parameters).at(-1) ?? ''
  const folded = wanted.toLowerCase()
  const found = items.find(({ key, value }) => key.toLowerCase() === folded || value.id === wanted)
  if (!found) throw new VerbError('not-found', `There is no "${wanted}".`)
  return found.value
}

async function objectBody(request: IncomingMessage): Promise<object> {
  const body = await readJsonBody(request).catch((cause: unknown) => {
    const message = cause instanceof Error ? cause.message : String(cause)
    const isJson = cause instanceof BodyPacked || cause instanceof BodyTooLong
    throw new VerbError('invalid', isJson ? message : `The body is not JSON: ${message}`)
  })
  if (body === undefined) return {}
  // A page elsewhere can send forms with a cookie, but no JSON without being asked first (CORS).
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new VerbError('invalid', 'Send Content-Type: application/json.')
  }
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body
  throw new VerbError('invalid', 'The body is not a JSON object.')
}
