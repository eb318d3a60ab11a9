// Attributes by name, wherever a request names them: a top-level one (`userName`) or one of an extension (`urn:…:User:manager`).
import { isJsonObject, type JsonObject, type JsonValue, urns } from '@scimulator/shared/scim'
import { pathOf } from './rewriting.ts'

const CORE = new RegExp(`^(${urns.user}|${urns.group}):`, 'i')

/** Whether a path of a PATCH, or a name in a value without a path, is about the attribute or a part of it. */
export function isAbout(path: string, attribute: string): boolean {
  const plain = path.replace(CORE, '').toLowerCase()
  const wanted = attribute.toLowerCase()
  return plain === wanted || (plain.startsWith(wanted) && /^[.[:]/.test(plain.slice(wanted.length)))
}

/** Whether one operation of a PATCH says something about the attribute. */
export function mentions(operation: JsonObject, attribute: string): boolean {
  return withoutAttribute(operation, attribute) !== operation
}

/** The operation without what it says about the attribute; undefined when it says nothing else. */
export function withoutAttribute(operation: JsonObject, attribute: string): JsonObject | undefined {
  const path = pathOf(operation)
  if (path !== '' && isAbout(path, attribute)) return undefined
  const { value } = operation
  if (!isJsonObject(value)) return operation
  const [schema, member] = splitName(attribute)
  const isWithin = path !== '' && schema !== undefined && path.toLowerCase() === schema.toLowerCase()
  if (path !== '' && !isWithin) return operation
  const left = isWithin ? dropFrom(value, member) : dropAttribute(value, attribute)
  if (left === value) return operation
  return Object.keys(left).length === 0 ? undefined : { ...operation, value: left }
}

/** The object without the attribute, which may be written flat, qualified, or within its extension's object. */
function dropAttribute(value: JsonObject, attribute: string): JsonObject {
  const [schema, member] = splitName(attribute)
  const flat = Object.entries(value).filter(([name]) => !isAbout(name, attribute))
  const extension = schema === undefined ? undefined : value[schema]
  if (schema === undefined || !isJsonObject(extension))
    return flat.length === Object.keys(value).length ? value : Object.fromEntries(flat)
  const inner = dropFrom(extension, member)
  if (inner === extension && flat.length === Object.keys(value).length) return value
  const rest = flat.filter(([name]) => name !== schema)
  return Object.fromEntries(Object.keys(inner).length === 0 ? rest : [...rest, [schema, inner]])
}

function dropFrom(value: JsonObject, member: string): JsonObject {
  const kept = Object.entries(value).filter(([name]) => !isAbout(name, member))
  return kept.length === Object.keys(value).length ? value : Object.fromEntries(kept)
}

/** The value of the attribute in a resource. */
export function attributeValue(resource: JsonObject, attribute: string): JsonValue | undefined {
  const [schema, member] = splitName(attribute)
  const holder = schema === undefined ? resource : resource[schema]
  return isJsonObject(holder) ? holder[member] : undefined
}

/** The resource with another value of the attribute; undefined leaves it out. */
export function withValue(resource: JsonObject, attribute: string, value: JsonValue | undefined): JsonObject {
  const [schema, member] = splitName(attribute)
  const bare = dropAttribute(resource, attribute)
  if (value === undefined) return bare
  if (schema === undefined) return { ...bare, [member]: value }
  const extension = bare[schema]
  return { ...bare, [schema]: { ...(isJsonObject(extension) ? extension : {}), [member]: value } }
}

/** `urn:…:User:manager` is the member `manager` of the object `urn:…:User`. */
function splitName(attribute: string): readonly [schema: string | undefined, member: string] {
  const [, schema, member] = /^(urn:.+):([^:]+)$/.exec(attribute) ?? []
  return schema === undefined || attribute === urns.enterpriseUser ? [undefined, attribute] : [schema, member ?? '']
}
