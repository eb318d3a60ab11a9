import { Filter, type FilterClause, type FilterGroup } from '../schema/synchronization-schema.ts'
import { type FilterOperator, filterOperators } from './filter-operator.ts'

/** A filter, or where and why the text is none. */
export type ParsedScope =
  | { readonly ok: true; readonly filter: Filter }
  | { readonly ok: false; readonly message: string; readonly offset: number }

interface State {
  readonly text: string
  at: number
  error: { readonly message: string; readonly offset: number } | null
}

/** Longest first, so that `IS NOT NULL` is not read as something shorter. */
const byLength = [...filterOperators].sort((left, right) => right.name.length - left.name.length)

/**
 * Parses the text form of a scoping filter: `[department] EQUALS "Sales" AND [jobTitle] IS NOT NULL OR …`. AND binds
 * before OR, as clauses and groups do; parentheses may enclose a group. Empty text is a filter that lets everything
 * through. Operators are read without regard to case.
 */
export function parseScope(text: string): ParsedScope {
  const state: State = { text, at: 0, error: null }
  const groups: FilterGroup[] = []
  skipSpace(state)
  while (state.error === null && state.at < text.length) {
    groups.push(parseGroup(state, groups.length + 1))
    if (state.at < text.length && !readWord(state, 'OR')) fail(state, 'Expected OR, AND or the end.')
    else if (state.at >= text.length && /\bOR\s*$/i.test(text)) fail(state, 'A clause is missing after OR.')
  }
  if (state.error !== null) return { ok: false, ...state.error }
  return { ok: true, filter: Filter.parse({ groups }) }
}

function parseGroup(state: State, number: number): FilterGroup {
  const isEnclosed = readSymbol(state, '(')
  const clauses = [parseClause(state)]
  while (state.error === null && readWord(state, 'AND')) clauses.push(parseClause(state))
  if (isEnclosed && !readSymbol(state, ')')) fail(state, 'The group is not closed; expected AND or ).')
  return { name: `filter ${number}`, clauses }
}

function parseClause(state: State): FilterClause {
  const sourceOperandName = readAttribute(state)
  const operator = readOperator(state)
  if (operator === null) return { operatorName: 'EQUALS', sourceOperandName }
  const values = operator.arity === 'Binary' ? readValues(state) : []
  return { operatorName: operator.name, sourceOperandName, targetOperand: { values } }
}

function readAttribute(state: State): string {
  const match = /^\[([^\]]+)\]\s*/.exec(state.text.slice(state.at))
  if (match === null) return fail(state, 'Expected an attribute such as [department].')
  state.at += match[0].length
  return match[1] ?? ''
}

function readOperator(state: State): FilterOperator | null {
  if (state.error !== null) return null
  const rest = state.text.slice(state.at).replace(/_/g, ' ').toUpperCase()
  const found = byLength.find((operator) => rest.startsWith(operator.name.replace(/_/g, ' ').toUpperCase()))
  if (found === undefined) {
    fail(state, `Expected one of ${filterOperators.map((operator) => operator.name).join(', ')}.`)
    return null
  }
  state.at += found.name.length
  skipSpace(state)
  return found
}

function readValues(state: State): string[] {
  const values: string[] = []
  do {
    const match = /^"((?:[^"]|"")*)"\s*/.exec(state.text.slice(state.at))
    if (match === null) {
      fail(state, 'Expected a value in double quotes.')
      return values
    }
    values.push((match[1] ?? '').replaceAll('""', '"'))
    state.at += match[0].length
  } while (readSymbol(state, ','))
  return values
}

function readWord(state: State, word: string): boolean {
  const match = new RegExp(`^${word}\\b\\s*`, 'i').exec(state.text.slice(state.at))
  if (match === null) return false
  state.at += match[0].length
  return true
}

function readSymbol(state: State, symbol: string): boolean {
  if (!state.text.startsWith(symbol, state.at)) return false
  state.at += 1
  skipSpace(state)
  return true
}

function skipSpace(state: State): void {
  while (/\s/.test(state.text.charAt(state.at))) state.at += 1
}

function fail(state: State, message: string): string {
  state.error ??= { message, offset: state.at }
  return ''
}
