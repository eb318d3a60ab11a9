import type { ScimRequest } from '@scimulator/shared/provisioning'
import { bodyOf } from './world.ts'

export type Resource = Record<string, unknown> & { readonly id: string }

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
      const id = `${kind === 'Groups' ? 'g' : 'u'}${highest([...all.keys()]) + 1}`
      const fresh = { ...Object(bodyOf(request)), id }
      all.set(id, fresh)
      return { status: 201, json: fresh }
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
    /** Past Okta. */
    changeByHand: (kind: keyof typeof kept, id: string, change: object) =>
      void kept[kind].set(id, { ...kept[kind].get(id), ...change, id }),
    users: () => [...kept.Users.values()],
    /** All of it, as it can be handed to another endpoint. */
    picture: () => structuredClone({ users: [...kept.Users.values()], groups: [...kept.Groups.values()] }),
    groups: () => [...kept.Groups.values()].map(({ displayName, members }) => [displayName, idsOf(members)]),
  }
}

/** Of `u1` and `u7`: 7. */
function highest(ids: readonly string[]): number {
  return Math.max(0, ...ids.map((id) => Number(id.slice(1))))
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
  if (op === 'replace') return value
  const added: readonly Member[] = Object(value)
  // RFC 7644 §3.5.2.1: a member who is there already is not added again.
  return [...known, ...added.filter((one) => known.every((member) => member.value !== one.value))]
}
