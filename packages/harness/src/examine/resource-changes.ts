// What differs between two readings of a resource, value by value: the way to see what a write did to more than it was asked for.
import { asText, isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'

/** Never the client's: times, versions, and what the service provider computes. */
const NOT_OURS = new Set(['meta', 'schemas', 'groups', 'id'])

/** Leaf values by path: `name.givenName`, `emails[work]`, `urn:…:User.department`. Elements without a type go by their value. */
export function valuesOf(resource: JsonObject | undefined): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const [name, value] of Object.entries(resource ?? {})) {
    if (!NOT_OURS.has(name)) collect(name, value, values)
  }
  return values
}

function collect(path: string, value: JsonValue, values: Map<string, string>): void {
  if (value === null || value === '') return
  if (isJsonArray(value)) {
    for (const one of value) collectElement(path, one, values)
  } else if (isJsonObject(value)) {
    for (const [name, part] of Object.entries(value)) {
      if (name !== '$ref' && name !== 'display') collect(`${path}.${name}`, part, values)
    }
  } else values.set(path, asText(value))
}

function collectElement(path: string, element: JsonValue, values: Map<string, string>): void {
  if (!isJsonObject(element)) return void values.set(`${path}[${asText(element)}]`, asText(element))
  const key = typeof element.type === 'string' ? element.type.toLowerCase() : asText(element.value)
  if (element.value !== undefined) values.set(`${path}[${key}]`, asText(element.value))
  else
    for (const [name, part] of Object.entries(element))
      if (name !== 'type') collect(`${path}[${key}].${name}`, part, values)
}

export interface ValueChange {
  readonly path: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** Values that were there and are gone or others, and values that are new. */
export function changesBetween(before: JsonObject | undefined, after: JsonObject | undefined): readonly ValueChange[] {
  const [was, is] = [valuesOf(before), valuesOf(after)]
  const paths = new Set([...was.keys(), ...is.keys()])
  return [...paths].flatMap((path) => {
    const change = { path, before: was.get(path), after: is.get(path) }
    return change.before === change.after ? [] : [change]
  })
}
