// One request, written out: for what no verb says. The target is asked as every other request of the harness is, under the guard, so that
// a foreign one is written to only where the run's own is; a program of the world is asked on the port that it listens on.
import { VerbError } from '@scimulator/shared/behaviour'
import {
  type Exchange,
  type HeaderList,
  headerValue,
  jsonBody,
  type ScimRequest,
} from '@scimulator/shared/provisioning'
import { differences } from '../expect/differences.ts'
import { lookupIn } from '../scenario/interpolate.ts'
import type { World } from '../world/world.ts'
import type { Path } from '../written/yaml-document.ts'
import { accessOf } from './directory/somebody-else.ts'
import { defineHarnessVerb } from './harness-verb.ts'
import { capturesOf, HttpInput, httpProblems, programAsked } from './http-input.ts'
import type { RunContext } from './run-context.ts'

/** What is kept of an answer. */
interface Answer {
  readonly status: number
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  /** Parsed where it is JSON; undefined where there is none. */
  readonly body?: unknown
}

export const httpVerb = defineHarnessVerb({
  name: 'http',
  describes:
    'Sends one request, to the target or to a program’s own interfaces, and looks at the answer; no fault strikes it, and it is in no transcript.',
  input: HttpInput,
  mayRunBeside: true,
  problemsIn: httpProblems,
  keeps: capturesOf,
  asks: programAsked,
  async run(input, context, path) {
    const { world } = context
    const exchange = await send(input, world)
    const answer = answerOf(exchange, input)
    world.secrets.addFrom(answer)
    judge(answer, input, context, path)
    for (const [name, place] of Object.entries(input.capture ?? {})) {
      context.saved.set(name, captured(answer, place, context, [...path, 'capture', name]))
    }
    return answer
  },
})

async function send(input: HttpInput, world: World): Promise<Exchange> {
  const { method, headers = {} } = input
  const { url, credentials, call } = input.to === 'target' ? targetDoor(input, world) : await programDoor(input, world)
  const [type, body] = contentOf(input)
  const own: HeaderList = [...credentials, ['Accept', acceptOf(input)], ...(type === undefined ? [] : [type])]
  const written = Object.entries(headers)
  const usual = own.filter(([name]) => headerValue(written, name) === undefined)
  keepSecrets([...usual, ...written], input, world)
  const request: ScimRequest = { method, url: `${url}${pathOf(input)}`, headers: [...usual, ...written] }
  return call(body === undefined ? request : { ...request, body })
}

interface Door {
  readonly url: string
  readonly credentials: HeaderList
  call(request: ScimRequest): Promise<Exchange>
}

function targetDoor({ source, signedIn }: HttpInput, world: World): Door {
  const { url, token } = accessOf(world, source)
  return { url, credentials: signedIn ? [['Authorization', `Bearer ${token}`]] : [], call: world.send }
}

async function programDoor({ to, signedIn }: HttpInput, world: World): Promise<Door> {
  const url = await world.serve(to)
  if (url === undefined) throw new VerbError('not-found', `http: there is no "${to}" in this run.`)
  const credentials = signedIn ? await world.programs.get(to)?.signIn?.(world.call, url) : []
  return { url, credentials: credentials ?? [], call: world.call }
}

function acceptOf({ to }: HttpInput): string {
  return to === 'target' ? 'application/scim+json' : 'application/json'
}

/** The body with the header that says what it is; of a text nobody says it but the file. */
function contentOf(input: HttpInput): [type: HeaderList[number] | undefined, body: string | undefined] {
  const { body, form } = input
  if (form) return [['Content-Type', 'application/x-www-form-urlencoded'], new URLSearchParams(form).toString()]
  if (body === undefined || typeof body === 'string') return [undefined, body]
  return [['Content-Type', acceptOf(input)], JSON.stringify(body)]
}

function pathOf({ path, query = {} }: HttpInput): string {
  const pairs = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  if (pairs.length === 0) return path
  return `${path}${path.includes('?') ? '&' : '?'}${pairs.join('&')}`
}

const CREDENTIALS = ['authorization', 'proxy-authorization', 'cookie', 'x-api-key']

/** What the request itself hands in; members by name have been taken from the input already. */
function keepSecrets(headers: HeaderList, { form }: HttpInput, { secrets }: World): void {
  for (const name of CREDENTIALS) secrets.add(headerValue(headers, name)?.split(' ').at(-1) ?? '')
  secrets.addFrom(form)
}

function answerOf({ response, failure }: Exchange, input: HttpInput): Answer {
  if (!response) throw new VerbError('refused', `${titleOf(input)} got no answer: ${failure?.message ?? 'none came'}`)
  const headers: Record<string, string> = {}
  for (const [name, value] of response.headers) {
    const key = name.toLowerCase()
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`
  }
  const body = jsonBody(response)
  if (body.kind === 'empty') return { status: response.status, headers }
  return { status: response.status, headers, body: body.kind === 'json' ? body.value : response.body }
}

/** @throws VerbError for a refusal that nobody expects */
function judge(answer: Answer, input: HttpInput, context: RunContext, path: Path): void {
  const { expect = {} } = input
  if (expect.status === undefined && answer.status >= 400) {
    throw new VerbError('refused', `${titleOf(input)} was answered ${shown(answer)}`)
  }
  if (input.expect === undefined) return
  const found = differences(expectedOf(expect), answer)
  const { line, column } = context.scenario.document.position([...path, 'expect'], 'key')
  const failures =
    found.length === 0 ? [] : [{ item: '', message: 'is not as expected', line, differences: [...found] }]
  const base = { title: `the answer to ${titleOf(input)}`, line, column, proves: [], failures }
  if (found.length === 0) context.asked.push({ ...base, outcome: 'passed' })
  else if (context.doubt === undefined) context.asked.push({ ...base, outcome: 'failed' })
  else context.asked.push({ ...base, failures: [], outcome: 'skipped', skip: { ...context.doubt, doubtful: true } })
}

function expectedOf({ headers, ...rest }: NonNullable<HttpInput['expect']>): object {
  if (headers === undefined) return rest
  return {
    ...rest,
    headers: Object.fromEntries(Object.entries(headers).map(([name, one]) => [name.toLowerCase(), one])),
  }
}

/** @throws VerbError when the answer has nothing in that place */
function captured(answer: Answer, place: string, { scenario }: RunContext, path: Path): unknown {
  const value = lookupIn({ ...answer })(place)
  if (value !== undefined) return value
  const { line, column } = scenario.document.position(path)
  throw new VerbError('not-found', `line ${line}:${column}: the answer has no ${place}. It was ${shown(answer)}`)
}

function titleOf({ method, path }: HttpInput): string {
  return `${method} ${path}`
}

const LONGEST = 300

function shown({ status, body }: Answer): string {
  const text = body === undefined ? '' : `: ${typeof body === 'string' ? body : JSON.stringify(body)}`
  return `${status}${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}`
}
