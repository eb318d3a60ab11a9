import type { ResourceTypeDefinition } from '../schema/attribute-definition.ts'
import type { Filter } from './ast.ts'

/** `attributePath` is canonical: `id`, `userName`, `emails.value`, `urn:…:enterprise:2.0:User:employeeNumber`. */
export type EqualityProbe = {
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
  throw new Error(`not there yet: ${filter.kind} ${resourceType.name}`)
}

/** The first of `equalityProbes` whose attribute path is one of `indexed` (all of them when omitted). */
export function equalityProbe(
  filter: Filter,
  resourceType: ResourceTypeDefinition,
  indexed?: ReadonlySet<string>,
): EqualityProbe | undefined {
  return equalityProbes(filter, resourceType).find((probe) => indexed?.has(probe.attributePath) ?? true)
}
