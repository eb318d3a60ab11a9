import type { ExpressionTree } from './tree.ts'

/** Canonical text of a tree. Parsing it gives the same tree again, places aside. */
export function printExpression(tree: ExpressionTree): string {
  switch (tree.kind) {
    case 'attribute':
      return `[${tree.name}]`
    case 'constant':
      return tree.bare ? tree.value : quoteText(tree.value)
    case 'keyword':
      return tree.name
    case 'comparison':
      return `${printExpression(tree.left)} ${tree.operator} ${printExpression(tree.right)}`
    case 'function':
      return `${tree.name}(${tree.arguments.map(printArgument).join(', ')})`
  }
}

function printArgument(argument: ExpressionTree | null): string {
  return argument === null ? '' : printExpression(argument)
}

/** Text in double quotes with the two escapes of the language. */
export function quoteText(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`
}
