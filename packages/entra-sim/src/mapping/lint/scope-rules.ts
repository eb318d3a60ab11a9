import type { FilterClause } from '../../schema/synchronization-schema.ts'
import { compileScope, findFilterOperator, printClause, whyNotFilterable } from '../../scoping/index.ts'
import { everywhere, type LintContext, type LintRule, type Report } from './finding.ts'

const scoping = 'Microsoft: Scoping users or groups with scoping filters'

/** Rules about the scoping filter of an object mapping. */
export const scopeRules: readonly LintRule[] = [
  {
    id: 'scope-invalid',
    severity: 'error',
    profiles: everywhere,
    why: 'The service does not know the operator, or its value is missing.',
    source: scoping,
    check: ({ objectMapping }) => {
      const compiled = compileScope(objectMapping.scope)
      const problems = compiled.ok ? [] : compiled.problems
      return problems.map((message) => ({ row: null, message, suggestion: 'Choose one of the fourteen operators.' }))
    },
  },
  {
    id: 'scope-attribute-unusable',
    severity: 'error',
    profiles: everywhere,
    why: 'Multi-valued, reference and date attributes cannot be used in a scoping filter.',
    source: `${scoping}; Known issues for provisioning`,
    check: (context) =>
      reportClauses(context, (clause) => {
        const why = whyNotFilterable(clause.sourceOperandName, context.sourceDefinition)
        if (why === 'unknown') return ['the source has no such attribute', 'Names are case-sensitive; look it up.']
        return why === null ? null : ['the attribute cannot be filtered', 'Filter on a single-valued text attribute.']
      }),
  },
  {
    id: 'scope-pattern-not-anchored',
    severity: 'warning',
    profiles: everywhere,
    why: 'A pattern matches anywhere in the value: ([1-9][0-9]) accepts 123 as well.',
    source: scoping,
    check: (context) =>
      reportClauses(context, (clause) => {
        if (!/REGEX/i.test(clause.operatorName)) return null
        const isOpen = (clause.targetOperand?.values ?? []).some((value) => !/^\^.*\$$/s.test(value))
        return isOpen ? ['the pattern is not anchored', 'Enclose it in ^ and $.'] : null
      }),
  },
  {
    id: 'scope-negation-excludes-empty',
    severity: 'warning',
    profiles: everywhere,
    why: 'A clause on an empty attribute is false, so NOT EQUALS and NOT REGEX MATCH leave out users who lack it.',
    source: scoping,
    check: (context) =>
      reportClauses(context, (clause) => {
        const isNegation = /^NOT /.test(findFilterOperator(clause.operatorName)?.name ?? '')
        const advice = `Add a second filter with ${clause.sourceOperandName} IS NULL.`
        return isNegation ? ['users without the attribute are out of scope', advice] : null
      }),
  },
]

type Remark = readonly [what: string, advice: string] | null

function reportClauses(context: LintContext, remark: (clause: FilterClause) => Remark): readonly Report[] {
  const { scope } = context.objectMapping
  const groups = scope === null ? [] : [...scope.groups, ...scope.inputFilterGroups, ...scope.categoryFilterGroups]
  return groups
    .flatMap((group) => group.clauses)
    .flatMap((clause) => {
      const found = remark(clause)
      return found === null
        ? []
        : [{ row: null, message: `${printClause(clause)}: ${found[0]}.`, suggestion: found[1] }]
    })
}
