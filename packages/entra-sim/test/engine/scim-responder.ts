// A small service provider for the tests: enough of RFC 7644 for what the engine sends, in both dialects, and nothing more.
import type { Exchange, ScimRequest, ScimResponse, Send } from '@scimulator/shared/provisioning'

export type Resource = Record<string, unknown> & { id: string }

export interface Responder {
  readonly send: Send
  readonly users: Map<string, Resource>
  readonly groups: Map<string, Resource>
  /** Everything that was sent, as `METHOD /path?query body`. */
  readonly traffic: string[]
  readonly exchanges: Exchange[]
  /** How long an exchange takes, milliseconds; 0 unless told. */
  durationOf: (request: ScimRequest) => number
  /** Answers that take the place of the responder's own, the first that fits. */
  readonly faults: ((request: ScimRequest) => Partial<ScimResponse> | Exchange['failure'] | undefined)[]
}

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const BASE = 'https://scim.example/scim/v2'

export function createResponder(clock: { now(): number } = { now: () => 0 }): Responder {
  const users = new Map<string, Resource>()
  const groups = new Map<string, Resource>()
  const responder: Responder = {
    send,
    users,
    groups,
    traffic: [],
    exchanges: [],
    durationOf: () => 0,
    faults: [],
  }

  async function send(request: ScimRequest): Promise<Exchange> {
    const { method, url, body } = request
    responder.traffic.push([method, url.replace(BASE, ''), ...(body === undefined ? [] : [body])].join(' '))
    const exchange = { request, startedAt: clock.now(), durationMs: responder.durationOf(request), ...outcome(request) }
    responder.exchanges.push(exchange)
    return exchange
  }

  function outcome(request: ScimRequest): Pick<Exchange, 'response' | 'failure'> {
    for (const fault of responder.faults) {
      const struck = fault(request)
      if (struck && 'kind' in struck) return { failure: struck }
      if (struck) return { response: { status: 500, headers: [], body: '', ...struck } }
    }
    return { response: answer(request, users, groups) }
  }
  return responder
}

function answer(request: ScimRequest, users: Map<string, Resource>, groups: Map<string, Resource>): ScimResponse {
  const url = new URL(request.url)
  const [type = '', id] = url.pathname.replace('/scim/v2/', '').split('/')
  const resources = type === 'Users' ? users : groups
  const body: Record<string, unknown> = request.body === undefined ? {} : JSON.parse(request.body)
  if (id === undefined) return request.method === 'POST' ? create(resources, type, body) : list(resources, url)
  const found = resources.get(decodeURIComponent(id))
  if (!found) return json(404, { status: '404', detail: 'not found' })
  if (request.method === 'DELETE') return resources.delete(found.id) ? json(204) : json(404)
  if (request.method === 'PATCH') return patch(found, body)
  return json(200, shown(found, url))
}

function create(resources: Map<string, Resource>, type: string, body: Record<string, unknown>): ScimResponse {
  const key = type === 'Users' ? 'userName' : 'displayName'
  const isTaken = [...resources.values()].some((one) => text(one[key]) === text(body[key]))
  if (isTaken) return json(409, { status: '409', scimType: 'uniqueness', detail: 'taken' })
  const resource = { ...body, id: `${type === 'Users' ? 'u' : 'g'}${resources.size + 1}` }
  resources.set(resource.id, resource)
  return json(201, resource)
}

function list(resources: Map<string, Resource>, url: URL): ScimResponse {
  const clauses = (url.searchParams.get('filter') ?? '').split(' and ').map((one) => /^(.+) eq "(.*)"$/.exec(one))
  const found = [...resources.values()].filter((one) =>
    clauses.every((clause) => text(read(one, clause?.[1] ?? '')) === text(clause?.[2])),
  )
  return json(200, { totalResults: found.length, Resources: found.map((one) => shown(one, url)) })
}

function text(value: unknown): string {
  return String(value).toLowerCase()
}

function read(resource: Record<string, unknown>, path: string): unknown {
  const filtered = /^(\w+)\[type eq "(\w+)"\]\.(\w+)$/.exec(path)
  if (!filtered) return resource[path]
  const elements = resource[filtered[1] ?? ''] as Record<string, unknown>[] | undefined
  return elements?.find((one) => one.type === filtered[2])?.[filtered[3] ?? '']
}

function shown(resource: Resource, url: URL): Record<string, unknown> {
  const { members: _members, ...rest } = resource
  return url.searchParams.get('excludedAttributes') === 'members' ? rest : resource
}

function patch(resource: Resource, body: Record<string, unknown>): ScimResponse {
  for (const operation of body.Operations as { op: string; path?: string; value?: unknown }[]) {
    if (operation.path === undefined) {
      for (const [path, value] of Object.entries(operation.value as object)) write(resource, path, value)
    } else if (operation.path.startsWith('members')) writeMembers(resource, operation)
    else if (operation.op.toLowerCase() === 'remove')
      write(resource, operation.path.replace(/\[value.*/, ''), undefined)
    else write(resource, operation.path, added(resource, operation))
  }
  return json(204)
}

/** Add joins a list to the one that is there (RFC 7644 §3.5.2.1). */
function added(resource: Resource, { op, path = '', value }: { op: string; path?: string; value?: unknown }): unknown {
  const before = resource[path]
  const isJoined = op.toLowerCase() === 'add' && Array.isArray(before) && Array.isArray(value)
  return isJoined ? [...before, ...value] : value
}

function writeMembers(
  resource: Resource,
  { op, path = '', value }: { op: string; path?: string; value?: unknown },
): void {
  const members = (resource.members ?? []) as { value: string }[]
  const given = /value eq "(.*)"/.exec(path)?.[1]
  const ids = given === undefined ? (value as { value: string }[]).map((one) => one.value) : [given]
  const kept = members.filter((one) => !ids.includes(one.value))
  resource.members = op.toLowerCase() === 'remove' ? kept : [...kept, ...ids.map((id) => ({ value: id }))]
}

function write(resource: Record<string, unknown>, path: string, raw: unknown): void {
  const value = path === 'active' && typeof raw === 'string' ? raw === 'True' : raw
  if (path.startsWith(`${ENTERPRISE}:`)) {
    const name = path.slice(ENTERPRISE.length + 1)
    const set = name === 'manager' && typeof value === 'string' && value !== '' ? { value } : value
    resource[ENTERPRISE] = { ...(resource[ENTERPRISE] as object), [name]: set === '' ? undefined : set }
    return
  }
  const [, urn, custom] = /^(urn:.+):([^:]+)$/.exec(path) ?? []
  if (urn !== undefined && custom !== undefined) {
    resource[urn] = { ...(resource[urn] as object), [custom]: value }
    return
  }
  const filtered = /^(\w+)\[type eq "(\w+)"\]\.(\w+)$/.exec(path)
  if (filtered) {
    const [, attribute = '', type = '', sub = ''] = filtered
    const before = (resource[attribute] ?? []) as Record<string, unknown>[]
    const element = { ...before.find((one) => one.type === type), type, [sub]: value }
    resource[attribute] = [...before.filter((one) => one.type !== type), element]
    return
  }
  const [attribute = '', sub] = path.split('.')
  resource[attribute] = sub === undefined ? value : { ...(resource[attribute] as object), [sub]: value }
}

function json(status: number, body?: object): ScimResponse {
  const headers = [['Content-Type', 'application/scim+json']] as const
  return { status, headers, body: body === undefined ? '' : JSON.stringify(body) }
}
