// The branches of a file as V8 runs it: where each arm begins, and how to know from V8's counts whether it was taken.
import { parse } from '@babel/parser'

/** An arm is taken where its place is run; one that is nowhere written (no `else`), where the place in front is run more often. */
export interface Branch {
  readonly at: number
  /** For an arm that is not written: what it is the other arm of. */
  readonly lessThan?: number
}

/** What the loader puts in front of a file, so that functions keep their names. */
const NAMING = '__defProp(target'

interface AstNode {
  readonly type: string
  readonly start: number
  readonly [member: string]: unknown
}

export function branchesOf(source: string): readonly Branch[] {
  const branches: Branch[] = []
  const file = parse(source, { sourceType: 'module', errorRecovery: true }) as unknown as AstNode
  walk(file, (node) => branches.push(...armsOf(node)))
  return branches.filter((branch) => !source.startsWith(NAMING, branch.at))
}

function armsOf(node: AstNode): readonly Branch[] {
  switch (node.type) {
    case 'IfStatement':
      return [at(node, 'consequent'), isNode(node.alternate) ? at(node, 'alternate') : unwritten(node, 'consequent')]
    case 'ConditionalExpression':
      return [at(node, 'consequent'), at(node, 'alternate')]
    case 'LogicalExpression':
      return [at(node, 'right'), unwritten(node, 'right')]
    case 'SwitchStatement':
      return listOf(node.cases).flatMap(({ consequent }) => listOf(consequent).slice(0, 1).map(start))
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassPrivateMethod':
    case 'ForStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'CatchClause':
      return [at(node, 'body')]
    default:
      return []
  }
}

function at(node: AstNode, member: string): Branch {
  return start(node[member] as AstNode)
}

function start({ start }: AstNode): Branch {
  return { at: start }
}

function unwritten(node: AstNode, member: string): Branch {
  return { at: node.start, lessThan: at(node, member).at }
}

function listOf(value: unknown): readonly AstNode[] {
  return Array.isArray(value) ? value.filter(isNode) : []
}

function isNode(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

function walk(node: AstNode, visit: (node: AstNode) => void): void {
  visit(node)
  for (const [name, value] of Object.entries(node)) {
    if (name === 'loc' || name.endsWith('omments') || name === 'tokens') continue
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit)
  }
}
