// Endpoints that fail now and then, and one that ends in the middle: that is told once, and nothing that was asked meanwhile is blamed.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createReceiver } from '@scimulator/receiver'
import { createRealSchedule, createSeededIds, createVirtualSchedule } from '@scimulator/shared/runtime'
import { afterEach, expect, test } from 'vitest'
import { type FirstSight, type TestResult, testEndpoint } from '../../src/examine/index.ts'
import { describeTarget } from '../../src/target/index.ts'

interface Said {
  readonly status: number
  readonly body: string
}
type Mishap = 'error' | 'reset' | 'end' | undefined

let server: Server | undefined

afterEach(() => {
  server?.close()
  server?.closeAllConnections()
})

function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const onTime = () => createRealSchedule((error) => void expect(error).toBeUndefined())

/** Our receiver behind a socket, where this happens to each request. Its clock tells when an account was made, which the guard looks at. */
async function start(
  mishapOf: (count: number) => Mishap,
  schedule: ReturnType<typeof onTime> | ReturnType<typeof createVirtualSchedule> = onTime(),
  saying: (answer: Said, method: string, url: string) => Said = (answer) => answer,
): Promise<string> {
  const sources = [{ token: 'secret' }]
  const receiver = createReceiver({ schedule, ids: createSeededIds(1, 'lark'), profile: 'rfc', sources })
  let count = 0
  const started = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const mishap = mishapOf(++count)
    if (mishap === 'end') started.close()
    if (mishap === 'end' || mishap === 'reset') return void request.socket.destroy()
    if (mishap === 'error') return void response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Oops</h1>')
    const { method = 'GET', url = '/' } = request
    const answered = await receiver.scim({
      method,
      target: url,
      rawHeaders: request.rawHeaders,
      body: Buffer.concat(chunks),
      baseUrl: `http://${request.headers.host}`,
    })
    const { status, body } = saying(answered, method, url)
    const { 'content-length': _own, ...headers } = answered.headers
    response.writeHead(status, headers).end(body)
  }).listen(0, '127.0.0.1')
  server = started
  await new Promise((resolve) => started.once('listening', resolve))
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/scim/v2`
}

async function tested(target: string, finding?: string, seen: string[] = []): Promise<TestResult> {
  const env = { TOKEN: 'secret' }
  const description = describeTarget({ flags: { target, tokenEnv: 'TOKEN' }, env })
  if (!description) throw new Error('the target has no description')
  const onSight = ({ id }: FirstSight) => void seen.push(id)
  return testEndpoint({ description, env, settle: [20], onSight, ...(finding === undefined ? {} : { finding }) })
}

const told = ({ findings, unexplained }: TestResult) => ({ findings: findings.map(({ id }) => id), unexplained })
const verdictsOf = ({ verdicts }: TestResult) => Object.values(verdicts).map(({ verdict }) => verdict)
const actsIn = ({ notJudged }: TestResult) => notJudged.filter(({ question }) => question.includes(': '))

/** Far fewer, and somebody's life was not lived. */
const REQUESTS_OF_A_TEST = 1_000

test('a steady one is asked everything', async () => {
  const result = await tested(await start(() => undefined))
  expect({ ...told(result), notJudged: result.notJudged }).toEqual({ findings: [], unexplained: [], notJudged: [] })
  expect(verdictsOf(result)).toEqual(Array(5).fill('works'))
  expect(result.requests).toBeGreaterThan(REQUESTS_OF_A_TEST)
})

test.each<[string, Exclude<Mishap, undefined>]>([
  ['a fault of the server', 'error'],
  ['a connection that is cut', 'reset'],
])('one request in twenty is answered with %s: it is told, and everything is asked', async (_name, mishap) => {
  const random = chance(7)
  const result = await tested(await start((count) => (count > 20 && random() < 0.05 ? mishap : undefined)))
  expect(told(result)).toEqual({ findings: ['fails-now-and-then'], unexplained: [] })
  const [finding] = result.findings
  expect(finding?.seen.times).toBeGreaterThan(3)
  expect(finding?.detail).toMatch(/\d+ of \d+ answers were a fault of the server/)
  expect(result.requests).toBeGreaterThan(REQUESTS_OF_A_TEST)
  // An act that met one each time it was tried again says nothing; it is not blamed either.
  // What was made by a request whose answer was lost is not provably ours; Okta looks it up, and the guard keeps it from writing to it.
  expect(actsIn(result).filter(({ because }) => !['fails-now-and-then', 'held-back'].includes(because))).toEqual([])
})

test('an endpoint that ends in the middle is one cause, and what was not asked is not judged because of it', async () => {
  const seen: string[] = []
  const result = await tested(await start((count) => (count > 600 ? 'end' : undefined)), undefined, seen)
  expect(told(result)).toEqual({ findings: ['stops-answering'], unexplained: [] })
  // Nothing is said of questions in whose midst it ended.
  expect(seen).toEqual([])
  expect(verdictsOf(result)).toEqual(Array(5).fill('breaks'))
  expect(result.notJudged.length).toBeGreaterThan(10)
  expect(new Set(result.notJudged.map(({ because }) => because))).toEqual(new Set(['stops-answering']))
  // Somebody was hired, and what would have become of them afterwards is not known.
  expect(actsIn(result).map(({ question }) => question)).toContain('entra: group-deleted')
})

/** Its clock stands still at an instant. */
const clockAt = (instant: string) => createVirtualSchedule(Date.parse(instant))

test.each([
  ['1970', clockAt('1970-01-01T00:00:00Z')],
  ['five hours ago', clockAt(new Date(Date.now() - 5 * 3_600_000).toISOString())],
])('where everybody who is created was created %s, that is told, and little is asked', async (_when, schedule) => {
  const result = await tested(await start(() => undefined, schedule))
  expect(told(result)).toEqual({ findings: ['created-time-wrong'], unexplained: [] })
  const [finding] = result.findings
  expect(finding).toMatchObject({ seen: { times: 2, of: 2 }, hurts: ['rfc'] })
  expect(finding?.detail).toMatch(/meta\.created of a new person is ".*", \d+\.\d (years|hours) before the POST\./)
  expect(verdictsOf(result)).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'breaks'])
  expect(new Set(result.notJudged.map(({ because }) => because))).toEqual(new Set(['created-time-wrong']))
  expect(result.requests).toBeLessThan(60)
  // Nobody is deleted of whom it is not proved that they are ours; who they are is said.
  expect(result.leftBehind.length).toBeGreaterThan(0)
})

test('where everybody was created in eight hours, that is told, and everything else is asked', async () => {
  const later = clockAt(new Date(Date.now() + 8 * 3_600_000).toISOString())
  const result = await tested(await start(() => undefined, later))
  expect(told(result)).toEqual({ findings: ['created-time-wrong'], unexplained: [] })
  expect(result.findings[0]?.detail).toContain('8.0 hours after the answer')
  expect(result.notJudged).toEqual([])
  expect(verdictsOf(result)).toEqual(['works', 'works', 'works', 'works', 'breaks'])
  expect(result.leftBehind).toEqual([])
})

const withoutCreated = (body: string): string => body.replace(/"created":"[^"]*",?/g, '')
const untold = ({ status, body }: Said): Said => ({ status: status === 201 ? 200 : status, body: withoutCreated(body) })

test('where a create is answered 200 and shows no time, that is told, and nobody else is made', async () => {
  const result = await tested(await start(() => undefined, onTime(), untold))
  expect(told(result)).toEqual({ findings: ['create-not-told'], unexplained: [] })
  expect(result.findings[0]).toMatchObject({ seen: { times: 2, of: 2 }, hurts: ['rfc'] })
  expect(verdictsOf(result)).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'breaks'])
  expect(new Set(result.notJudged.map(({ because }) => because))).toEqual(new Set(['create-not-told']))
  expect(result.leftBehind).toHaveLength(2)
})

test('where it is not known who was there before, a create that is not told is no fault, and the report says why', async () => {
  const unlisted = (answer: Said, _method: string, url: string): Said =>
    url.includes('count=500') ? { ...answer, body: '{"totalResults":30000,"Resources":[]}' } : untold(answer)
  const result = await tested(await start(() => undefined, onTime(), unlisted))
  expect(told(result)).toEqual({ findings: [], unexplained: [] })
  expect(verdictsOf(result)).toEqual(Array(5).fill('unknown'))
  expect(new Set(result.notJudged.map(({ because }) => because))).toEqual(new Set(['held-back']))
  expect(result.remarks.map(({ id }) => id)).toEqual(['create-not-told'])
})

test.each<[string, (answer: Said) => Said]>([
  ['201 without a time', ({ status, body }) => ({ status, body: withoutCreated(body) })],
  ['200 with a time', ({ status, body }) => ({ status: status === 201 ? 200 : status, body })],
])('a create that is answered %s is told', async (_what, saying) => {
  const result = await tested(await start(() => undefined, onTime(), saying), 'create-not-told')
  expect({ ...told(result), notJudged: result.notJudged }).toEqual({ findings: [], unexplained: [], notJudged: [] })
  expect(result.leftBehind).toEqual([])
})
