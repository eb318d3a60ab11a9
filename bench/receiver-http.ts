// The receiver over HTTP beside a bare node:http server in a process of its own: rates, and server CPU a request, with 1k, 10k and
// 100k people, on node:http and in Express; and a group PATCH at 20 and 20,000 members.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Pool } from 'undici'
import type { AsyncBenchRow } from './bench-row.ts'
import { GROUP_SIZES, person, type ServerKind, type ServerReady, TOKEN } from './receiver-server.ts'

const CONNECTIONS = 10
const PEOPLE = [1_000, 10_000, 100_000]
const HOSTS: readonly ServerKind[] = ['node:http', 'Express']

interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly body?: string
}
interface Operation {
  readonly name: string
  readonly next: (ready: ServerReady, turn: number) => Request
}

/** Far enough apart that no two requests in flight meet on one user. */
const STEP = 7_919

const operations: readonly Operation[] = [
  { name: 'GET by id', next: ({ userIds }, turn) => get(`/Users/${userIds[(turn * STEP) % userIds.length]}`) },
  {
    name: 'GET by filter',
    next: ({ userIds }, turn) =>
      get(`/Users?filter=userName+eq+%22PERSON${(turn * STEP) % userIds.length}%40example.com%22`),
  },
  {
    name: 'POST',
    next: (_ready, turn) => ({ method: 'POST', path: '/Users', body: JSON.stringify(person(1e9 + turn)) }),
  },
  {
    name: 'PATCH title',
    next: ({ userIds }, turn) =>
      patch(`/Users/${userIds[(turn * STEP) % userIds.length]}`, 'replace', 'title', `T${turn}`),
  },
]

export const asyncRows: AsyncBenchRow[] = [
  ...HOSTS.flatMap((host) => PEOPLE.flatMap((people) => operations.map((one) => row(host, people, one)))),
  ...GROUP_SIZES.map((size, at) =>
    row('node:http', 100_000, { name: `PATCH add or remove one of ${size} members`, next: memberPatch(at) }),
  ),
]

function row(host: ServerKind, people: number, { name, next }: Operation): AsyncBenchRow {
  let mine: Server | undefined
  let bare: Server | undefined
  let turn = 0
  return {
    name: `receiver ${name}, ${people.toLocaleString('en-GB')} people, ${host}`,
    baseline: 'bare node:http with the same body',
    target: name.startsWith('POST') ? '2,000/s' : 'the same at any number of people',
    concurrency: CONNECTIONS,
    async prepare() {
      mine = await serverOf(host, people)
      bare = await serverOf('bare', 0)
    },
    ops: () => mine?.send(next(mine.ready, nextTurn++)) ?? Promise.reject(new Error('not prepared')),
    baselineOps: () => bare?.send(next(mine?.ready ?? bare.ready, turn++)) ?? Promise.reject(new Error('not prepared')),
    cpuMicros: async () => ({ ops: (await mine?.cpu()) ?? 0, baseline: (await bare?.cpu()) ?? 0 }),
    async cleanup() {},
  }
}

/** Over all rows, so that no row creates a user that another has created. */
let nextTurn = 0

/** Adds somebody who is not in the group and removes him again. */
function memberPatch(group: number): Operation['next'] {
  return ({ userIds, groupIds }, turn) => {
    const member = userIds.at(-1 - Math.floor((turn % 2_000) / 2))
    const op = turn % 2 === 0 ? 'add' : 'remove'
    return patch(`/Groups/${groupIds[group]}`, op, 'members', [{ value: member }])
  }
}

function get(path: string): Request {
  return { method: 'GET', path }
}

function patch(path: string, op: string, attribute: string, value: unknown): Request {
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp']
  return { method: 'PATCH', path, body: JSON.stringify({ schemas, Operations: [{ op, path: attribute, value }] }) }
}

interface Server {
  readonly ready: ServerReady
  send(request: Request): Promise<void>
  cpu(): Promise<number>
}

const servers = new Map<string, Promise<Server>>()

function serverOf(kind: ServerKind, people: number): Promise<Server> {
  const key = `${kind} ${people}`
  const known = servers.get(key) ?? start(kind, people)
  servers.set(key, known)
  return known
}

async function start(kind: ServerKind, people: number): Promise<Server> {
  const file = fileURLToPath(new URL('./receiver-server.ts', import.meta.url))
  const child = fork(file, ['serve', kind, String(people)], { execArgv: ['--import', 'tsx'] })
  const [ready] = (await once(child, 'message')) as [ServerReady]
  const pool = new Pool(`http://127.0.0.1:${ready.port}`, { connections: CONNECTIONS })
  return { ready, send: (request) => sendOver(pool, request), cpu: () => cpuOf(child) }
}

const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/scim+json' }

async function sendOver(pool: Pool, { method, path, body }: Request): Promise<void> {
  const answer = await pool.request({
    method,
    path: `/scim/v2${path}`,
    headers,
    ...(body === undefined ? {} : { body }),
  })
  const text = await answer.body.text()
  if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 200)}`)
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu')
  const [{ cpu }] = (await once(child, 'message')) as [{ cpu: number }]
  return cpu
}
