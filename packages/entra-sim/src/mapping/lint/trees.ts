import { type ExpressionTree, type FunctionTree, findFunction, walkExpression } from '../../expression/index.ts'
import type { LintContext, LintRow } from './finding.ts'

/** A call with the row in which it stands. */
export interface FoundCall {
  readonly row: LintRow
  readonly call: FunctionTree
}

/** All calls of a function, by its canonical name, in all rows. */
export function callsOf(context: LintContext, name: string): readonly FoundCall[] {
  return context.rows.flatMap((row) => callsIn(row.tree, name).map((call) => ({ row, call })))
}

/** All calls of a function in one tree. */
export function callsIn(tree: ExpressionTree | null, name: string): readonly FunctionTree[] {
  if (tree === null) return []
  return [...walkExpression(tree)].filter((node) => node.kind === 'function').filter((node) => isCallOf(node, name))
}

/** Whether a node is a call of a function, in any spelling. */
export function isCallOf(tree: ExpressionTree | null | undefined, name: string): tree is FunctionTree {
  return tree?.kind === 'function' && findFunction(tree.name)?.name === name
}

/** Names of the attributes that a tree reads. */
export function attributesIn(tree: ExpressionTree | null): readonly string[] {
  if (tree === null) return []
  return [...walkExpression(tree)].filter((node) => node.kind === 'attribute').map((node) => node.name)
}
