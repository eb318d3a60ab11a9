import { isJsonArray, isJsonObject, type JsonValue, own, type ScimResource } from '../json.ts'
import type { KeyedRelation } from '../keyed-relation.ts'
import type { AttributeDefinition, ResourceTypeDefinition } from '../schema/attribute-definition.ts'
import { findSubAttribute, type ResolvedAttribute, resolveAttribute } from '../schema/resolve-attribute.ts'
import { ScimError } from '../scim-error.ts'
import { lenient, type Strictness } from '../tolerances.ts'
import type { AttributePath } from './ast.ts'
import type { ValueTest } from './compare.ts'
import type { FilterOptions } from './filter-options.ts'
import { printAttributePath } from './print.ts'

type RelationOf = (container: JsonValue) => KeyedRelation | undefined

/** What an attribute path of a filter stands for: a definition, and how to run through the values of a container. */
export interface Target {
  readonly definition: AttributeDefinition
  /** Whether any value passes; an unassigned attribute has none. */
  any(container: JsonValue, test: ValueTest): boolean
  /** What is compared: the attribute itself, or the default sub-attribute `value` of a complex one (RFC 7643 §2.4). */
  valueTarget(): Target | undefined
  /** The relation, when this is the `value` of a keyed one. */
  readonly keyed?: RelationOf
  /** The relation, when this is a keyed attribute itself. */
  readonly keyedElements?: RelationOf
}

/** Where names are looked up: in a resource, or in one element of a multi-valued attribute. */
export interface Scope {
  resolve(path: AttributePath): Target | undefined
}

type Read = (container: JsonValue) => JsonValue | undefined

export function resourceScope(resourceType: ResourceTypeDefinition, options: FilterOptions): Scope {
  return {
    resolve(path) {
      const resolved = resolveAttribute(resourceType, path)
      if (resolved === undefined || !isAllowed(resolved, options.strictness ?? lenient)) return unknown(path, options)
      if ((resolved.subAttribute ?? resolved.attribute).mutability === 'writeOnly') return refuse(path, 'is write-only')
      const keyed = keyedRelation(resolved, options)
      const whole = keyed === undefined ? plainTarget(resolved) : keyedTarget(resolved.attribute, keyed)
      return resolved.subAttribute === undefined ? whole : subTarget(whole, resolved.subAttribute)
    },
  }
}

/** The elements of a multi-valued attribute without sub-attributes are their own `value`. */
export function elementScope(attribute: AttributeDefinition): Scope {
  return {
    resolve(path) {
      if (path.schema !== undefined || path.subAttribute !== undefined) return refuse(path, 'is not a sub-attribute')
      if (attribute.type !== 'complex' && path.attribute.toLowerCase() === 'value') {
        return target({ ...attribute, multiValued: false }, (element) => element)
      }
      const definition = findSubAttribute(attribute, path.attribute)
      if (definition === undefined) return refuse(path, `is no sub-attribute of ${attribute.name}`)
      return target(definition, reader(definition.name))
    },
  }
}

function isAllowed(resolved: ResolvedAttribute, strictness: Strictness): boolean {
  return !resolved.unqualified || !strictness.has('unqualifiedExtension')
}

function unknown(path: AttributePath, options: FilterOptions): undefined {
  return options.unknownAttributes === 'noValue' ? undefined : refuse(path, 'is not known')
}

function refuse(path: AttributePath, reason: string): never {
  const name = printAttributePath(path)
  const shown = name.length > 80 ? `${name.slice(0, 80)}…` : name
  throw new ScimError('invalidFilter', `The attribute ${shown} at character ${path.start + 1} ${reason}.`)
}

function keyedRelation({ extension, attribute }: ResolvedAttribute, { keyed }: FilterOptions): RelationOf | undefined {
  if (extension !== undefined || keyed === undefined || !Object.hasOwn(keyed, attribute.name)) return undefined
  const relationOf = keyed[attribute.name]
  return (container) => relationOf?.(container as ScimResource) // a resource scope is only given resources
}

function plainTarget({ extension, attribute }: ResolvedAttribute): Target {
  const read = reader(attribute.name)
  if (extension === undefined) return target(attribute, read)
  const readExtension = reader(extension.id)
  return target(attribute, (container) => {
    const values = readExtension(container)
    return values === undefined ? undefined : read(values)
  })
}

function reader(name: string): Read {
  return (container) => (isJsonObject(container) ? own(container, name) : undefined)
}

function target(definition: AttributeDefinition, read: Read): Target {
  const self: Target = {
    definition,
    any: (container, test) => anyOf(read(container), test),
    valueTarget: () => defaultTarget(self),
  }
  return self
}

function anyOf(value: JsonValue | undefined, test: ValueTest): boolean {
  if (value === undefined || value === null) return false
  if (!isJsonArray(value)) return test(value)
  for (const item of value) if (test(item)) return true
  return false
}

function subTarget(whole: Target, definition: AttributeDefinition): Target {
  const read = reader(definition.name)
  const isKey = whole.keyedElements !== undefined && definition.name === 'value'
  const self: Target = {
    definition,
    any: (container, test) => whole.any(container, (element) => anyOf(read(element), test)),
    valueTarget: () => defaultTarget(self),
    ...(isKey && whole.keyedElements !== undefined ? { keyed: whole.keyedElements } : {}),
  }
  return self
}

function defaultTarget(whole: Target): Target | undefined {
  if (whole.definition.type !== 'complex') return whole
  const value = findSubAttribute(whole.definition, 'value')
  return value === undefined ? undefined : subTarget(whole, value)
}

function keyedTarget(definition: AttributeDefinition, relationOf: RelationOf): Target {
  const self: Target = {
    definition,
    keyedElements: relationOf,
    any: (container, test) => {
      for (const element of relationOf(container)?.values() ?? []) if (test(element)) return true
      return false
    },
    valueTarget: () => defaultTarget(self),
  }
  return self
}
