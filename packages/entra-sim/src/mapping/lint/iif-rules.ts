import { type ExpressionTree, type FunctionTree, findFunction, walkExpression } from '../../expression/index.ts'
import { everywhere, type LintRow, type LintRule, type Report } from './finding.ts'
import { callsOf, isCallOf } from './trees.ts'

const reference = 'Microsoft: Reference for writing expressions for attribute mappings (IIF)'

/** Rules about IIF. */
export const iifRules: readonly LintRule[] = [
  {
    id: 'iif-unsupported-shape',
    severity: 'warning',
    profiles: everywhere,
    why: 'A null or empty attribute in the condition makes the check fail, so testing for it there is unsupported.',
    source: `${reference}; entra-docs#120`,
    check: (context) => callsOf(context, 'IIF').flatMap(({ row, call }) => unsupported(row, call)),
  },
  {
    id: 'iif-eager-branch',
    severity: 'warning',
    profiles: everywhere,
    why: 'IIF evaluates both branches; an error in the one that is not chosen fails the attribute.',
    source: 'report of an administrator, 2026-06 (FormatDateTime in an unused branch)',
    check: (context) => callsOf(context, 'IIF').flatMap(({ row, call }) => riskyBranches(row, call)),
  },
  {
    id: 'ignore-flow-in-condition',
    severity: 'error',
    profiles: everywhere,
    why: 'IgnoreFlowIfNullOrEmpty must enclose the whole IIF; in the condition it drops the attribute by itself.',
    source: 'Microsoft: Reference for writing expressions (IgnoreFlowIfNullOrEmpty)',
    check: (context) =>
      callsOf(context, 'IIF')
        .filter(({ call }) => contains(call.arguments[0] ?? null, 'IgnoreFlowIfNullOrEmpty'))
        .map(({ row, call }) => ({
          row,
          offset: call.span.start,
          message: 'IgnoreFlowIfNullOrEmpty stands in the condition of IIF.',
          suggestion: 'Write IgnoreFlowIfNullOrEmpty(IIF(…)).',
        })),
  },
]

function unsupported(row: LintRow, call: FunctionTree): readonly Report[] {
  const condition = call.arguments[0] ?? null
  const attribute = emptinessTest(condition)
  if (attribute === null || condition === null) return []
  const message = `The condition of IIF tests whether ${attribute} is empty.`
  const suggestion = `Write Switch([${attribute}], [${attribute}], "", "Other").`
  return [{ row, offset: condition.span.start, message, suggestion }]
}

/** Name of the attribute whose emptiness a condition asks for; null when it asks for something else. */
function emptinessTest(condition: ExpressionTree | null): string | null {
  if (condition?.kind === 'comparison') {
    const sides = [condition.left, condition.right]
    const asksEmpty = sides.some((side) => side.kind === 'constant' && side.value === '')
    const attribute = sides.find((side) => side.kind === 'attribute')
    return asksEmpty && attribute?.kind === 'attribute' ? attribute.name : null
  }
  const tests = ['IsNull', 'IsNullOrEmpty', 'IsPresent']
  const tested = tests.some((name) => isCallOf(condition, name)) && condition?.kind === 'function'
  const argument = tested ? condition.arguments[0] : null
  return argument?.kind === 'attribute' ? argument.name : null
}

/** Functions that fail on values which other functions let through. */
const fallible = ['CDate', 'DateAdd', 'DateDiff', 'DateFromNum', 'FormatDateTime', 'NumFromDate', 'Item', 'BitAnd']

function riskyBranches(row: LintRow, call: FunctionTree): readonly Report[] {
  return call.arguments.slice(1).flatMap((branch) => {
    const risky = branch === null ? undefined : firstFallible(branch)
    if (risky === undefined) return []
    const message = `${risky.name} in a branch of IIF is evaluated even when the other branch is chosen.`
    const suggestion = `Put the IIF inside: ${risky.name}(IIF(…)).`
    return [{ row, offset: risky.span.start, message, suggestion }]
  })
}

function firstFallible(tree: ExpressionTree): FunctionTree | undefined {
  return [...walkExpression(tree)]
    .filter((node) => node.kind === 'function')
    .find((node) => fallible.includes(findFunction(node.name)?.name ?? ''))
}

function contains(tree: ExpressionTree | null, name: string): boolean {
  return tree !== null && [...walkExpression(tree)].some((node) => isCallOf(node, name))
}
