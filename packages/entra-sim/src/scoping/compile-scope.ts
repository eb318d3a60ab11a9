import { type AttributeSource, defaultRegexStepLimit, fromSource, isEmptyValue, textsOf } from '../expression/index.ts'
import type { Filter, FilterClause, FilterGroup } from '../schema/synchronization-schema.ts'
import { type ClauseResult, type FilterOperator, findFilterOperator } from './filter-operator.ts'
import { printClause } from './print-scope.ts'

/** The three lists of groups of a Graph filter. */
export type FilterGroupKind = 'groups' | 'inputFilterGroups' | 'categoryFilterGroups'

/** How one clause came out for one object. */
export interface EvaluatedClause {
  readonly kind: FilterGroupKind
  /** Name of its group. */
  readonly group: string
  readonly text: string
  readonly result: boolean
  /** Why the result is false although nothing was compared: a pattern that is wrong or took too long. */
  readonly message: string | null
}

/** Whether an object is in scope, and why. */
export interface EvaluatedScope {
  readonly inScope: boolean
  /** Leaving `groups` deprovisions. */
  readonly passesGroups: boolean
  /** Leaving `inputFilterGroups` does not deprovision: the object is dropped when it is read. */
  readonly passesInputFilter: boolean
  /** Whether the object belongs to this object mapping at all. */
  readonly passesCategoryFilter: boolean
  readonly clauses: readonly EvaluatedClause[]
}

/** A filter ready to be evaluated many times. */
export interface CompiledScope {
  /** Source attributes that it reads. */
  readonly attributes: readonly string[]
  readonly evaluate: (source: AttributeSource) => EvaluatedScope
}

/** A compiled filter, or what is wrong with each clause. */
export type CompiledScopeResult =
  | { readonly ok: true; readonly scope: CompiledScope }
  | { readonly ok: false; readonly problems: readonly string[] }

interface CompiledClause {
  readonly clause: FilterClause
  readonly operator: FilterOperator
  readonly text: string
}

interface CompiledGroup {
  readonly kind: FilterGroupKind
  readonly name: string
  readonly clauses: readonly CompiledClause[]
}

const kinds: readonly FilterGroupKind[] = ['groups', 'inputFilterGroups', 'categoryFilterGroups']

/**
 * Compiles a Graph filter. Clauses of a group must all hold, of several groups one is enough, no group at all lets
 * everything through; null is no filter. A pattern may take `regexStepLimit` steps.
 */
export function compileScope(filter: Filter | null, regexStepLimit = defaultRegexStepLimit): CompiledScopeResult {
  const groups: CompiledGroup[] = []
  const problems: string[] = []
  for (const kind of kinds) {
    for (const [index, group] of (filter?.[kind] ?? []).entries()) {
      groups.push(compileGroup(kind, index, group, problems))
    }
  }
  if (problems.length > 0) return { ok: false, problems }
  const names = groups.flatMap((group) => group.clauses.map((one) => one.clause.sourceOperandName))
  return {
    ok: true,
    scope: { attributes: [...new Set(names)], evaluate: (source) => evaluate(groups, source, regexStepLimit) },
  }
}

function compileGroup(kind: FilterGroupKind, index: number, group: FilterGroup, problems: string[]): CompiledGroup {
  const clauses: CompiledClause[] = []
  for (const clause of group.clauses) {
    const text = printClause(clause)
    const operator = findFilterOperator(clause.operatorName)
    const problem = operator === null ? unknownOperator(clause) : wrongOperands(clause, operator)
    if (problem !== null) problems.push(`${text}: ${problem}`)
    else if (operator !== null) clauses.push({ clause, operator, text })
  }
  return { kind, name: group.name ?? `filter ${index + 1}`, clauses }
}

function unknownOperator(clause: FilterClause): string {
  const isKnown = /^(IsMemberOf|Present|Valid Cert Match)$/i.test(clause.operatorName.trim())
  return isKnown
    ? `the portal has shown the operator ${clause.operatorName}, but it is not supported.`
    : `there is no operator ${clause.operatorName}.`
}

function wrongOperands(clause: FilterClause, operator: FilterOperator): string | null {
  const count = clause.targetOperand?.values.length ?? 0
  if (operator.arity === 'Binary' && count === 0) return `${operator.name} needs a value.`
  return operator.arity === 'Unary' && count > 0 ? `${operator.name} takes no value.` : null
}

function evaluate(groups: readonly CompiledGroup[], source: AttributeSource, stepLimit: number): EvaluatedScope {
  const clauses: EvaluatedClause[] = []
  const passes = (kind: FilterGroupKind): boolean => {
    const list = groups.filter((group) => group.kind === kind)
    const results = list.map((group) => evaluateGroup(group, source, stepLimit, clauses))
    return list.length === 0 || results.includes(true)
  }
  const passesGroups = passes('groups')
  const passesInputFilter = passes('inputFilterGroups')
  const passesCategoryFilter = passes('categoryFilterGroups')
  const inScope = passesGroups && passesInputFilter && passesCategoryFilter
  return { inScope, passesGroups, passesInputFilter, passesCategoryFilter, clauses }
}

/** Every clause is evaluated, so that the answer explains all of them. */
function evaluateGroup(
  group: CompiledGroup,
  source: AttributeSource,
  stepLimit: number,
  clauses: EvaluatedClause[],
): boolean {
  let holds = true
  for (const one of group.clauses) {
    const result = evaluateClause(one, source, stepLimit)
    const isTrue = result === true
    const message = typeof result === 'boolean' ? null : result.message
    clauses.push({ kind: group.kind, group: group.name, text: one.text, result: isTrue, message })
    holds = holds && isTrue
  }
  return holds
}

/** Multi-valued attributes cannot be filtered in the portal; here one value that holds is enough. */
function evaluateClause(one: CompiledClause, source: AttributeSource, stepLimit: number): ClauseResult {
  const value = fromSource(source(one.clause.sourceOperandName))
  if (isEmptyValue(value)) return one.operator.ofEmpty
  const operands = one.clause.targetOperand?.values ?? []
  const results = textsOf(value).map((text) => one.operator.test(text, operands, stepLimit))
  return results.find((result) => typeof result !== 'boolean') ?? results.includes(true)
}
