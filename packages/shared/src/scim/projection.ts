import {
  isJsonArray,
  isJsonObject,
  type JsonDraft,
  type JsonObject,
  type JsonValue,
  type ScimResource,
} from './json.ts'
import { parsePath } from './path.ts'
import type { AttributeDefinition, ResourceTypeDefinition, SchemaDefinition } from './schema/attribute-definition.ts'
import {
  findCoreAttribute,
  findExtension,
  findExtensionAttribute,
  findSubAttribute,
  resolveAttribute,
} from './schema/resolve-attribute.ts'
import { ScimError } from './scim-error.ts'

/** The query parameters `attributes` and `excludedAttributes` as they came (RFC 7644 §3.9). */
export interface ProjectionParameters {
  /** Comma-separated text as in a query, or an array as in a SearchRequest. */
  readonly attributes?: string | readonly string[]
  readonly excludedAttributes?: string | readonly string[]
}

/** Which attributes an answer has; see `parseProjection`. */
export interface Projection {
  /** The resource as it is returned; never the object that was given when something is left out. */
  apply(resource: ScimResource): ScimResource
  /** Whether any part of this top-level attribute is returned, so that nobody renders 20,000 members for nothing. */
  includes(attribute: string): boolean
}

/**
 * What a list of names stands for. Keys are `userName` or `urn:…:User:department`; a value of `all` means the whole
 * attribute, a set means some of its sub-attributes.
 */
type Selection = ReadonlyMap<string, 'all' | ReadonlySet<string>>
interface Selections {
  readonly included: Selection | undefined
  readonly excluded: Selection
}

/** Splits a comma-separated list; blanks around names do not count and empty names are dropped. */
export function parseAttributeList(list: string | readonly string[]): readonly string[] {
  const names = typeof list === 'string' ? list.split(',') : list
  return names.map((name) => name.trim()).filter((name) => name !== '')
}

/**
 * Compiles `attributes` and `excludedAttributes` (RFC 7644 §3.9) with the characteristic "returned" (RFC 7643 §7).
 * Names may be sub-attributes, URN-qualified or a whole extension, in any case; those that nobody knows are ignored.
 * When both are given, what is excluded is left out of what is asked for.
 */
export function compileProjection(resourceType: ResourceTypeDefinition, parameters: ProjectionParameters): Projection {
  const included = parseAttributeList(parameters.attributes ?? [])
  const selections: Selections = {
    included: included.length === 0 ? undefined : select(included, resourceType),
    excluded: select(parseAttributeList(parameters.excludedAttributes ?? []), resourceType),
  }
  return {
    apply: (resource) => projectResource(resource, resourceType, selections),
    includes: (name) => {
      const definition = findCoreAttribute(resourceType, name)
      return definition !== undefined && isReturned(definition, definition.name, selections)
    },
  }
}

/** `compileProjection` for one resource. */
export function project(
  resource: ScimResource,
  resourceType: ResourceTypeDefinition,
  parameters: ProjectionParameters = {},
): ScimResource {
  return compileProjection(resourceType, parameters).apply(resource)
}

function select(names: readonly string[], resourceType: ResourceTypeDefinition): Selection {
  const selection = new Map<string, 'all' | Set<string>>()
  for (const name of names) {
    for (const [key, subAttribute] of keysOf(name, resourceType)) {
      const known = selection.get(key)
      if (subAttribute === undefined) selection.set(key, 'all')
      else if (known === undefined) selection.set(key, new Set([subAttribute]))
      else if (known !== 'all') known.add(subAttribute)
    }
  }
  return selection
}

function keysOf(
  name: string,
  resourceType: ResourceTypeDefinition,
): readonly (readonly [key: string, subAttribute: string | undefined])[] {
  const path = parseName(name, resourceType)
  if (path === undefined) return []
  if (path.kind === 'schema') {
    const extension = findExtension(resourceType, path.schema)
    const schema = extension ?? resourceType.schema
    return schema.attributes.map((attribute) => [keyOf(extension, attribute), undefined])
  }
  const resolved = resolveAttribute(resourceType, path.path)
  if (resolved === undefined) return []
  return [[keyOf(resolved.extension, resolved.attribute), resolved.subAttribute?.name]]
}

function parseName(name: string, resourceType: ResourceTypeDefinition) {
  try {
    return parsePath(name, resourceType)
  } catch (error) {
    if (error instanceof ScimError) return undefined
    throw error
  }
}

function keyOf(extension: SchemaDefinition | undefined, attribute: AttributeDefinition): string {
  return extension === undefined ? attribute.name : `${extension.id}:${attribute.name}`
}

function projectResource(
  resource: ScimResource,
  resourceType: ResourceTypeDefinition,
  selections: Selections,
): ScimResource {
  const draft: JsonDraft = {}
  for (const [name, value] of Object.entries(resource)) {
    const definition = findCoreAttribute(resourceType, name)
    const projected =
      definition === undefined
        ? projectExtension(name, value, resourceType, selections)
        : projectAttribute(definition, definition.name, value, selections)
    if (projected !== undefined) draft[name] = projected
  }
  return draft
}

function projectExtension(
  urn: string,
  value: JsonValue,
  resourceType: ResourceTypeDefinition,
  selections: Selections,
): JsonObject | undefined {
  const extension = findExtension(resourceType, urn)
  const isAll = selections.included === undefined
  if (!isJsonObject(value)) return undefined
  // What no schema declares is returned by default, like anything else that was written.
  if (extension === undefined) return isAll ? value : undefined
  const draft: JsonDraft = {}
  for (const [name, item] of Object.entries(value)) {
    const definition = findExtensionAttribute(resourceType, urn, name)
    if (definition === undefined) {
      if (isAll) draft[name] = item
      continue
    }
    const projected = projectAttribute(definition, keyOf(extension, definition), item, selections)
    if (projected !== undefined) draft[name] = projected
  }
  return Object.keys(draft).length === 0 ? undefined : draft
}

function projectAttribute(
  definition: AttributeDefinition,
  key: string,
  value: JsonValue,
  selections: Selections,
): JsonValue | undefined {
  if (!isReturned(definition, key, selections)) return undefined
  if (definition.type !== 'complex') return value
  const wanted = selections.included?.get(key) ?? 'all'
  const unwanted = selections.excluded.get(key)
  const keeps = (name: string): boolean => {
    const subAttribute = findSubAttribute(definition, name)
    if (subAttribute === undefined || subAttribute.returned === 'never') return false
    if (subAttribute.returned === 'always') return true
    if (subAttribute.returned === 'request') return wanted !== 'all' && wanted.has(subAttribute.name)
    const isExcluded = unwanted !== undefined && unwanted !== 'all' && unwanted.has(subAttribute.name)
    return (wanted === 'all' || wanted.has(subAttribute.name)) && !isExcluded
  }
  return isJsonArray(value) ? projectElements(value, keeps) : projectComplex(value, keeps)
}

function projectElements(elements: readonly JsonValue[], keeps: (name: string) => boolean): JsonValue | undefined {
  const projected = elements.flatMap((element) => projectComplex(element, keeps) ?? [])
  return projected.length === 0 ? undefined : projected
}

function projectComplex(value: JsonValue, keeps: (name: string) => boolean): JsonValue | undefined {
  if (!isJsonObject(value)) return value
  const names = Object.keys(value)
  const kept = names.filter(keeps)
  if (kept.length === names.length) return value
  if (kept.length === 0) return undefined
  const draft: JsonDraft = {}
  for (const name of kept) draft[name] = value[name] ?? null
  return draft
}

/** RFC 7643 §7: "always" cannot be excluded, "never" cannot be asked for, "request" has to be. */
function isReturned({ returned }: AttributeDefinition, key: string, { included, excluded }: Selections): boolean {
  switch (returned) {
    case 'always':
      return true
    case 'never':
      return false
    case 'request':
      return included?.has(key) ?? false
    case 'default':
      return (included === undefined || included.has(key)) && excluded.get(key) !== 'all'
  }
}
