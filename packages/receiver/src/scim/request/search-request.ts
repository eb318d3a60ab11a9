import { isJsonObject, type JsonObject, type JsonValue, quoteForDetail, ScimError } from '@scimulator/shared/scim'
import type { QueryParameters } from './query-parameters.ts'

/** What a list is asked for, by query (RFC 7644 §3.4.2) or by body (§3.4.3). */
export interface SearchRequest {
  readonly filter?: string
  readonly sortBy?: string
  readonly sortOrder?: string
  readonly startIndex?: string | number
  readonly count?: string | number
  /** Empty for the first page (RFC 9865). */
  readonly cursor?: string
  readonly attributes?: string | readonly string[]
  readonly excludedAttributes?: string | readonly string[]
}

/** Empty parameters count as absent, except the filter: an empty filter is a broken one, not "everybody". */
export function searchFromQuery(query: QueryParameters): SearchRequest {
  const filter = query.get('filter')
  const cursor = query.get('cursor')
  const found: Record<string, string> = {
    ...(filter === undefined ? {} : { filter }),
    ...(cursor === undefined ? {} : { cursor }),
  }
  for (const name of ['sortBy', 'sortOrder', 'startIndex', 'count', 'attributes', 'excludedAttributes']) {
    const value = query.get(name.toLowerCase())
    if (value !== undefined && value !== '') found[name] = value
  }
  return found
}

/** @throws ScimError 400 invalidSyntax, invalidValue */
export function searchFromBody(body: JsonValue): SearchRequest {
  if (!isJsonObject(body)) throw new ScimError('invalidSyntax', 'The body is not a JSON object.')
  return {
    ...text(body, 'filter'),
    ...text(body, 'sortBy'),
    ...text(body, 'sortOrder'),
    ...integer(body, 'startIndex'),
    ...integer(body, 'count'),
    ...text(body, 'cursor'),
    ...names(body, 'attributes'),
    ...names(body, 'excludedAttributes'),
  }
}

function text(body: JsonObject, name: string): Readonly<Record<string, string>> {
  const value = member(body, name)
  if (value === undefined || value === null) return {}
  if (typeof value === 'string') return { [name]: value }
  throw new ScimError('invalidValue', `${quoteForDetail(name)} is not a string.`)
}

function integer(body: JsonObject, name: string): Readonly<Record<string, string | number>> {
  const value = member(body, name)
  if (value === undefined || value === null) return {}
  if (typeof value === 'number' || typeof value === 'string') return { [name]: value }
  throw new ScimError('invalidValue', `${quoteForDetail(name)} is not an integer.`)
}

function names(body: JsonObject, name: string): Readonly<Record<string, string | readonly string[]>> {
  const value = member(body, name)
  if (value === undefined || value === null) return {}
  if (typeof value === 'string') return { [name]: value }
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return { [name]: value }
  throw new ScimError('invalidValue', `${quoteForDetail(name)} is not an array of attribute names.`)
}

/** Attribute names are not case sensitive (RFC 7643 §2.1), those of messages neither. */
function member(body: JsonObject, name: string): JsonValue | undefined {
  if (Object.hasOwn(body, name)) return body[name]
  const wanted = name.toLowerCase()
  return Object.entries(body).find(([key]) => key.toLowerCase() === wanted)?.[1]
}
