// A server in a process of its own, and what is asked of it beside HTTP.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Pool } from 'undici'
import { TOKEN } from '../../receiver-server.ts'
import type { Answer, Order, ServerKind, ServerReady } from './serve.ts'

export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly body?: string
}

export interface ServerProcess extends ServerReady {
  send(request: Request): Promise<string>
  /** Milliseconds until the head of the answer. */
  firstByte(request: Request): Promise<number>
  order(order: Order): Promise<number>
  stop(): Promise<void>
}

export async function startServer(kind: ServerKind, people: number, connections = 10): Promise<ServerProcess> {
  const file = fileURLToPath(new URL('./serve.ts', import.meta.url))
  const child = fork(file, ['target', kind, String(people)], {
    execArgv: ['--import', 'tsx', '--max-old-space-size=4300'],
  })
  const ready = await answerOf<ServerReady>(child)
  const pool = new Pool(ready.url, { connections, headersTimeout: 0, bodyTimeout: 0 })
  return {
    ...ready,
    send: async (request) => (await answered(pool, request)).text(),
    firstByte: (request) => firstByte(pool, request),
    async order(order) {
      child.send(order)
      return (await answerOf<Answer>(child)).value
    },
    async stop() {
      await pool.destroy()
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

/** @throws Error when the server ends instead */
function answerOf<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('The server has ended.'))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as Message) // Written by serve.ts.
    })
  })
}

async function firstByte(pool: Pool, request: Request): Promise<number> {
  const before = performance.now()
  const body = await answered(pool, request)
  const took = performance.now() - before
  await body.dump({ limit: 2 ** 30 })
  return took
}

const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/scim+json' }

async function answered(pool: Pool, { method, path, body }: Request) {
  const given = body === undefined ? {} : { body }
  const answer = await pool.request({ method, path: `/scim/v2${path}`, headers, ...given })
  if (answer.statusCode >= 300) {
    const text = await answer.body.text()
    throw new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 200)}`)
  }
  return answer.body
}
