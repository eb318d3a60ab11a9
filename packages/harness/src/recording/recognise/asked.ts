// A request taken apart for recognition. Pure; what cannot be read is simply not there.
import { headerValue, type ScimRequest } from '@scimulator/shared/provisioning'
import { asText, isJsonArray, isJsonObject, type JsonObject, type JsonValue, parsedJson } from '@scimulator/shared/scim'

export interface Operation {
  /** As it was sent, with its capitals. */
  readonly op: string
  readonly path: string | undefined
  readonly value: JsonValue | undefined
}

/** What a filter compares: `userName`, `ana@contoso.example`. */
interface Compared {
  readonly attribute: string
  readonly value: string
}

export interface Asked {
  readonly method: ScimRequest['method']
  /** `Users`, `Groups`, or another word at that place. */
  readonly place: string
  /** Undefined where the collection is asked. */
  readonly id: string | undefined
  /** As it stands in the URL, without the question mark. */
  readonly query: string
  readonly compared: readonly Compared[]
  readonly agent: string | undefined
  readonly header: (name: string) => string | undefined
  readonly body: JsonObject
  readonly operations: readonly Operation[]
}

const PLACE = /\/(Users|Groups|Schemas|ResourceTypes|ServiceProviderConfigs?|Bulk|Me)(?:\/([^/?]+))?\/?(?:\?|$)/i

export function askedIn({ method, url, headers, body }: ScimRequest): Asked {
  const [, place = '', id] = PLACE.exec(url) ?? []
  const read = parsedJson(body ?? '')
  const content = isJsonObject(read) ? read : {}
  const query = url.includes('?') ? url.slice(url.indexOf('?') + 1) : ''
  const header = (name: string) => headerValue(headers, name)
  const operations = method === 'PATCH' ? operationsIn(content) : []
  return {
    method,
    place,
    id,
    query,
    compared: comparedIn(query),
    agent: header('user-agent'),
    header,
    body: content,
    operations,
  }
}

function operationsIn(body: JsonObject): readonly Operation[] {
  const listed = Object.entries(body).find(([name]) => name.toLowerCase() === 'operations')?.[1]
  return (isJsonArray(listed) ? listed : []).filter(isJsonObject).map(({ op, path, value }) => ({
    op: asText(op),
    path: typeof path === 'string' ? path : undefined,
    value,
  }))
}

function comparedIn(query: string): readonly Compared[] {
  const filter = decoded(/(?:^|&)filter=([^&]*)/.exec(query)?.[1] ?? '')
  const found = filter.matchAll(/([\w.:[\]" ]*?[\w\]])\s+eq\s+"((?:[^"\\]|\\.)*)"/gi)
  return [...found].map(([, attribute = '', value = '']) => ({
    attribute: attribute.replace(/^(and|or) /i, '').trim(),
    value,
  }))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isUuid(text: string): boolean {
  return UUID.test(text)
}
