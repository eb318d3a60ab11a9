// A plain service provider behind a door that counts: what is there at one time, what was asked, and how often.
import { createReceiver } from '@scimulator/receiver'
import { listen } from '@scimulator/shared/http'

export const COUNTED_TOKEN = 'the-token-of-the-target'

export interface Counted {
  /** The highest number at one time. */
  readonly most: { readonly Users: number; readonly Groups: number }
  /** How many were made. */
  readonly made: { readonly Users: number; readonly Groups: number }
  /** How many were deleted. */
  readonly gone: { readonly Users: number; readonly Groups: number }
  /** Requests by method. */
  readonly methods: ReadonlyMap<string, number>
  /** Names in the order in which they were made. */
  readonly names: readonly string[]
}

export interface CountingTarget extends Counted {
  readonly url: string
  close(): Promise<unknown>
}

/** @param before answers in the place of the service provider: a status, or undefined to let the request through */
export async function startCountingTarget(
  before: (method: string, path: string, asked: number) => Refusal | undefined | Promise<Refusal | undefined> = () =>
    undefined,
): Promise<CountingTarget> {
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token: COUNTED_TOKEN }] })
  const inner = await receiver.listen({ port: 0 })
  const there = { Users: 0, Groups: 0 }
  const most = { Users: 0, Groups: 0 }
  const made = { Users: 0, Groups: 0 }
  const gone = { Users: 0, Groups: 0 }
  const methods = new Map<string, number>()
  const names: string[] = []
  let asked = 0
  const outer = await listen(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { method = 'GET', url = '/' } = request
    asked += 1
    methods.set(method, (methods.get(method) ?? 0) + 1)
    const refusal = await before(method, url, asked)
    if (refusal === 'cut') return void request.socket.destroy()
    if (refusal) return void response.writeHead(refusal.status, refusal.headers).end(refusal.body ?? '')
    const kind = /\/(Users|Groups)/.exec(url)?.[1] === 'Groups' ? 'Groups' : 'Users'
    const headers = { authorization: request.headers.authorization ?? '', 'content-type': 'application/scim+json' }
    const answer = await fetch(`${inner.url}${url}`, { method, headers, ...(body === '' ? {} : { body }) })
    if (method === 'POST' && answer.status === 201) {
      there[kind] += 1
      made[kind] += 1
      most[kind] = Math.max(most[kind], there[kind])
      const { userName, displayName } = JSON.parse(body)
      names.push(userName ?? displayName)
    }
    if (method === 'DELETE' && answer.status < 300) {
      there[kind] -= 1
      gone[kind] += 1
    }
    const date = answer.headers.get('date')
    const head = { 'content-type': 'application/scim+json', ...(date === null ? {} : { date }) }
    response.writeHead(answer.status, head).end(answer.status === 204 ? undefined : await answer.text())
  })
  return {
    url: `${outer.url}/scim/v2`,
    most,
    made,
    gone,
    methods,
    names,
    async close() {
      await outer.close(0)
      await receiver.close()
    },
  }
}

export type Refusal =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  /** The connection ends without an answer. */
  | 'cut'
