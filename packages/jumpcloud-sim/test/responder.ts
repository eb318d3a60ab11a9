// A small SCIM service provider for these tests, in process. It knows nothing of any product.
import type { Exchange, ScimRequest, ScimResponse, Send } from '@scimulator/shared/provisioning'

export type Json = Record<string, unknown>

export interface Responder {
  readonly send: Send
  readonly users: Map<string, Json>
  readonly groups: Map<string, Json & { members: { value: string }[] }>
  readonly requests: ScimRequest[]
  readonly exchanges: Exchange[]
  /** Answers instead of the responder; undefined lets the request through. */
  intercept: (request: ScimRequest) => ScimResponse | 'lost' | 'down' | undefined
  /** Attributes that the target gives new users by itself. */
  supplied: Json
  /** `POST /Users` lines of what came since the last call. */
  traffic(): string[]
}

export const BASE = 'https://scim.example/v2'

export function createResponder(now: () => number = () => 0): Responder {
  const users = new Map<string, Json>()
  const groups = new Map<string, Json & { members: { value: string }[] }>()
  const requests: ScimRequest[] = []
  const exchanges: Exchange[] = []
  let shown = 0
  let count = 0

  const newId = (): string => {
    count += 1
    const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
    return users.has(id) || groups.has(id) ? newId() : id
  }

  function answer(request: ScimRequest): ScimResponse {
    const url = new URL(request.url)
    const [kind = '', id] = url.pathname.replace('/v2/', '').split('/').map(decodeURIComponent)
    const body: Json = request.body === undefined ? {} : JSON.parse(request.body)
    if (kind === 'Users') return answerUsers(request.method, id, url, body)
    return kind === 'Groups' ? answerGroups(request.method, id, url, body) : status(404)
  }

  function answerUsers(method: string, id: string | undefined, url: URL, body: Json): ScimResponse {
    if (method === 'GET' && id === undefined) return list([...users.values()], url)
    if (method === 'POST') {
      if ([...users.values()].some((user) => same(user.userName, body.userName))) return status(409)
      const user = { ...body, ...responder.supplied, id: newId() }
      users.set(user.id, user)
      return json(201, user)
    }
    const known = users.get(id ?? '')
    if (!known || id === undefined) return status(404)
    if (method === 'GET') return json(200, known)
    if (method === 'DELETE') {
      users.delete(id)
      return status(204)
    }
    const next = method === 'PUT' ? { ...body, id } : { ...known, ...patchedAttributes(body) }
    users.set(id, next)
    return json(200, next)
  }

  function answerGroups(method: string, id: string | undefined, url: URL, body: Json): ScimResponse {
    if (method === 'GET') return list([...groups.values()], url)
    if (method === 'POST') {
      const group = { members: [], ...body, id: newId() }
      groups.set(group.id, group)
      return json(201, group)
    }
    const known = groups.get(id ?? '')
    if (!known || id === undefined) return status(404)
    if (method === 'DELETE') {
      groups.delete(id)
      return status(204)
    }
    groups.set(id, method === 'PUT' ? { members: [], ...body, id } : patchedGroup(known, body))
    return method === 'PUT' ? json(200, groups.get(id) ?? {}) : status(204)
  }

  const responder: Responder = {
    users,
    groups,
    requests,
    exchanges,
    intercept: () => undefined,
    supplied: {},
    async send(request) {
      requests.push(request)
      const given = responder.intercept(request)
      const exchange = exchangeOf(request, given, now())
      exchanges.push(exchange)
      return exchange
    },
    traffic() {
      const fresh = requests.slice(shown)
      shown = requests.length
      return fresh.map(line)
    },
  }

  function exchangeOf(request: ScimRequest, given: ScimResponse | 'lost' | 'down' | undefined, at: number): Exchange {
    const base = { request, startedAt: at, durationMs: 0 }
    if (given === 'down') return { ...base, failure: { kind: 'connection', message: 'refused' } }
    if (given === undefined) return { ...base, response: answer(request) }
    if (given !== 'lost') return { ...base, response: given }
    answer(request)
    return { ...base, failure: { kind: 'reset', message: 'the answer was lost' } }
  }
  return responder
}

function line({ method, url }: ScimRequest): string {
  const path = url.replace(BASE, '').replace(/[0-9a-f-]{36}/, 'ID')
  return `${method} ${decodeURIComponent(path.replaceAll('+', ' '))}`
}

function list(all: readonly Json[], url: URL): ScimResponse {
  const filter = /^(\S+) eq (".*")$/.exec(url.searchParams.get('filter') ?? '')
  const found = filter
    ? all.filter((resource) => same(attributeOf(resource, filter[1] ?? ''), JSON.parse(filter[2] ?? '""')))
    : all
  const start = Number(url.searchParams.get('startIndex') ?? 1)
  const count = Number(url.searchParams.get('count') ?? found.length)
  const Resources = found.slice(start - 1, start - 1 + count)
  return json(200, { totalResults: found.length, startIndex: start, itemsPerPage: Resources.length, Resources })
}

function attributeOf(resource: Json, path: string): unknown {
  if (path !== 'emails.value') return resource[path]
  const [first] = Array.isArray(resource.emails) ? resource.emails : []
  return (first as Json | undefined)?.value
}

function patchedAttributes(body: Json): Json {
  const operations = body.Operations as { path: string; value: unknown }[]
  return Object.fromEntries(operations.map(({ path, value }) => [path, value]))
}

function patchedGroup(
  group: Json & { members: { value: string }[] },
  body: Json,
): Json & { members: { value: string }[] } {
  let next = group
  for (const { op, path, value } of body.Operations as { op: string; path?: string; value?: unknown }[]) {
    const named = /^members\[value eq "(.*)"\]$/.exec(path ?? '')?.[1]
    const given = named === undefined ? (value as { value: string }[]) : [{ value: named }]
    if (op === 'replace') next = { ...next, ...(path ? { displayName: value } : (value as Json)) }
    else {
      const rest = next.members.filter((member) => !given.some((each) => each.value === member.value))
      next = { ...next, members: op === 'add' ? [...rest, ...given] : rest }
    }
  }
  return next
}

function same(left: unknown, right: unknown): boolean {
  return String(left).toLowerCase() === String(right).toLowerCase()
}

function json(code: number, body: unknown): ScimResponse {
  return { status: code, headers: [['content-type', 'application/scim+json']], body: JSON.stringify(body) }
}

function status(code: number): ScimResponse {
  return { status: code, headers: [], body: code >= 400 ? `{"detail":"${code}"}` : '' }
}
