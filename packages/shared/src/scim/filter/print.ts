import type { AttributePath, Filter, Literal } from './ast.ts'

/** The filter as text, with lower-case operators and no more parentheses than needed; `parseFilter` reads it back. */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.operands.map((operand) => printOperand(operand, filter.kind)).join(` ${filter.kind} `)
    case 'not':
      return `not (${printFilter(filter.operand)})`
    case 'present':
      return `${printAttributePath(filter.path)} pr`
    case 'compare':
      return `${printAttributePath(filter.path)} ${filter.operator} ${printLiteral(filter.literal)}`
    case 'valuePath': {
      const elements = `${printAttributePath(filter.path)}[${printFilter(filter.filter)}]`
      return filter.test === undefined ? elements : `${elements}.${printFilter(filter.test)}`
    }
  }
}

export function printAttributePath(path: AttributePath): string {
  const prefix = path.schema === undefined ? '' : `${path.schema}:`
  const suffix = path.subAttribute === undefined ? '' : `.${path.subAttribute}`
  return `${prefix}${path.attribute}${suffix}`
}

/** An `or` within an `and` needs parentheses; so does a chain in a chain of its own kind, which somebody grouped. */
function printOperand(operand: Filter, parent: 'and' | 'or'): string {
  const needsParentheses = operand.kind === 'or' || (operand.kind === 'and' && parent === 'and')
  return needsParentheses ? `(${printFilter(operand)})` : printFilter(operand)
}

/** A number keeps its text, because it may be compared with a string. */
function printLiteral(literal: Literal): string {
  return typeof literal.value === 'number' ? literal.raw : JSON.stringify(literal.value)
}
