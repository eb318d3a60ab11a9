import type { Exchange, ScimRequest, Send } from '@scimulator/shared/provisioning'
import { isJsonArray, isJsonObject, type JsonValue, parsedJson } from '@scimulator/shared/scim'
import { mapResource } from './map-resource.ts'
import { ownFilter, ownFilterUrl } from './own-filter.ts'
import { type Address, readAddress } from './read-address.ts'
import type { RunNames } from './run-names.ts'

/**
 * A `Send` whose sender works with the scenario's own people: requests leave with the run's values, answers come back with theirs.
 * @param base the target's base URL
 */
export function namespacing(send: Send, names: RunNames, base: string): Send {
  return async (request) => {
    const exchange = await send(ownRequest(request, names, base))
    return plainExchange({ ...exchange, request }, names)
  }
}

export function ownRequest(request: ScimRequest, names: RunNames, base: string): ScimRequest {
  const address = readAddress(request.url, base)
  const url = ownFilterUrl(request.url, names)
  if (request.body === undefined) return { ...request, url }
  const value = parsedJson(request.body)
  if (value === undefined) return { ...request, url }
  const own = bodyOf(address.kind, value, names)
  return { ...request, url, body: JSON.stringify(own) }
}

function bodyOf(kind: Address['kind'], value: JsonValue, names: RunNames): JsonValue {
  if (kind === 'bulk') return ownBulk(value, names)
  if (kind !== 'search') return mapResource(value, names)
  // RFC 7644 §3.4.3: the filter stands in the body.
  if (!isJsonObject(value) || typeof value.filter !== 'string') return value
  return { ...value, filter: ownFilter(value.filter, names) }
}

function ownBulk(value: JsonValue, names: RunNames): JsonValue {
  if (!isJsonObject(value) || !isJsonArray(value.Operations)) return value
  return { ...value, Operations: value.Operations.map((operation) => ownOperation(operation, names)) }
}

function ownOperation(operation: JsonValue, names: RunNames): JsonValue {
  if (!isJsonObject(operation) || operation.data === undefined) return operation
  return { ...operation, data: mapResource(operation.data, names) }
}

function plainExchange(exchange: Exchange, names: RunNames): Exchange {
  const { response } = exchange
  if (!response || response.body === '' || isPlain(response.body, names)) return exchange
  const value = parsedJson(response.body)
  const body = value === undefined ? names.plain(response.body) : plainBody(response.body, value, names)
  return body === response.body ? exchange : { ...exchange, response: { ...response, body } }
}

/** Told without parsing: a page of strangers has nothing to turn back. A text with \u escapes may hide something. */
function isPlain(text: string, names: RunNames): boolean {
  return !text.includes('\\u') && names.plain(text) === text
}

/** The text as it came where nothing in it is the run's own. */
function plainBody(text: string, value: JsonValue, names: RunNames): string {
  let isChanged = false
  const plain = mapStrings(value, (one) => {
    const turned = names.plain(one)
    if (turned !== one) isChanged = true
    return turned
  })
  return isChanged ? JSON.stringify(plain) : text
}

/** JSON values only; what is none becomes what JSON makes of it. */
export function plainValue<Value>(value: Value, names: RunNames): Value {
  const text = JSON.stringify(value)
  if (text === undefined) return value
  // The same shape with the same types; only the texts in it change.
  return mapStrings(JSON.parse(text) as JsonValue, names.plain) as Value
}

function mapStrings(value: JsonValue, change: (text: string) => string): JsonValue {
  if (typeof value === 'string') return change(value)
  if (isJsonArray(value)) return value.map((item) => mapStrings(item, change))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapStrings(item, change)]))
}
