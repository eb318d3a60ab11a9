// Scoping filters as the portal's page has them: groups with a title, of which one must fit, and clauses that must all hold.
import { Filter } from '../schema/synchronization-schema.ts'

export interface ScopeClause {
  /** Source attribute. */
  readonly attribute: string
  readonly operator: string
  /** Absent for operators that take none. */
  readonly value?: string | undefined
}

export interface ScopeGroup {
  readonly title: string
  readonly clauses: readonly ScopeClause[]
}

/** In Graph's shape. */
export function filterOfGroups(groups: readonly ScopeGroup[]): Filter {
  return Filter.parse({
    groups: groups.map(({ title, clauses }) => ({
      name: title,
      clauses: clauses.map(({ attribute, operator, value }) => ({
        operatorName: operator,
        sourceOperandName: attribute,
        targetOperand: { values: value === undefined ? [] : [value] },
      })),
    })),
  })
}

/** Those of a filter in Graph's shape; none of a mapping without one. */
export function groupsOfFilter(filter: Filter | null): readonly ScopeGroup[] {
  return (filter?.groups ?? []).map(({ name, clauses }) => ({
    title: name ?? '',
    clauses: clauses.map(({ sourceOperandName, operatorName, targetOperand }) => {
      const [value] = targetOperand?.values ?? []
      return { attribute: sourceOperandName, operator: operatorName, ...(value !== undefined && { value }) }
    }),
  }))
}
