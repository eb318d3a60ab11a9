// What went over the wire, in order, found by name and by id without reading every body for every question. Pure.

import { type RecordedExchange, unescaped } from '@scimulator/shared/http'
import { jsonBody } from '@scimulator/shared/provisioning'
import { asText, isJsonObject, type JsonValue } from '@scimulator/shared/scim'
import { namesIn } from './names-in.ts'

export class WhatWasSent {
  readonly exchanges: readonly RecordedExchange[]
  /** Those whose body has the name. */
  readonly #named = new Map<string, RecordedExchange[]>()
  /** Writes at a resource's own address, by its id. */
  readonly #written = new Map<string, RecordedExchange[]>()

  constructor(exchanges: readonly RecordedExchange[]) {
    this.exchanges = exchanges
    for (const exchange of exchanges) this.#note(exchange)
  }

  #note(exchange: RecordedExchange): void {
    for (const name of namesIn(exchange.request.body)) noteIn(this.#named, name, exchange)
    const id = idInPath(exchange)
    if (id !== undefined && isWrite(exchange)) noteIn(this.#written, id, exchange)
  }

  /** Those whose body calls a person or a group by this name, oldest first. */
  naming(name: string): readonly RecordedExchange[] {
    return this.#named.get(name) ?? []
  }

  /** Ids of resources that were made under the name, or sent with it. */
  idsOf(name: string): readonly string[] {
    return this.naming(name).flatMap((exchange) => idOf(exchange) ?? [])
  }

  /** Writes of the resource itself, oldest first, and none of a group that it is in. */
  writesOf(name: string, ids: readonly string[]): readonly RecordedExchange[] {
    const making = this.naming(name).filter((exchange) => isWrite(exchange) && idInPath(exchange) === undefined)
    const changing = [...new Set(ids)].flatMap((id) => this.#written.get(id) ?? [])
    return [...making, ...changing].sort((one, other) => one.seq - other.seq)
  }
}

function noteIn(map: Map<string, RecordedExchange[]>, key: string, exchange: RecordedExchange): void {
  const known = map.get(key)
  if (known) known.push(exchange)
  else map.set(key, [exchange])
}

function isWrite({ request }: RecordedExchange): boolean {
  return request.method !== 'GET'
}

function idInPath({ request }: RecordedExchange): string | undefined {
  const [, id] = /\/(?:Users|Groups)\/([^/?]+)/.exec(request.url) ?? []
  return id === undefined ? undefined : unescaped(id)
}

/** The id in the address, or else the one that the answer gave; none where nothing was answered. */
function idOf(exchange: RecordedExchange): string | undefined {
  const { response } = exchange
  if (!response) return undefined
  const body = jsonBody(response)
  // JSON.parse yields nothing else.
  const value = body.kind === 'json' ? (body.value as JsonValue) : undefined
  const id = idInPath(exchange) ?? (isJsonObject(value) && response.status < 300 ? value.id : undefined)
  return id === undefined ? undefined : asText(id)
}
