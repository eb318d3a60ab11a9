// The directory as the answers on the wire have shown it: nothing is asked for it. What a write without an answer's body says is in it too,
// and is known as inferred until an answer shows it. Pure.
import { unescaped } from '@scimulator/shared/http'
import { type Exchange, jsonBody } from '@scimulator/shared/provisioning'
import { asText, isJsonArray, isJsonObject, type JsonObject, type JsonValue, parsedJson } from '@scimulator/shared/scim'
import { inferPatch } from './infer-patch.ts'
import type { Views } from './recording.ts'

type Endpoint = 'Users' | 'Groups'

interface Known {
  readonly endpoint: Endpoint
  readonly id: string
  readonly value: JsonObject
  readonly source: Source
}

export type Source = 'observed' | 'inferred'

/** By view and key. What has not changed is the same object the next time, but for groups. */
export type SeenViews = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>

/** Grows with each answer. An answer that refuses says nothing. */
export class SeenDirectory {
  readonly #known = new Map<string, Known>()
  /** Of what is gone: whether its absence was seen. */
  readonly #gone = new Map<string, readonly [view: string, key: string, source: Source]>()

  see(exchange: Exchange): void {
    const place = placeIn(exchange.request.url)
    if (!place || !exchange.response) return
    const { status } = exchange.response
    const { method, url } = exchange.request
    if (place.id !== undefined && isGone(method, status)) {
      const key = `${place.endpoint}/${place.id}`
      const before = this.#known.get(key)
      if (before) this.#gone.set(key, [VIEWS[place.endpoint], keyOf(before), status < 300 ? 'inferred' : 'observed'])
      this.#known.delete(key)
    } else if (status >= 200 && status <= 299) {
      const shown = shownIn(exchange, place)
      for (const one of shown) this.#add(one, isPartial(url))
      if (shown.length === 0 && method === 'PATCH' && isEmpty(exchange)) this.#infer(exchange, place)
    }
  }

  /** Where what a view says of a key is from, and of a key that is gone, where that is from. */
  sources(): readonly (readonly [view: string, key: string, source: Source])[] {
    const there = [...this.#known.values()].map((one) => [VIEWS[one.endpoint], keyOf(one), one.source] as const)
    return [...this.#gone.values(), ...there]
  }

  #infer({ request }: Exchange, { endpoint, id }: Place): void {
    const before = this.#known.get(`${endpoint}/${id}`)
    if (!before) return
    const ids = new Map([...this.#known.values()].map((one) => [keyOf(one), one.id]))
    const value = inferPatch(endpoint, withMemberIds(before.value, ids), request.body)
    if (value) this.#add({ ...before, value, source: 'inferred' }, false)
  }

  /** A view that was read as a whole stands in the place of what answers have shown. */
  read(views: Views): void {
    for (const endpoint of ['Users', 'Groups'] as const) {
      const items = views[VIEWS[endpoint]]
      if (!items) continue
      for (const [key, one] of this.#known) if (one.endpoint === endpoint) this.#known.delete(key)
      // What a view shows was JSON.
      for (const item of Object.values(items))
        for (const one of known(endpoint, item as JsonObject)) this.#add(one, false)
    }
  }

  /** In the form of the views `directory.users` and `directory.groups`; members by their names. */
  views(): SeenViews {
    const all = [...this.#known.values()]
    const names = new Map(all.map((one) => [one.id, keyOf(one)]))
    const itemsOf = (endpoint: Endpoint) =>
      Object.fromEntries(all.filter((one) => one.endpoint === endpoint).map((one) => [keyOf(one), shown(one, names)]))
    return { [VIEWS.Users]: itemsOf('Users'), [VIEWS.Groups]: itemsOf('Groups') }
  }

  #add(one: Known, isPart: boolean): void {
    const key = `${one.endpoint}/${one.id}`
    const before = isPart ? this.#known.get(key)?.value : undefined
    this.#gone.delete(key)
    this.#known.set(key, { ...one, value: { ...before, ...one.value } })
  }
}

interface Place {
  readonly endpoint: Endpoint
  readonly id?: string
}

function placeIn(url: string): Place | undefined {
  const [, endpoint, id] = /\/(Users|Groups)(?:\/([^/?]+))?(?:\?|$)/.exec(url) ?? []
  if (endpoint !== 'Users' && endpoint !== 'Groups') return undefined
  return id === undefined ? { endpoint } : { endpoint, id: unescaped(id) }
}

function isGone(method: string, status: number): boolean {
  return method === 'DELETE' ? status < 300 || status === 404 : method === 'GET' && (status === 404 || status === 410)
}

/** With `attributes` or `excludedAttributes` an answer shows a part, and the rest is as it was. */
function isPartial(url: string): boolean {
  return /[?&](excludedA|a)ttributes=/i.test(url)
}

function shownIn({ request, response }: Exchange, { endpoint, id }: Place): readonly Known[] {
  const body = response ? jsonBody(response) : undefined
  // JSON.parse yields nothing else.
  const value = body?.kind === 'json' ? (body.value as JsonValue) : undefined
  if (!isJsonObject(value))
    return sentIn(request.body, request.method, { endpoint, ...(id === undefined ? {} : { id }) })
  const listed = isJsonArray(value.Resources) ? value.Resources : [value]
  return listed.flatMap((one) => (isJsonObject(one) ? known(endpoint, one) : []))
}

/** A full PUT that is answered without a body says what is there all the same. */
function sentIn(body: string | undefined, method: string, { endpoint, id }: Place): readonly Known[] {
  if (method !== 'PUT' || id === undefined || body === undefined) return []
  const value = parsedJson(body)
  return isJsonObject(value) ? [{ endpoint, id, value: { ...value, id }, source: 'inferred' }] : []
}

function isEmpty({ response }: Exchange): boolean {
  return (response?.body ?? '').trim() === ''
}

/** Members that a view has shown by their names, as a PATCH knows them. */
function withMemberIds(value: JsonObject, ids: ReadonlyMap<string, string>): JsonObject {
  const { members } = value
  if (!isJsonArray(members)) return value
  return { ...value, members: members.map((one) => (typeof one === 'string' ? { value: ids.get(one) ?? one } : one)) }
}

/** What is not the run's own is a hash, and no part of its directory. */
function known(endpoint: Endpoint, value: JsonObject): readonly Known[] {
  const { id } = value
  if ((typeof id !== 'string' && typeof id !== 'number') || 'notOurs' in value) return []
  return [{ endpoint, id: asText(id), value, source: 'observed' }]
}

const VIEWS = { Users: 'directory.users', Groups: 'directory.groups' } as const

function keyOf({ endpoint, id, value }: Known): string {
  const name = endpoint === 'Users' ? value.userName : value.displayName
  return typeof name === 'string' && name !== '' ? name : id
}

function shown({ value }: Known, names: ReadonlyMap<string, string>): JsonObject {
  const { members } = value
  if (!isJsonArray(members)) return value
  const named = members.map((one) => nameOfMember(one, names))
  return { ...value, members: named.sort() }
}

function nameOfMember(member: JsonValue, names: ReadonlyMap<string, string>): string {
  const id = isJsonObject(member) ? asText(member.value ?? '') : asText(member)
  return names.get(id) ?? id
}
