// An endpoint that harms whoever lets it: it does everything that it is asked to, to anybody, and hands out strangers. It is a function
// in this process, so that a thousand of them take minutes. It knows nothing of who asks.
import type { Exchange, ScimRequest, ScimResponse } from '@scimulator/shared/provisioning'
import {
  applyPatch,
  compileFilter,
  groupResourceType,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseFilter,
  parsePatchRequest,
  userResourceType,
} from '@scimulator/shared/scim'
import { type Chance, createChance } from './chance.ts'
import { type Kind, matchingValues, newStranger, peopleWhoAreThere } from './people-who-are-there.ts'
import type { Traits } from './traits.ts'

export const HOSTILE_URL = 'https://hostile.example/scim/v2'

interface Stored {
  resource: JsonObject
  /** Somebody who was there before, or was hired while the run was at work. */
  readonly isStranger: boolean
}

export interface HostileTarget {
  readonly url: string
  send(request: ScimRequest): Promise<Exchange>
  /** Everybody who is not of the run, as a text. */
  strangers(): string
  /** What is there and was made by POST. */
  others(): readonly JsonObject[]
}

/** @param now real milliseconds since the epoch */
export function createHostileTarget(seed: number, traits: Traits, now: () => number): HostileTarget {
  const target = new Hostile(createChance(seed ^ 0x5eed), traits, now)
  return {
    url: HOSTILE_URL,
    send: (request) => Promise.resolve(target.exchange(request)),
    strangers: () => target.strangers(),
    others: () => target.others(),
  }
}

class Hostile {
  readonly #chance: Chance
  readonly #traits: Traits
  readonly #now: () => number
  readonly #stored = { Users: new Map<string, Stored>(), Groups: new Map<string, Stored>() }
  #nextId = 1
  #posts = 0

  constructor(chance: Chance, traits: Traits, now: () => number) {
    this.#chance = chance
    this.#traits = traits
    this.#now = now
    const there = peopleWhoAreThere(this.#now() - 90 * 86_400_000, () => this.#newId())
    for (const { kind, resource } of there) this.#put(kind, resource, true)
  }

  strangers(): string {
    const all = [...this.#stored.Users.values(), ...this.#stored.Groups.values()]
    return all
      .filter(({ isStranger }) => isStranger)
      .map(({ resource }) => JSON.stringify(resource))
      .join('\n')
  }

  others(): readonly JsonObject[] {
    return [...this.#stored.Users.values(), ...this.#stored.Groups.values()].flatMap(({ resource, isStranger }) =>
      isStranger ? [] : [resource],
    )
  }

  exchange(request: ScimRequest): Exchange {
    const base = { request, startedAt: this.#now(), durationMs: 0 }
    const { mishapOdds, shows } = this.#traits
    if (mishapOdds > 0 && this.#chance.once(mishapOdds) && request.method !== 'DELETE') return this.#mishap(request)
    const answer = this.#answer(request)
    if (answer === undefined) return { ...base, failure: { kind: 'timeout', message: 'No answer in time' } }
    const skew = shows.date === 'skewed' ? 7_200_000 : 0
    const date: [string, string][] =
      shows.date === 'never' ? [] : [['Date', new Date(this.#now() + skew).toUTCString()]]
    return { ...base, response: { ...answer, headers: [...answer.headers, ...date] } }
  }

  #mishap(request: ScimRequest): Exchange {
    const base = { request, startedAt: this.#now(), durationMs: 0 }
    if (this.#chance.once(2)) this.#answer(request)
    const page = '<!doctype html><h1>502 Bad Gateway</h1>'
    return { ...base, response: { status: 502, headers: [['Content-Type', 'text/html']], body: page } }
  }

  #answer({ method, url, body }: ScimRequest): ScimResponse | undefined {
    const [path = '', query = ''] = url.slice(HOSTILE_URL.length).split('?')
    const [, endpoint = '', id] = this.#read(path).split('/')
    const kind =
      endpoint.toLowerCase() === 'users' ? 'Users' : endpoint.toLowerCase() === 'groups' ? 'Groups' : undefined
    if (kind === undefined) return json(404, { status: '404', detail: 'Nothing is here' })
    const value = parsed(body)
    if (id === undefined || id === '') return method === 'POST' ? this.#create(kind, value) : this.#list(kind, query)
    const stored = this.#find(kind, id)
    if (!stored) return json(404, { status: '404', detail: `${id} is not here` })
    return this.#act(method, kind, stored, value)
  }

  #act(method: string, kind: Kind, stored: Stored, value: JsonValue | undefined): ScimResponse {
    if (method === 'GET') return json(200, this.#shown(kind, stored))
    if (this.#traits.redirects === 'to-a-stranger' && !stored.isStranger) return this.#redirect(kind)
    if (method === 'DELETE') return this.#remove(kind, stored)
    this.#change(kind, stored, method, value)
    const patched = method === 'PATCH' && this.#traits.patchAnswer === 204
    return patched ? { status: 204, headers: [], body: '' } : json(200, this.#shown(kind, stored))
  }

  /** As generously as any framework. */
  #read(path: string): string {
    const once = path.replace(/\/+/g, '/')
    if (!this.#traits.isLenient) return once
    return new URL(decodeURIComponent(once.replace(/%(?![0-9a-f]{2})/gi, '%25')), 'https://x').pathname
  }

  #find(kind: Kind, id: string): Stored | undefined {
    const exact = this.#stored[kind].get(id)
    if (exact || !this.#traits.isLenient) return exact
    return [...this.#stored[kind]].find(([key]) => key.toLowerCase() === id.toLowerCase())?.[1]
  }

  #create(kind: Kind, value: JsonValue | undefined): ScimResponse | undefined {
    if (!isJsonObject(value)) return json(400, { status: '400', scimType: 'invalidSyntax' })
    this.#posts += 1
    const linked = this.#linked(kind, value)
    if (linked) return this.#associate(kind, linked, value)
    const taken = [...this.#stored[kind].values()].some(({ resource }) => sameName(kind, resource, value))
    if (taken) return json(409, { status: '409', scimType: 'uniqueness', detail: 'It exists already' })
    if (this.#traits.redirects === 'post-to-a-stranger') return this.#redirect(kind)
    const { post, postStatus } = this.#traits
    const isStrangers = post.startsWith('stranger') && (post !== 'stranger-after-some' || this.#posts > 3)
    if (isStrangers) return json(postStatus, this.#strangersAnswer(kind, value))
    const stored = this.#put(kind, { ...value, id: this.#newId() }, false)
    return post === 'no-answer' && this.#posts % 3 === 0 ? undefined : json(postStatus, this.#shown(kind, stored))
  }

  /** It answers as if it had made what was sent, under somebody's id. */
  #strangersAnswer(kind: Kind, value: JsonObject): JsonObject {
    const { resource } = this.#anyStranger(kind)
    if (this.#traits.post === 'stranger-without-id') return { ...resource, id: '' }
    return this.#chance.once(2)
      ? this.#shownResource(resource)
      : this.#shownResource({ ...value, id: resource.id ?? '' })
  }

  #linked(kind: Kind, value: JsonObject): Stored | undefined {
    const { linksBy } = this.#traits
    const sent = matchingValues(value)
    return [...this.#stored[kind].values()].find(({ resource }) => {
      const there = matchingValues(resource)
      return linksBy.some((by) => sent[by] !== undefined && sent[by] === there[by])
    })
  }

  #associate(kind: Kind, stored: Stored, value: JsonObject): ScimResponse {
    stored.resource = { ...stored.resource, ...value, id: stored.resource.id ?? '', meta: this.#meta(kind) }
    return json(this.#traits.postStatus, this.#shown(kind, stored))
  }

  #change(kind: Kind, stored: Stored, method: string, value: JsonValue | undefined): void {
    stored.resource = { ...changed(kind, stored.resource, method, value), meta: this.#meta(kind, stored.resource) }
  }

  #remove(kind: Kind, stored: Stored): ScimResponse {
    const id = String(stored.resource.id)
    this.#stored[kind].delete(id)
    if (stored.isStranger) this.#put(kind, { ...stored.resource, id, userName: 'was deleted' }, true)
    else if (this.#traits.usesIdsAgain) this.#put(kind, newStranger(kind, id, this.#now()), true)
    return { status: 204, headers: [], body: '' }
  }

  #list(kind: Kind, query: string): ScimResponse {
    const parameters = new URLSearchParams(query)
    const filter = parameters.get('filter')
    const all = [...this.#stored[kind].values()]
    if (filter === null) return this.#page(kind, all, parameters)
    const found = this.#filtered(kind, all, filter)
    return found ? json(200, listOf(found.map((one) => this.#shown(kind, one)))) : json(400, { status: '400' })
  }

  #filtered(kind: Kind, all: readonly Stored[], filter: string): readonly Stored[] | undefined {
    const right = all.filter(({ resource }) => fits(kind, resource, filter))
    const strangers = all.filter(({ isStranger }) => isStranger)
    switch (this.#traits.filter) {
      case 'right':
        return right
      case 'everybody':
        return all
      case 'nobody':
        return []
      case 'refused':
        return undefined
      case 'a-stranger':
        return right.length > 0 ? right : strangers.slice(0, 1)
      case 'a-stranger-first':
        return [...strangers.slice(0, 1), ...right]
    }
  }

  #page(kind: Kind, all: readonly Stored[], parameters: URLSearchParams): ScimResponse {
    const { list } = this.#traits
    if (list === 'refused') return json(403, { status: '403' })
    const start = list === 'ignores-paging' ? 0 : Math.max(0, Number(parameters.get('startIndex') ?? 1) - 1)
    const count = Math.min(10, Number(parameters.get('count') ?? 10))
    const shown = list === 'without-some' ? all.filter((_, index) => index % 3 !== 1) : all
    const page = list === 'one-page' && start > 0 ? [] : shown.slice(start, start + count)
    const total = list === 'total-too-small' ? page.length : list === 'total-too-large' ? all.length + 7 : all.length
    return json(200, { ...listOf(page.map((one) => this.#shown(kind, one))), totalResults: total })
  }

  #redirect(kind: Kind): ScimResponse {
    const { resource } = this.#anyStranger(kind)
    const location = `${HOSTILE_URL}/${kind}/${resource.id}`
    return { status: this.#chance.pick([301, 302, 307, 308]), headers: [['Location', location]], body: '' }
  }

  #anyStranger(kind: Kind): Stored {
    return this.#chance.pick([...this.#stored[kind].values()].filter(({ isStranger }) => isStranger))
  }

  #put(kind: Kind, resource: JsonObject, isStranger: boolean): Stored {
    const stored: Stored = {
      resource: isStranger && resource.meta ? resource : { ...resource, meta: this.#meta(kind) },
      isStranger,
    }
    this.#stored[kind].set(String(resource.id), stored)
    return stored
  }

  #shown(kind: Kind, { resource, isStranger }: Stored): JsonObject {
    const shown = this.#shownResource(resource)
    if (kind !== 'Groups' || isStranger || !this.#traits.addsMembers) return shown
    const { resource: stranger } = this.#anyStranger('Users')
    const members = Array.isArray(shown.members) ? shown.members : []
    return { ...shown, members: [...members, { value: stranger.id ?? '', display: stranger.displayName ?? '' }] }
  }

  #shownResource(resource: JsonObject): JsonObject {
    const { created } = this.#traits.shows
    const meta = isJsonObject(resource.meta) ? resource.meta : {}
    if (created === 'now') return resource
    const { created: _created, ...without } = meta
    return { ...resource, meta: created === 'never' ? without : { ...without, created: '2001-01-01T00:00:00Z' } }
  }

  #meta(kind: Kind, before?: JsonObject): JsonObject {
    const skew = this.#traits.shows.date === 'skewed' ? 7_200_000 : 0
    const now = new Date(this.#now() + skew).toISOString()
    const created = before && isJsonObject(before.meta) ? (before.meta.created ?? now) : now
    return { resourceType: kind.slice(0, -1), created, lastModified: now }
  }

  #newId(): string {
    const number = this.#nextId
    this.#nextId += 1
    if (this.#traits.ids === 'integer') return String(number)
    const id = `0000${number.toString(16)}`.slice(-4)
    return this.#traits.ids === 'upper-case' ? `ACC-${id.toUpperCase()}` : `00000000-0000-4000-8000-00000000${id}`
  }
}

function listOf(resources: readonly JsonObject[]): JsonObject {
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:ListResponse']
  return {
    schemas,
    totalResults: resources.length,
    startIndex: 1,
    itemsPerPage: resources.length,
    Resources: resources,
  }
}

function json(status: number, value: JsonValue): ScimResponse {
  return { status, headers: [['Content-Type', 'application/scim+json']], body: JSON.stringify(value) }
}

function parsed(body: string | undefined): JsonValue | undefined {
  try {
    // JSON.parse yields nothing else.
    return JSON.parse(body ?? '') as JsonValue
  } catch {
    return undefined
  }
}

function fits(kind: Kind, resource: JsonObject, filter: string): boolean {
  try {
    return compileFilter(parseFilter(filter), kind === 'Users' ? userResourceType : groupResourceType)(resource)
  } catch {
    return false
  }
}

function changed(kind: Kind, resource: JsonObject, method: string, value: JsonValue | undefined): JsonObject {
  if (!isJsonObject(value)) return { ...resource, title: 'was changed' }
  if (method === 'PUT') return { ...value, id: resource.id ?? '' }
  try {
    const resourceType = kind === 'Users' ? userResourceType : groupResourceType
    return applyPatch(resource, parsePatchRequest(value), { resourceType, strictness: new Set(['unknownPaths']) })
      .resource
  } catch {
    return { ...resource, title: 'was changed' }
  }
}

function sameName(kind: Kind, a: JsonObject, b: JsonObject): boolean {
  const name = kind === 'Users' ? 'userName' : 'displayName'
  return String(a[name]).toLowerCase() === String(b[name]).toLowerCase()
}
