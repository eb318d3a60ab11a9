import type { Filter, FilterClause } from '../schema/synchronization-schema.ts'
import { findFilterOperator } from './filter-operator.ts'

/** `[department] EQUALS "Sales"`. Values stand in double quotes; a quote inside is doubled, a backslash is itself. */
export function printClause(clause: FilterClause): string {
  const name = findFilterOperator(clause.operatorName)?.name ?? clause.operatorName
  const values = (clause.targetOperand?.values ?? []).map((value) => `"${value.replaceAll('"', '""')}"`)
  return [`[${clause.sourceOperandName}]`, name, values.join(', ')].filter((part) => part !== '').join(' ')
}

/** The `groups` of a filter on one line: clauses joined by AND, groups in parentheses joined by OR. */
export function printScope(filter: Filter): string {
  const groups = filter.groups.map((group) => group.clauses.map(printClause).join(' AND '))
  return groups.length === 1 ? (groups[0] ?? '') : groups.map((group) => `(${group})`).join(' OR ')
}
