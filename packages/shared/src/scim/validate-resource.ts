import {
  equalJson,
  isJsonArray,
  isJsonObject,
  isUnassigned,
  type JsonDraft,
  type JsonObject,
  type JsonValue,
  own,
  type ScimResource,
} from './json.ts'
import type { KeyedElement } from './keyed-relation.ts'
import { readKeyedElements } from './patch/change-keyed.ts'
import { distinctElements } from './patch/elements.ts'
import { maxElements, readAttribute } from './read-attribute.ts'
import type { AttributeDefinition, ResourceTypeDefinition, SchemaDefinition } from './schema/attribute-definition.ts'
import { findCoreAttribute, findExtension, findExtensionAttribute } from './schema/resolve-attribute.ts'
import { quoteForDetail, ScimError } from './scim-error.ts'
import { lenient, type Strictness } from './tolerances.ts'
import { sameUrn } from './urns.ts'

/** How a resource is read from a request. */
export interface ReadOptions {
  readonly mode: 'create' | 'replace'
  /** The stored resource, for immutable attributes in a replace. */
  readonly current?: ScimResource
  /** Tolerances that are refused. Default none. */
  readonly strictness?: Strictness
  /** Attributes that are kept outside the resource and returned in `keyed`, e.g. `['members']`. */
  readonly keyed?: readonly string[]
  /**
   * Whether a required attribute that is absent is refused. Default true; a profile with rules of its own says false.
   */
  readonly checkRequired?: boolean
}

/** A resource as it was read. */
export interface ReadResult {
  /** Canonical names, coerced values, no read-only attributes (`id`, `meta`, `groups`), unassigned ones left out. */
  readonly resource: ScimResource
  /**
   * Elements without duplicates; an attribute that the body did not name is absent, one given as null or [] is empty.
   */
  readonly keyed: Readonly<Record<string, readonly KeyedElement[]>>
}

interface ReadState {
  readonly resourceType: ResourceTypeDefinition
  readonly strictness: Strictness
  readonly keyedNames: readonly string[]
  readonly values: JsonDraft
  readonly keyed: Record<string, readonly KeyedElement[]>
  readonly seen: Set<string>
}

/**
 * Reads the body of a POST or PUT (RFC 7644 §3.3, §3.5.1): null and [] are unassigned, read-only and unknown attributes
 * are ignored, names are stored in canonical spelling. @throws ScimError 400 naming the attribute.
 */
export function readResource(body: JsonValue, resourceType: ResourceTypeDefinition, options: ReadOptions): ReadResult {
  if (!isJsonObject(body)) throw new ScimError('invalidSyntax', `A ${resourceType.name} is a JSON object.`)
  const { keyed: keyedNames = [] } = options
  const strictness = withArrays(options.strictness ?? lenient)
  const state: ReadState = { resourceType, strictness, keyedNames, values: {}, keyed: {}, seen: new Set() }
  for (const [name, value] of Object.entries(body)) readName(state, name, value)
  const schemas = readSchemas(state, body)
  if (options.checkRequired ?? true) checkRequired(state)
  if (options.mode === 'replace' && options.current !== undefined) checkImmutable(state, options.current)
  return { resource: { schemas, ...state.values }, keyed: state.keyed }
}

/** One element without its array is a PATCH value; as an attribute of a whole resource it has the wrong type. */
function withArrays(strictness: Strictness): Strictness {
  return strictness.has('singleElement') ? strictness : new Set([...strictness, 'singleElement'])
}

function readName(state: ReadState, name: string, value: JsonValue): void {
  const extension = name.includes(':') ? findExtension(state.resourceType, name) : undefined
  if (extension !== undefined) {
    readExtension(state, extension, value)
    return
  }
  if (isCoreObject(state, name, value)) {
    for (const [inner, item] of Object.entries(value)) readName(state, inner, item)
    return
  }
  const definition = findCoreAttribute(state.resourceType, name)
  if (definition === undefined) {
    if (state.strictness.has('unknownAttributes')) {
      throw new ScimError('invalidSyntax', `No schema of ${state.resourceType.name} knows ${quoteForDetail(name)}.`)
    }
    return
  }
  refuseSecond(state, definition.name)
  if (definition.mutability === 'readOnly' || definition.name === 'schemas') return
  if (state.keyedNames.includes(definition.name)) {
    state.keyed[definition.name] = distinctKeys(readKeyedElements(definition, value, state.strictness))
    return
  }
  const read = readStored(definition, value, definition.name, state.strictness)
  if (read !== undefined) state.values[definition.name] = read
}

/** Core attributes gathered under the URN of their schema, as if it were an extension. */
function isCoreObject({ resourceType, strictness }: ReadState, name: string, value: JsonValue): value is JsonObject {
  if (!isJsonObject(value) || !sameUrn(name, resourceType.schema.id)) return false
  if (!strictness.has('coreAttributesUnderUrn')) return true
  throw new ScimError('invalidSyntax', `${resourceType.schema.id} is no extension; its attributes stand at the top.`)
}

function readExtension(state: ReadState, extension: SchemaDefinition, value: JsonValue): void {
  refuseSecond(state, extension.id)
  if (isUnassigned(value)) return
  if (!isJsonObject(value)) throw new ScimError('invalidValue', `${extension.id} needs an object.`)
  const draft: JsonDraft = {}
  for (const [name, item] of Object.entries(value)) {
    const definition = findExtensionAttribute(state.resourceType, extension.id, name)
    if (definition === undefined && state.strictness.has('unknownAttributes')) {
      throw new ScimError('invalidSyntax', `${extension.id} has no attribute ${quoteForDetail(name)}.`)
    }
    if (definition === undefined) continue
    const path = `${extension.id}:${definition.name}`
    refuseSecond(state, path)
    if (definition.mutability === 'readOnly') continue
    const read = readStored(definition, item, path, state.strictness)
    if (read !== undefined) draft[definition.name] = read
  }
  if (Object.keys(draft).length > 0) state.values[extension.id] = draft
}

/** Names are case-insensitive (RFC 7643 §2.1), so `userName` beside `USERNAME` is one attribute given twice. */
function refuseSecond(state: ReadState, name: string): void {
  if (state.seen.has(name)) throw new ScimError('invalidSyntax', `${name} is given twice.`)
  state.seen.add(name)
}

function readStored(
  definition: AttributeDefinition,
  value: JsonValue,
  path: string,
  strictness: Strictness,
): JsonValue | undefined {
  const read = readAttribute(definition, value, { strictness, path })
  if (!isJsonArray(read)) return read
  const primaries = read.filter((element) => isJsonObject(element) && own(element, 'primary') === true)
  if (primaries.length > 1) throw new ScimError('invalidValue', `${path} has more than one primary value.`)
  if (read.length > maxElements) throw new ScimError('invalidValue', `${path} holds at most ${maxElements} values.`)
  return distinctElements(definition, read)
}

function distinctKeys(elements: readonly KeyedElement[]): readonly KeyedElement[] {
  const byKey = new Map<string, KeyedElement>()
  for (const element of elements) if (!byKey.has(element.value)) byKey.set(element.value, element)
  return [...byKey.values()]
}

/**
 * The URNs that the resource really has: the core schema, the extensions with values, and those that the client lists
 * although it sends nothing for them, as JumpCloud does. Wrong types and a foreign core schema are refused.
 */
function readSchemas(state: ReadState, body: JsonObject): readonly string[] {
  const { resourceType, strictness, values } = state
  const listed = listedSchemas(body)
  const hasCore = listed.some((urn) => sameUrn(urn, resourceType.schema.id))
  if (!hasCore && strictness.has('missingSchemas')) {
    throw new ScimError('invalidSyntax', `schemas does not contain ${resourceType.schema.id}.`)
  }
  const other = hasCore ? undefined : listed.find(isCoreUrn)
  if (other !== undefined) {
    throw new ScimError('invalidSyntax', `schemas contains ${quoteForDetail(other)}, not ${resourceType.schema.id}.`)
  }
  const foreign = listed.find((urn) => !sameUrn(urn, resourceType.schema.id) && !findExtension(resourceType, urn))
  if (foreign !== undefined && strictness.has('unknownSchemas')) {
    throw new ScimError('invalidSyntax', `schemas contains ${quoteForDetail(foreign)}, which nobody knows.`)
  }
  const extensions = resourceType.schemaExtensions
    .map(({ schema }) => schema.id)
    .filter((id) => Object.hasOwn(values, id) || listed.some((urn) => sameUrn(urn, id)))
  return [resourceType.schema.id, ...extensions]
}

/** A body that says it is something else was sent to the wrong endpoint. */
function isCoreUrn(urn: string): boolean {
  return urn.toLowerCase().startsWith('urn:ietf:params:scim:schemas:core:2.0:')
}

function listedSchemas(body: JsonObject): readonly string[] {
  const name = Object.keys(body).find((candidate) => candidate.toLowerCase() === 'schemas')
  const given = name === undefined ? undefined : own(body, name)
  if (isUnassigned(given)) return []
  if (!isJsonArray(given)) throw new ScimError('invalidSyntax', 'schemas is an array of URNs.')
  return given.map((urn) => {
    if (typeof urn !== 'string') throw new ScimError('invalidSyntax', 'schemas holds something that is no URN.')
    return urn
  })
}

function checkRequired({ resourceType, values, keyedNames }: ReadState): void {
  for (const { name, required, mutability } of resourceType.schema.attributes) {
    if (!required || mutability === 'readOnly' || keyedNames.includes(name)) continue
    const value = own(values, name)
    if (value === undefined || (typeof value === 'string' && value.trim() === '')) {
      throw new ScimError('invalidValue', `${name} is required.`)
    }
  }
  for (const { schema, required } of resourceType.schemaExtensions) {
    if (required && !Object.hasOwn(values, schema.id)) throw new ScimError('invalidValue', `${schema.id} is required.`)
  }
}

/** RFC 7644 §3.5.1: an immutable attribute that has a value must be given with that value. */
function checkImmutable({ resourceType, values, keyedNames }: ReadState, current: ScimResource): void {
  for (const { name, mutability } of resourceType.schema.attributes) {
    if (mutability !== 'immutable' || keyedNames.includes(name)) continue
    const before = own(current, name)
    if (before !== undefined && !equalJson(before, own(values, name))) {
      throw new ScimError('mutability', `${name} is immutable.`)
    }
  }
}
