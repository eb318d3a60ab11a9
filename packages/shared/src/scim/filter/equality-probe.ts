import type { AttributeDefinition, ResourceTypeDefinition } from '../schema/attribute-definition.ts'
import { findSubAttribute, printAttribute, resolveAttribute } from '../schema/resolve-attribute.ts'
import { lenient } from '../tolerances.ts'
import type { AttributePath, CompareFilter, Filter, ValuePathFilter } from './ast.ts'
import { literalFor } from './literal.ts'

/** `attributePath` is canonical: `id`, `userName`, `emails.value`, `urn:…:enterprise:2.0:User:employeeNumber`. */
export interface EqualityProbe {
  readonly attributePath: string
  /** In the attribute's type: a number written for a string attribute is its text. */
  readonly value: string | number | boolean
  /** When false, the value matches without regard to case. */
  readonly caseExact: boolean
}

/**
 * The equalities that every match of `filter` must fulfil: its own, or those of the operands of a top-level `and`.
 * A service provider looks one of them up in an index and runs the compiled filter on what it finds. For
 * `emails[type eq "work"].value eq "x"` it is `emails.value` with "x": a superset of the matches. Empty: no shortcut.
 */
export function equalityProbes(filter: Filter, resourceType: ResourceTypeDefinition): readonly EqualityProbe[] {
  switch (filter.kind) {
    case 'and':
      return filter.operands.flatMap((operand) => equalityProbes(operand, resourceType))
    case 'compare':
      return probe(filter, filter.path, resourceType)
    case 'valuePath':
      return valuePathProbes(filter, resourceType)
    default:
      return []
  }
}

/** The first of `equalityProbes` whose attribute path is one of `indexed` (all of them when omitted). */
export function equalityProbe(
  filter: Filter,
  resourceType: ResourceTypeDefinition,
  indexed?: ReadonlySet<string>,
): EqualityProbe | undefined {
  return equalityProbes(filter, resourceType).find((found) => indexed?.has(found.attributePath) ?? true)
}

function valuePathProbes(valuePath: ValuePathFilter, resourceType: ResourceTypeDefinition): readonly EqualityProbe[] {
  const tests = valuePath.test === undefined ? [] : [valuePath.test]
  return [...tests, ...conjuncts(valuePath.filter)].flatMap((test) =>
    test.kind === 'compare' ? probe(test, { ...valuePath.path, subAttribute: test.path.attribute }, resourceType) : [],
  )
}

function conjuncts(filter: Filter): readonly Filter[] {
  return filter.kind === 'and' ? filter.operands.flatMap(conjuncts) : [filter]
}

function probe(
  comparison: CompareFilter,
  path: AttributePath,
  resourceType: ResourceTypeDefinition,
): readonly EqualityProbe[] {
  const resolved = resolveAttribute(resourceType, path)
  if (comparison.operator !== 'eq' || comparison.literal.value === null || resolved === undefined) return []
  const subAttribute = resolved.subAttribute ?? findSubAttribute(resolved.attribute, 'value')
  const leaf: AttributeDefinition = subAttribute ?? resolved.attribute
  // Equal instants have many spellings, so an index by text would miss some.
  if (leaf.type === 'complex' || leaf.type === 'dateTime') return []
  const value = literalFor(leaf, comparison.literal, lenient)
  return [{ attributePath: printAttribute({ ...resolved, subAttribute }), value, caseExact: leaf.caseExact }]
}
