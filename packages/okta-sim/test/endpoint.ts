import type { ScimRequest } from '@scimulator/shared/provisioning'
import { bodyOf } from './world.ts'

type Resource = Record<string, unknown> & { readonly id: string }

interface Member {
  readonly value: string
}

/** An endpoint that keeps what it is sent, as far as Okta's requests go. */
export function createEndpoint({ users = [], groups = [] }: { users?: Resource[]; groups?: Resource[] } = {}) {
  const kept = {
    Users: new Map(users.map((one) => [one.id, one])),
    Groups: new Map(groups.map((one) => [one.id, one])),
  }
  function reply(request: ScimRequest) {
    const { pathname, searchParams } = new URL(request.url)
    const [, kind = '', id = ''] = /\/(Users|Groups)\/?(.*)$/.exec(pathname) ?? []
    const all = kept[kind === 'Groups' ? 'Groups' : 'Users']
    const known = all.get(id)
    if (request.method === 'GET' && id === '') return { json: listed([...all.values()], searchParams) }
    if (request.method === 'POST') {
      const made = { ...Object(bodyOf(request)), id: `${kind === 'Groups' ? 'g' : 'u'}${all.size + 1}` }
      all.set(made.id, made)
      return { status: 201, json: made }
    }
    if (known === undefined) return { status: 404, json: { detail: `no ${id}` } }
    if (request.method === 'GET') return { json: known }
    if (request.method === 'DELETE') {
      all.delete(id)
      return { status: 204 }
    }
    const next = request.method === 'PUT' ? { ...Object(bodyOf(request)), id } : patched(known, Object(bodyOf(request)))
    all.set(id, next)
    return { json: next }
  }
  return {
    reply,
    user: (id: string) => kept.Users.get(id),
    users: () => [...kept.Users.values()],
    groups: () => [...kept.Groups.values()].map(({ displayName, members }) => [displayName, idsOf(members)]),
  }
}

function idsOf(members: unknown): readonly string[] {
  return Array.isArray(members) ? members.map(({ value }: Member) => value) : []
}

function listed(all: readonly Resource[], query: URLSearchParams) {
  const [, attribute = '', wanted] = /^(\w+) eq "(.*)"$/.exec(query.get('filter') ?? '') ?? []
  const fitting = wanted === undefined ? all : all.filter((one) => one[attribute] === wanted)
  const from = Number(query.get('startIndex')) - 1
  const Resources = fitting.slice(from, from + Number(query.get('count')))
  return { totalResults: fitting.length, startIndex: from + 1, itemsPerPage: Resources.length, Resources }
}

function patched(known: Resource, { Operations }: { Operations: readonly Record<string, unknown>[] }): Resource {
  let next = known
  for (const { op, path, value } of Operations)
    next =
      path === undefined ? { ...next, ...Object(value) } : { ...next, members: changed(next.members, op, path, value) }
  return next
}

function changed(members: unknown, op: unknown, path: unknown, value: unknown): unknown {
  const known: readonly Member[] = Array.isArray(members) ? members : []
  const [, removed] = /^members\[value eq "(.*)"\]$/.exec(String(path)) ?? []
  if (op === 'remove') return known.filter((member) => member.value !== removed)
  return op === 'replace' ? value : [...known, ...Object(value)]
}
