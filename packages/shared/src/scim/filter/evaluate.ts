import { isJsonArray, isJsonObject, type JsonValue, own, type ScimResource } from '../json.ts'
import type { AttributeDefinition, ResourceTypeDefinition } from '../schema/attribute-definition.ts'
import { ScimError } from '../scim-error.ts'
import { lenient, type Strictness } from '../tolerances.ts'
import type { CompareFilter, Filter, PresentFilter, ValuePathFilter } from './ast.ts'
import { compileComparison, type ValueTest } from './compare.ts'
import type { FilterOptions } from './filter-options.ts'
import { elementScope, resourceScope, type Scope, type Target } from './target.ts'

type Predicate = (container: JsonValue) => boolean

/** @throws ScimError 400 invalidFilter where the filter does not fit the schema. */
export function compileFilter(
  filter: Filter,
  resourceType: ResourceTypeDefinition,
  options: FilterOptions = {},
): (resource: ScimResource) => boolean {
  return compile(filter, resourceScope(resourceType, options), options.strictness ?? lenient)
}

/** The filter of a value path, as a test of one element of `attribute`. */
export function compileElementFilter(
  filter: Filter,
  attribute: AttributeDefinition,
  strictness: Strictness = lenient,
): Predicate {
  return compile(filter, elementScope(attribute), strictness)
}

function compile(filter: Filter, scope: Scope, strictness: Strictness): Predicate {
  switch (filter.kind) {
    case 'and':
      return every(filter.operands.map((operand) => compile(operand, scope, strictness)))
    case 'or':
      return some(filter.operands.map((operand) => compile(operand, scope, strictness)))
    case 'not': {
      const operand = compile(filter.operand, scope, strictness)
      return (container) => !operand(container)
    }
    case 'present':
      return compilePresent(filter, scope)
    case 'compare':
      return compileCompare(filter, scope, strictness)
    case 'valuePath':
      return compileValuePath(filter, scope, strictness)
  }
}

function every(tests: readonly Predicate[]): Predicate {
  return (container) => tests.every((test) => test(container))
}

function some(tests: readonly Predicate[]): Predicate {
  return (container) => tests.some((test) => test(container))
}

function compilePresent(filter: PresentFilter, scope: Scope): Predicate {
  const target = scope.resolve(filter.path)
  return target === undefined ? () => false : (container) => target.any(container, isPresent)
}

/** RFC 7644 §3.4.2.2 "pr": neither null, nor empty, nor a complex value without anything in it. */
function isPresent(value: JsonValue): boolean {
  if (isJsonArray(value)) return value.some(isPresent)
  if (isJsonObject(value)) return Object.keys(value).some((name) => isPresent(own(value, name) ?? null))
  return value !== null && value !== ''
}

/**
 * A multi-valued attribute matches when any of its values does. `ne` is true for an attribute without a value, and so
 * is `eq null`, which asks for nothing else.
 */
function compileCompare(filter: CompareFilter, scope: Scope, strictness: Strictness): Predicate {
  const target = scope.resolve(filter.path)
  if (target === undefined) return isTrueWithoutValue(filter) ? () => true : () => false
  if (filter.literal.value === null && (filter.operator === 'eq' || filter.operator === 'ne')) {
    const wanted = filter.operator === 'ne'
    return (container) => target.any(container, isPresent) === wanted
  }
  const leaf = target.valueTarget()
  if (leaf === undefined) return refuseComplex(filter, target)
  const test = compileComparison(leaf.definition, filter, strictness)
  if (filter.operator === 'ne') return (container) => leaf.any(container, test) || !leaf.any(container, isAssigned)
  const key = leaf.keyed !== undefined && filter.operator === 'eq' ? keyedEquality(leaf, filter) : undefined
  return key ?? ((container) => leaf.any(container, test))
}

function isTrueWithoutValue({ operator, literal }: CompareFilter): boolean {
  return (operator === 'ne') !== (literal.value === null) && (operator === 'eq' || operator === 'ne')
}

const isAssigned: ValueTest = (value) => value !== null

/** `members eq "x"` asks the relation instead of running through it. */
function keyedEquality({ keyed }: Target, { literal }: CompareFilter): Predicate {
  const value = typeof literal.value === 'string' ? literal.value : literal.raw
  return (container) => keyed?.(container)?.has(value) ?? false
}

function compileValuePath(filter: ValuePathFilter, scope: Scope, strictness: Strictness): Predicate {
  const target = scope.resolve(filter.path)
  if (target === undefined) return () => false
  const elements = elementScope(target.definition)
  const selected = compile(filter.filter, elements, strictness)
  const key = filter.test === undefined ? keyOf(filter.filter) : undefined
  const { keyedElements } = target
  if (keyedElements !== undefined && key !== undefined) {
    return (container) => keyedElements(container)?.has(key) ?? false
  }
  if (filter.test === undefined) return (container) => target.any(container, selected)
  const tested = compile(filter.test, elements, strictness)
  return (container) => target.any(container, (element) => selected(element) && tested(element))
}

/** The key of `value eq "x"`. */
function keyOf(filter: Filter): string | undefined {
  if (filter.kind !== 'compare' || filter.operator !== 'eq') return undefined
  if (filter.path.attribute.toLowerCase() !== 'value') return undefined
  return typeof filter.literal.value === 'string' ? filter.literal.value : filter.literal.raw
}

function refuseComplex(filter: CompareFilter, target: Target): never {
  throw new ScimError(
    'invalidFilter',
    `${target.definition.name} at character ${filter.start + 1} is complex; compare one of its sub-attributes.`,
  )
}
