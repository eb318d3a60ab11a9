// Endpoints that answer what no framework would, under one name: it may break a reader, and never ends a run.
import type { ScimHandler } from '../../src/examine/index.ts'

const NAMES = [
  ...['id', 'userName', 'displayName', 'members', 'value', 'active', 'meta', 'created', 'lastModified', 'location'],
  ...['resourceType', 'version', 'emails', 'name', 'givenName', 'formatted', 'externalId', 'manager', 'type', 'title'],
  ...['primary', 'display', '$ref', 'groups', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
  ...['schemas', 'status', 'detail', 'scimType', 'totalResults', 'Resources', 'startIndex', 'itemsPerPage'],
  ...['schema', 'schemaExtensions', 'attributes', 'subAttributes', 'endpoint', 'patch', 'bulk', 'filter', 'supported'],
  'maxResults',
]

/** As JSON. An object that has a member `toString` cannot be made a text by `String`, nor a list that has one, nor be compared as a length. */
const VALUES = [
  '{"toString":""}',
  '[{"toString":""}]',
  '{"length":{"toString":""}}',
  '7',
  'null',
  '""',
  '{}',
  '[]',
  '[null]',
  'true',
  '-1',
]

export interface OddAnswer {
  readonly title: string
  readonly handler: (next: ScimHandler) => ScimHandler
}

export const ODD_ANSWERS: readonly OddAnswer[] = NAMES.flatMap((name) =>
  VALUES.map((value) => ({ title: `${name} is ${value}`, handler: withValue(name, JSON.parse(value)) })),
)

/** The same endpoint, with this value wherever the name stands in an answer. */
function withValue(name: string, value: unknown): (next: ScimHandler) => ScimHandler {
  return (next) => async (request) => {
    const answer = await next(request)
    const body = answer.body === '' ? '' : JSON.stringify(replaced(JSON.parse(answer.body), name, value))
    return { ...answer, body }
  }
}

function replaced(json: unknown, name: string, value: unknown): unknown {
  if (Array.isArray(json)) return json.map((one) => replaced(one, name, value))
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(
    Object.entries(json).map(([own, inner]) => [own, own === name ? value : replaced(inner, name, value)]),
  )
}
