/** Half-open range of UTF-16 offsets in the text of an expression. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The six comparison operators, documented for the condition of `IIF` and the argument of `CBool`. */
export type ComparisonOperator = '=' | '<>' | '>' | '>=' | '<' | '<='

/** Bare words that stand for a value. */
export type Keyword = 'vbTextCompare' | 'vbBinaryCompare' | 'IgnoreAttributeFlow' | 'IgnoreObjectFlow'

/** A call. An empty argument, which holds its place, is `null`. `name` is spelled as it was written. */
export interface FunctionTree {
  readonly kind: 'function'
  readonly name: string
  readonly arguments: readonly (ExpressionTree | null)[]
  readonly span: Span
}

/** `[name]`. */
export interface AttributeTree {
  readonly kind: 'attribute'
  readonly name: string
  readonly span: Span
}

/** Every constant is text. `bare` numbers and hexadecimal numbers keep their spelling: `Len(42568.75)` is 8. */
export interface ConstantTree {
  readonly kind: 'constant'
  readonly value: string
  readonly bare: boolean
  readonly span: Span
}

/** A bare word such as `vbTextCompare`. */
export interface KeywordTree {
  readonly kind: 'keyword'
  readonly name: Keyword
  readonly span: Span
}

/** `left operator right`. */
export interface ComparisonTree {
  readonly kind: 'comparison'
  readonly operator: ComparisonOperator
  readonly left: OperandTree
  readonly right: OperandTree
  readonly span: Span
}

/** What may stand on one side of a comparison. */
export type OperandTree = FunctionTree | AttributeTree | ConstantTree | KeywordTree

/** A parsed expression. */
export type ExpressionTree = OperandTree | ComparisonTree

/** The direct parts of a tree, in the order of the text; empty arguments are left out. */
export function childrenOf(tree: ExpressionTree): readonly ExpressionTree[] {
  if (tree.kind === 'comparison') return [tree.left, tree.right]
  if (tree.kind === 'function') return tree.arguments.filter((argument) => argument !== null)
  return []
}

/** The tree and everything below it, parents first. */
export function* walkExpression(tree: ExpressionTree): Generator<ExpressionTree> {
  const pending: ExpressionTree[] = [tree]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next
    pending.push(...[...childrenOf(next)].reverse())
  }
}
