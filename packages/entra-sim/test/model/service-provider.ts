// The target of the model's histories: a small service provider that is stricter than the one of the other tests. Names are unique
// (409 on POST and PATCH), a PATCH is all or nothing, ids are never used twice, and a deleted user leaves every group.
import type { ScimRequest, ScimResponse, Send } from '@scimulator/shared/provisioning'

type Resource = Readonly<Record<string, unknown>> & { readonly id: string }

/** A user or group of the target, flat: mapped path to value. */
export interface Directory {
  readonly users: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly groups: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

interface Stored {
  readonly users: readonly Resource[]
  readonly groups: readonly Resource[]
  readonly made: number
}

export interface ServiceProvider {
  readonly send: Send
  directory(): Directory
  ids(): ReadonlySet<string>
  /** Somebody at the target takes a resource away by hand. */
  removeByHand(id: string): void
  store(): Stored
  load(stored: Stored): void
}

export const BASE = 'https://scim.example/scim/v2'
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

export function createServiceProvider(clock: { now(): number }): ServiceProvider {
  const users = new Map<string, Resource>()
  const groups = new Map<string, Resource>()
  let made = 0
  const newId = (type: string) => {
    made += 1
    return `${type === 'Users' ? 'U' : 'G'}${made}`
  }
  return {
    async send(request) {
      const response = answer(request, { users, groups, newId })
      return { request, startedAt: clock.now(), durationMs: 0, response }
    },
    directory: () => ({ users: flatten(users), groups: withMemberLists(flatten(groups)) }),
    ids: () => new Set([...users.keys(), ...groups.keys()]),
    removeByHand: (id) => void remove(id, { users, groups, newId }),
    store: () => ({ users: [...users.values()], groups: [...groups.values()], made }),
    load(stored) {
      for (const one of stored.users) users.set(one.id, one)
      for (const one of stored.groups) groups.set(one.id, one)
      made = stored.made
    },
  }
}

interface Place {
  readonly users: Map<string, Resource>
  readonly groups: Map<string, Resource>
  newId(type: string): string
}

function answer(request: ScimRequest, place: Place): ScimResponse {
  const url = new URL(request.url)
  const [type = '', id] = url.pathname.replace('/scim/v2/', '').split('/')
  const resources = type === 'Users' ? place.users : place.groups
  // A body comes from the simulator under test; whatever it is, reading it as a record is what a service provider does.
  const body: Record<string, unknown> = request.body === undefined ? {} : JSON.parse(request.body)
  if (id === undefined) return request.method === 'POST' ? create(type, body, place) : list(resources, url)
  const found = resources.get(id)
  if (!found) return json(404, { status: '404' })
  if (request.method === 'DELETE') return remove(id, place)
  if (request.method === 'PATCH') return patch(found, body, resources)
  return json(200, shown(found, url))
}

function create(type: string, body: Record<string, unknown>, place: Place): ScimResponse {
  const resources = type === 'Users' ? place.users : place.groups
  if (isTaken(resources, body, undefined)) return json(409, { status: '409', scimType: 'uniqueness' })
  const resource = { ...body, id: place.newId(type) }
  resources.set(resource.id, resource)
  return json(201, resource)
}

function isTaken(resources: ReadonlyMap<string, Resource>, body: object, ownId: string | undefined): boolean {
  return [...resources.values()].some((one) => one.id !== ownId && nameOf(one) === nameOf(body))
}

function nameOf(resource: object): string {
  return String(Reflect.get(resource, 'userName') ?? Reflect.get(resource, 'displayName')).toLowerCase()
}

function list(resources: ReadonlyMap<string, Resource>, url: URL): ScimResponse {
  const wanted = /^\w+ eq "(.*)"$/.exec(url.searchParams.get('filter') ?? '')?.[1]?.toLowerCase()
  const found = [...resources.values()].filter((one) => nameOf(one) === wanted)
  return json(200, { totalResults: found.length, Resources: found.map((one) => shown(one, url)) })
}

function remove(id: string, { users, groups }: Place): ScimResponse {
  if (!users.delete(id) && !groups.delete(id)) return json(404)
  for (const group of groups.values()) {
    const members = membersOf(group)
    if (members.includes(id))
      groups.set(
        group.id,
        withMembers(
          group,
          members.filter((one) => one !== id),
        ),
      )
  }
  return json(204)
}

function shown(resource: Resource, url: URL): object {
  const { members: _members, ...rest } = resource
  return url.searchParams.get('excludedAttributes') === 'members' ? rest : resource
}

function patch(resource: Resource, body: Record<string, unknown>, resources: Map<string, Resource>): ScimResponse {
  const operations = body.Operations as readonly Operation[]
  const next = operations.reduce(applied, resource)
  if (isTaken(resources, next, next.id)) return json(409, { status: '409', scimType: 'uniqueness' })
  resources.set(next.id, next)
  return json(204)
}

interface Operation {
  readonly op: string
  readonly path?: string
  readonly value?: unknown
}

function applied(resource: Resource, { op, path, value }: Operation): Resource {
  if (path === undefined)
    return Object.entries(value as object).reduce((one, [key, part]) => set(one, key, part), resource)
  if (path.startsWith('members')) return patchedMembers(resource, op, path, value)
  return op.toLowerCase() === 'remove'
    ? set(resource, path.replace(/\[value eq .*/, ''), undefined)
    : set(resource, path, value)
}

function patchedMembers(resource: Resource, op: string, path: string, value: unknown): Resource {
  const only = /value eq "(.*)"/.exec(path)?.[1]
  const ids = only === undefined ? (value as readonly { value: string }[]).map((one) => one.value) : [only]
  const rest = membersOf(resource).filter((one) => !ids.includes(one))
  return withMembers(resource, op.toLowerCase() === 'remove' ? rest : [...rest, ...ids])
}

function membersOf(resource: Resource): readonly string[] {
  return ((resource.members ?? []) as readonly { value: string }[]).map((one) => one.value)
}

function withMembers(resource: Resource, ids: readonly string[]): Resource {
  return { ...resource, members: ids.map((value) => ({ value })) }
}

function set(resource: Resource, path: string, raw: unknown): Resource {
  if (path.startsWith(`${ENTERPRISE}:`)) {
    const name = path.slice(ENTERPRISE.length + 1)
    const value = name === 'manager' && raw !== undefined ? { value: raw } : raw
    return { ...resource, [ENTERPRISE]: { ...(resource[ENTERPRISE] as object), [name]: value } }
  }
  const filtered = /^(\w+)\[type eq "(\w+)"\]\.(\w+)$/.exec(path)
  if (filtered) return setElement(resource, filtered, raw)
  const [attribute = '', sub] = path.split('.')
  if (sub !== undefined) return { ...resource, [attribute]: { ...(resource[attribute] as object), [sub]: raw } }
  return { ...resource, [attribute]: attribute === 'active' && typeof raw === 'string' ? raw === 'True' : raw }
}

function setElement(
  resource: Resource,
  [, attribute = '', type = '', sub = '']: RegExpExecArray,
  raw: unknown,
): Resource {
  const before = (resource[attribute] ?? []) as readonly Record<string, unknown>[]
  const element = { ...before.find((one) => one.type === type), type, [sub]: raw }
  return { ...resource, [attribute]: [...before.filter((one) => one.type !== type), element] }
}

function flatten(resources: ReadonlyMap<string, Resource>): Directory['users'] {
  return Object.fromEntries([...resources.values()].map((one) => [one.id, flat(one)]))
}

function withMemberLists(groups: Directory['groups']): Directory['groups'] {
  return Object.fromEntries(Object.entries(groups).map(([id, group]) => [id, { members: [], ...group }]))
}

function flat(resource: Resource): Record<string, unknown> {
  const pairs = Object.entries(resource).flatMap(([key, value]): [string, unknown][] => {
    if (key === 'schemas' || key === 'meta' || key === 'roles' || key === 'id') return []
    if (key === 'members') return [['members', [...membersOf(resource)].sort()]]
    if (Array.isArray(value)) return value.flatMap((element) => flatElement(key, element))
    if (typeof value !== 'object' || value === null) return [[key, value]]
    return Object.entries(value).map(([sub, part]) => flatSub(key, sub, part))
  })
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function flatElement(key: string, element: Record<string, unknown>): [string, unknown][] {
  const subs = Object.entries(element).filter(([sub]) => sub !== 'type' && sub !== 'primary')
  return subs.map(([sub, value]) => [`${key}[type eq "${String(element.type)}"].${sub}`, value])
}

function flatSub(key: string, sub: string, part: unknown): [string, unknown] {
  const isManager = sub === 'manager' && typeof part === 'object' && part !== null
  return [key === ENTERPRISE ? sub : `${key}.${sub}`, isManager ? Reflect.get(part, 'value') : part]
}

function json(status: number, body?: object): ScimResponse {
  const headers = [['Content-Type', 'application/scim+json']] as const
  return { status, headers, body: body === undefined ? '' : JSON.stringify(body) }
}
