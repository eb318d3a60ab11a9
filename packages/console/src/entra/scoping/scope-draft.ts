// Scoping filters of the page Source Object Scope. Pure.
import type { Views } from '../../source/source.ts'

export type ScopeGroup = Views['entra.object-mappings']['scope'][number]
export type ScopeClause = ScopeGroup['clauses'][number]

export const NEW_CLAUSE: ScopeClause = { attribute: '', operator: 'EQUALS', value: '' }
export const NEW_GROUP: ScopeGroup = { title: '', clauses: [NEW_CLAUSE] }

/** What is wrong with a filter; undefined when it can be taken over. Operators that take no value have none. */
export function problemOfGroup({ title, clauses }: ScopeGroup): string | undefined {
  if (title.trim() === '') return 'Give the scoping filter a title.'
  if (clauses.length === 0) return 'Add a clause.'
  return clauses.some(({ attribute }) => attribute === '') ? 'Choose an attribute for each clause.' : undefined
}

/** As `save-mappings` takes it. @param unary operators that take no value */
export function groupInput({ title, clauses }: ScopeGroup, unary: readonly string[]): ScopeGroup {
  return {
    title: title.trim(),
    clauses: clauses.map(({ attribute, operator, value = '' }) =>
      unary.includes(operator) ? { attribute, operator } : { attribute, operator, value },
    ),
  }
}

/** `[department] EQUALS Sales` */
export function clauseText({ attribute, operator, value }: ScopeClause): string {
  return [`[${attribute}]`, operator, value].filter((part) => part !== undefined && part !== '').join(' ')
}
