// What a SCIM body says, as one value for each path that a mapping may name: `name.givenName`, `emails[type eq "work"].value`, a URN with
// its attribute.
import { asText, isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'

/** Values by path; null where one is taken away. */
export type PlainValues = ReadonlyMap<string, JsonValue>

/** What no mapping writes. */
const OF_THE_PROTOCOL = new Set(['schemas', 'meta', 'id', 'groups', 'members', 'photos'])

/** Of a whole resource. */
export function valuesOf(resource: JsonObject): PlainValues {
  const values = new Map<string, JsonValue>()
  for (const [name, value] of Object.entries(resource)) {
    if (!OF_THE_PROTOCOL.has(name)) put(values, name, value)
  }
  return values
}

/** Of the operations of a PATCH. */
export function valuesOfOperations(body: JsonObject): PlainValues {
  const values = new Map<string, JsonValue>()
  for (const { op, path, value } of operationsIn(body)) {
    if (/^members/i.test(path ?? '')) continue
    if (/^remove$/i.test(op)) values.set((path ?? '').replace(/(?<=manager)\[.*$/, ''), null)
    else if (path !== undefined) put(values, path, value ?? null)
    else if (isJsonObject(value)) for (const [name, one] of Object.entries(value)) put(values, name, one)
  }
  return values
}

export interface PatchOperation {
  readonly op: string
  readonly path: string | undefined
  readonly value: JsonValue | undefined
}

export function operationsIn(body: JsonObject): readonly PatchOperation[] {
  const listed = body.Operations
  return (isJsonArray(listed) ? listed : []).filter(isJsonObject).map(({ op, path, value }) => ({
    op: asText(op),
    path: typeof path === 'string' ? path : undefined,
    value,
  }))
}

function put(values: Map<string, JsonValue>, path: string, value: JsonValue): void {
  if (/(^|:)manager$/.test(path)) values.set(path, idIn(value))
  else if (isJsonArray(value)) putElements(values, path, value)
  else if (isJsonObject(value))
    for (const [name, part] of Object.entries(value))
      put(values, `${path}${path.startsWith('urn:') ? ':' : '.'}${name}`, part)
  else values.set(path, path === 'active' ? /^true$/i.test(asText(value)) : value)
}

/** Elements are told apart by what a mapping filters by. */
function putElements(values: Map<string, JsonValue>, path: string, elements: readonly JsonValue[]): void {
  for (const element of elements.filter(isJsonObject)) {
    const filter = path === 'roles' ? 'primary eq "True"' : `type eq "${asText(element.type ?? 'work')}"`
    for (const [name, part] of Object.entries(element)) {
      if (name !== 'type' && name !== 'primary') values.set(`${path}[${filter}].${name}`, part)
    }
  }
}

/** Entra ID sends a manager as a text, an object or a list of one (SCIM-SDK#686). */
function idIn(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.length === 0 ? null : idIn(value[0] ?? null)
  if (isJsonObject(value)) return value.value ?? null
  return value === '' ? null : value
}
