import {
  type ExpressionTree,
  type FunctionParameter,
  type FunctionTree,
  findFunction,
  parameterAt,
  parseExpression,
  printExpression,
  quoteText,
} from '../expression/index.ts'
import type { AttributeMappingSource } from '../schema/synchronization-schema.ts'

type SourceParameter = NonNullable<AttributeMappingSource['parameters']>[number]

/**
 * Graph's form of a tree. Constants are quoted even when they were written bare; an empty argument has no entry. How
 * Graph stores a comparison is not documented: here it is a Function named by its operator.
 * Source: Graph attributeMappingSource.
 */
export function sourceFromTree(tree: ExpressionTree): AttributeMappingSource {
  switch (tree.kind) {
    case 'attribute':
      return { expression: printExpression(tree), name: tree.name, type: 'Attribute', parameters: [] }
    case 'constant':
      return { expression: quoteText(tree.value), name: tree.value, type: 'Constant', parameters: [] }
    case 'keyword':
      return { expression: tree.name, name: tree.name, type: 'Constant', parameters: [] }
    case 'comparison': {
      const sides = [
        { key: 'left', value: sourceFromTree(tree.left) },
        { key: 'right', value: sourceFromTree(tree.right) },
      ]
      return { expression: printExpression(tree), name: tree.operator, type: 'Function', parameters: sides }
    }
    case 'function':
      return {
        expression: printExpression(tree),
        name: findFunction(tree.name)?.name ?? tree.name,
        type: 'Function',
        parameters: callParameters(tree),
      }
  }
}

function callParameters(tree: FunctionTree): SourceParameter[] {
  const known = findFunction(tree.name)
  return tree.arguments.flatMap((argument, index) => {
    if (argument === null) return []
    const key = (known === null ? undefined : parameterAt(known, index)?.name) ?? 'source'
    return [{ key, value: sourceFromTree(argument) }]
  })
}

/** Graph's form of an expression text, whose spelling is kept; an unparsable text throws, so parse it first. */
export function sourceFromText(text: string): AttributeMappingSource {
  const parsed = parseExpression(text)
  if (!parsed.ok) throw new Error(`The expression ${text} does not parse: ${parsed.error.message}`)
  const isCall = parsed.tree.kind === 'function'
  return isCall ? { ...sourceFromTree(parsed.tree), expression: text } : sourceFromTree(parsed.tree)
}

/**
 * Text of Graph's form. `expression` is canonical; only when it is missing is the text rebuilt from name, type and
 * parameters, each put at the place of its formal parameter.
 */
export function textFromSource(source: AttributeMappingSource): string {
  if (typeof source.expression === 'string' && source.expression.trim() !== '') return source.expression
  const name = source.name ?? ''
  if (source.type === 'Attribute') return `[${name}]`
  if (source.type === 'Function') return callText(name, source.parameters ?? [])
  return quoteText(name)
}

function callText(name: string, given: readonly SourceParameter[]): string {
  const texts = given.map((one) => (one.value === null || one.value === undefined ? '' : textFromSource(one.value)))
  if (/^(=|<>|>=?|<=?)$/.test(name)) return texts.join(` ${name} `)
  const known = findFunction(name)
  if (known === null) return `${name}(${texts.join(', ')})`
  const placed: string[] = []
  for (const [index, one] of given.entries()) {
    const text = texts[index] ?? ''
    while (isElsewhere(parameterAt(known, placed.length), one, known.parameters)) placed.push('')
    placed.push(text)
  }
  return `${known.name}(${placed.join(', ')})`
}

/** Whether the next place belongs to another formal parameter, which therefore was left empty. */
function isElsewhere(
  place: FunctionParameter | undefined,
  one: SourceParameter,
  formals: readonly FunctionParameter[],
): boolean {
  const key = one.key?.toLowerCase() ?? ''
  const isKnown = formals.some((formal) => formal.name.toLowerCase() === key)
  return isKnown && place !== undefined && place.name.toLowerCase() !== key
}
