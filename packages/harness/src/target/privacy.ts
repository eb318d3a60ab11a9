// What is not ours is not kept. An identity provider sees whole answers, because it has to decide; what is recorded, printed or written
// shows of a resource that the run has not made its id and a hash, and of an error only words that name nobody.

import { createHmac } from 'node:crypto'
import { unescapedQuery } from '@scimulator/shared/http'
import type { Exchange } from '@scimulator/shared/provisioning'
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'
import { type BodyReader, createBodyReader } from './body-reader.ts'
import { plainError, wordsIn } from './error-words.ts'
import { readAddress } from './read-address.ts'
import { idOf, kindOf } from './read-answer.ts'
import type { ResourceKind, ResourceRef } from './resource-kind.ts'
import { createStrangerIndex, createStrangerTexts, type StrangerIndex } from './stranger-texts.ts'

const REFERENCES = /^(members|manager|groups)$/i

export interface PrivacyOptions {
  readonly base: string
  /** Of the hashes: without it, names cannot be tried. */
  readonly key: string
  readonly read?: BodyReader
  /** Of the observer that is called with each exchange first, and fills it. Without it there is one of its own. */
  readonly strangers?: StrangerIndex
  isOurs(ref: ResourceRef): boolean
}

export interface Privacy {
  readonly strangers: StrangerIndex
  /** For all readers: an error or a page that is not JSON, without the words that may name somebody. */
  vetted(exchange: Exchange): Exchange
  /** For recordings: resources that are not ours are their id and a hash. The envelope of a list stays. */
  kept(exchange: Exchange): Exchange
  /** For texts that were made of answers: logs, differences, messages. */
  swept(text: string): string
  /** Texts that are ours to show: the scenario's own. */
  exempt(text: string): void
}

export function createPrivacy(options: PrivacyOptions): Privacy {
  const { base, key, isOurs, read = createBodyReader(), strangers = createStrangerIndex() } = options
  const texts = createStrangerTexts(strangers)
  const hiding = createHiding(key, isOurs)

  return {
    strangers,
    vetted(exchange) {
      const { request, response } = exchange
      if (!response) return exchange
      for (const text of [request.body ?? '', unescapedQuery(request.url)]) texts.exempt(text)
      const body = read(response)
      if (response.status < 400 && body.kind === 'json') {
        if (!options.strangers) strangers.add(body.value as JsonValue, isOurs, endpointOf(request.url, base))
        return exchange
      }
      return { ...exchange, response: { ...response, body: vettedBody(exchange, read) } }
    },
    kept(exchange) {
      const { request, response } = exchange
      if (!response || response.status >= 400) return exchange
      const body = read(response)
      if (body.kind !== 'json') return exchange
      const kept = hiding.body(body.value as JsonValue, endpointOf(request.url, base))
      return kept === body.value ? exchange : { ...exchange, response: { ...response, body: JSON.stringify(kept) } }
    },
    swept: (text) => texts.sweep(text, hiding.hashOf),
    exempt: (text) => texts.exempt(text),
  }
}

/** Resources that are not ours become their id and a hash. @param key of the hashes */
function createHiding(key: string, isOurs: PrivacyOptions['isOurs']) {
  const hashOf = (value: JsonValue): string =>
    createHmac('sha256', key).update(JSON.stringify(value)).digest('hex').slice(0, 12)

  function hollow(resource: JsonObject, id: string): JsonObject {
    return { id, notOurs: hashOf(resource) }
  }

  function keptBody(value: JsonValue, endpoint: ResourceKind | undefined): JsonValue {
    if (isJsonArray(value)) return mapped(value, (item) => keptBody(item, endpoint))
    if (!isJsonObject(value)) return value
    const listed = Object.entries(value).find(([name]) => name.toLowerCase() === 'resources')
    if (listed) return replaced(value, listed[0], keptBody(listed[1], endpoint))
    const id = idOf(value)
    if (id === undefined) return 'userName' in value || 'emails' in value ? hollow(value, '') : value
    return isOurs({ kind: endpoint ?? kindOf(value), id }) ? withoutStrangers(value) : hollow(value, id)
  }

  /** Members, managers and groups of our own resources may be somebody else. */
  function withoutStrangers(value: JsonObject): JsonObject {
    let kept = value
    for (const [name, item] of Object.entries(value)) {
      if (REFERENCES.test(name)) kept = replaced(kept, name, keptReference(item))
      else if (isJsonObject(item)) kept = replaced(kept, name, withoutStrangers(item))
    }
    return kept
  }

  function keptReference(item: JsonValue): JsonValue {
    if (isJsonArray(item)) return mapped(item, keptReference)
    if (!isJsonObject(item)) return item
    const id = String(item.value ?? '')
    return isOurs({ kind: 'Users', id }) || isOurs({ kind: 'Groups', id }) ? item : { value: id, notOurs: hashOf(item) }
  }

  return { hashOf, body: keptBody }
}

/** The same array where each item stays what it is. */
function mapped(items: readonly JsonValue[], change: (item: JsonValue) => JsonValue): JsonValue {
  const changed = items.map(change)
  return changed.some((item, index) => item !== items[index]) ? changed : (items as JsonValue)
}

/** The same object where the value stays what it is. */
function replaced(object: JsonObject, name: string, value: JsonValue): JsonObject {
  return object[name] === value ? object : { ...object, [name]: value }
}

function endpointOf(url: string, base: string): ResourceKind | undefined {
  const address = readAddress(url, base)
  return 'endpoint' in address ? address.endpoint : undefined
}

function vettedBody({ request, response }: Exchange, read: BodyReader): string {
  if (!response || response.body === '') return ''
  const known = wordsIn(`${unescapedQuery(request.url)} ${request.body ?? ''}`)
  const body = read(response)
  if (body.kind !== 'json') return plainError(response.body, known)
  return JSON.stringify(vettedValue(body.value as JsonValue, known))
}

function vettedValue(value: JsonValue, known: ReadonlySet<string>): JsonValue {
  if (typeof value === 'string') return plainError(value, known)
  if (typeof value === 'number') return Math.abs(value) < 1000 ? value : plainError(String(value), known)
  if (isJsonArray(value)) return value.map((item) => vettedValue(item, known))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [plainError(name, known), vettedValue(item, known)]),
  )
}
