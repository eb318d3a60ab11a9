// Extensions that no schema declares. What an attribute is follows from the values that stand for it.
import { isJsonArray, isJsonObject, isUnassigned, type JsonObject, type JsonValue } from '../json.ts'
import { sameUrn } from '../urns.ts'
import {
  type AttributeDefinition,
  type AttributeType,
  attribute,
  type ResourceTypeDefinition,
} from './attribute-definition.ts'
import { findExtension } from './resolve-attribute.ts'

/** What a request or a resource says of one name: an extension's URN with its object, or `urn:…:User:tag` with a value. */
export type NamedValue = readonly [name: string, value: JsonValue | undefined]

/** RFC 7643 §2.1; nothing else may become a key. */
const NAME = '[A-Za-z][\\w$-]*'
const WHOLE_NAME = new RegExp(`^${NAME}$`)
const ATTRIBUTE = new RegExp(
  `^(?<name>${NAME})(?<filter>\\[\\s*(?<by>${NAME})\\s+eq\\s+"[^"]*"\\s*\\])?(?:\\.(?<sub>${NAME}))?$`,
  'i',
)

/**
 * The resource type with the extensions that are named and that it does not have; itself when there are none. The spelling is that
 * which comes first, so what is stored goes before what a request says.
 */
export function withUndeclared(
  resourceType: ResourceTypeDefinition,
  names: Iterable<NamedValue>,
): ResourceTypeDefinition {
  const found = new Map<string, Learned>()
  for (const [name, value] of names) {
    for (const one of attributesOf(resourceType, name, value)) learn(found, one)
  }
  if (found.size === 0) return resourceType
  const extensions = [...found.values()].map(({ id, attributes }) => {
    const schema = { id, name: id, description: 'Not declared.', attributes: [...attributes.values()] }
    return { schema, required: false }
  })
  return { ...resourceType, schemaExtensions: [...resourceType.schemaExtensions, ...extensions] }
}

interface Learned {
  readonly id: string
  readonly attributes: Map<string, AttributeDefinition>
}
interface NamedAttribute {
  readonly urn: string
  readonly name: string
  readonly value: JsonValue | undefined
}

function learn(found: Map<string, Learned>, { urn, name, value }: NamedAttribute): void {
  const extension = found.get(urn.toLowerCase()) ?? { id: urn, attributes: new Map() }
  found.set(urn.toLowerCase(), extension)
  const known = extension.attributes.get(name.toLowerCase())
  extension.attributes.set(name.toLowerCase(), inferred(known?.name ?? name, value, known))
}

function attributesOf(
  resourceType: ResourceTypeDefinition,
  name: string,
  value: JsonValue | undefined,
): readonly NamedAttribute[] {
  if (!/^urn:/i.test(name) || isDeclared(resourceType, name)) return []
  if (isSchema(name, value)) return isJsonObject(value) ? insideOf(name, value) : []
  const bracket = name.indexOf('[')
  const colon = name.lastIndexOf(':', bracket === -1 ? name.length : bracket)
  const [urn, groups] = [name.slice(0, colon), ATTRIBUTE.exec(name.slice(colon + 1))?.groups]
  if (groups?.name === undefined || colon < 5 || isDeclared(resourceType, urn)) return []
  return [{ urn, name: groups.name, value: wholeValue(groups, value) }]
}

function insideOf(urn: string, value: JsonObject): readonly NamedAttribute[] {
  const entries = Object.entries(value).filter(([name]) => WHOLE_NAME.test(name))
  return entries.map(([name, item]) => ({ urn, name, value: item }))
}

/** The value of the attribute, where a path goes into it: `tag.value`, `tags[type eq "a"].value`. */
function wholeValue(
  { filter, by, sub }: Readonly<Record<string, string | undefined>>,
  value: JsonValue | undefined,
): JsonValue | undefined {
  const inner = sub === undefined ? value : { [sub]: value ?? null }
  if (filter === undefined || by === undefined) return inner
  return [{ [by]: '', ...(isJsonObject(inner) ? inner : {}) }]
}

/** Extensions are named after their resource type, as Microsoft documents it: `urn:…:2.0:User`. */
function isSchema(name: string, value: JsonValue | undefined): boolean {
  return /:(User|Group)$/i.test(name) || (isJsonObject(value) && !/:(User|Group):[^:]+$/i.test(name))
}

function isDeclared(resourceType: ResourceTypeDefinition, urn: string): boolean {
  return sameUrn(urn, resourceType.schema.id) || findExtension(resourceType, urn) !== undefined
}

function inferred(name: string, value: JsonValue | undefined, known?: AttributeDefinition): AttributeDefinition {
  if (known !== undefined && isUnassigned(value)) return known
  const elements = isJsonArray(value) ? value : [value]
  const subAttributes = new Map((known?.subAttributes ?? []).map((sub) => [sub.name.toLowerCase(), sub]))
  for (const [sub, item] of elements.flatMap((element) => (isJsonObject(element) ? Object.entries(element) : []))) {
    const before = subAttributes.get(sub.toLowerCase())
    if (WHOLE_NAME.test(sub)) subAttributes.set(sub.toLowerCase(), inferred(before?.name ?? sub, item, before))
  }
  const isComplex = subAttributes.size > 0 || elements.some(isJsonObject)
  return attribute(name, isComplex ? 'complex' : typeOf(elements[0]), 'Not declared.', {
    multiValued: isJsonArray(value) || known?.multiValued === true,
    caseExact: true,
    ...(isComplex ? { subAttributes: [...subAttributes.values()] } : {}),
  })
}

function typeOf(value: JsonValue | undefined): AttributeType {
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'number' ? 'decimal' : 'string'
}
