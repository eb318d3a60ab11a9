import { checkExpression } from './check.ts'
import { type ExpressionError, type ExpressionErrorCode, expressionError } from './expression-error.ts'
import { type Token, tokenize } from './lexer.ts'
import type { ComparisonOperator, ExpressionTree, FunctionTree, Keyword, OperandTree } from './tree.ts'

/** A tree, or the first error. */
export type ParsedExpression =
  | { readonly ok: true; readonly tree: ExpressionTree }
  | { readonly ok: false; readonly error: ExpressionError }

/** Longest text of an expression, in UTF-16 units. */
export const longestExpression = 10_000

/** Deepest nesting of calls. Microsoft sets no limit; this one keeps every walk over a tree within the call stack. */
const deepestNesting = 500

/**
 * Parses a mapping expression and checks it against the functions that exist. A lone `[attribute]` or `"text"` is
 * accepted, because Graph stores Direct and Constant mappings that way. Never throws.
 */
export function parseExpression(text: string): ParsedExpression {
  if (text.length > longestExpression) {
    const message = `The expression has ${text.length} characters; the limit is ${longestExpression}.`
    return { ok: false, error: expressionError(text, 'tooLong', longestExpression, message) }
  }
  const lexed = tokenize(text)
  if (!lexed.ok) return lexed
  const state: State = { text, tokens: lexed.tokens, next: 0, depth: 0 }
  const tree = parseWhole(state)
  if (isError(tree)) return { ok: false, error: tree }
  const error = checkExpression(text, tree)
  return error === null ? { ok: true, tree } : { ok: false, error }
}

interface State {
  readonly text: string
  readonly tokens: readonly Token[]
  next: number
  depth: number
}

type Parsed<Tree> = Tree | ExpressionError

function isError(value: object): value is ExpressionError {
  return 'caret' in value
}

function parseWhole(state: State): Parsed<ExpressionTree> {
  if (peek(state).kind === 'end') {
    const hint = 'Write a call such as ToLower([mail]), an attribute [mail] or a text "x".'
    return errorAt(state, 'empty', 'The expression is empty.', hint)
  }
  const tree = parseComparison(state)
  if (isError(tree) || peek(state).kind === 'end') return tree
  return trailing(state)
}

function parseComparison(state: State): Parsed<ExpressionTree> {
  const left = parseOperand(state)
  if (isError(left) || peek(state).kind !== 'operator') return left
  const operator = peek(state).value
  state.next += 1
  if (peek(state).value === '=' && operator === '=') {
    return errorAt(state, 'unsupportedOperator', 'There is no operator ==.', 'Equal is written with one =.')
  }
  const right = parseOperand(state)
  if (isError(right)) return right
  if (peek(state).kind === 'operator') {
    const hint = 'A comparison has two sides. For "and" nest an IIF in the second place, for "or" in the third.'
    return errorAt(state, 'unsupportedOperator', 'Comparisons cannot be chained.', hint)
  }
  const span = { start: left.span.start, end: right.span.end }
  // The lexer makes operator tokens of these six spellings only.
  return { kind: 'comparison', operator: operator as ComparisonOperator, left, right, span }
}

function parseOperand(state: State): Parsed<OperandTree> {
  const token = peek(state)
  const span = { start: token.start, end: token.end }
  switch (token.kind) {
    case 'string':
    case 'number':
      state.next += 1
      return { kind: 'constant', value: token.value, bare: token.kind === 'number', span }
    case 'attribute':
      state.next += 1
      return { kind: 'attribute', name: token.value, span }
    case 'word':
      return parseWord(state, token)
    default:
      return noOperand(state, token)
  }
}

const keywords: readonly Keyword[] = ['vbTextCompare', 'vbBinaryCompare', 'IgnoreAttributeFlow', 'IgnoreObjectFlow']

function parseWord(state: State, token: Token): Parsed<OperandTree> {
  state.next += 1
  if (peek(state).value === '(' && peek(state).kind === 'punctuation') return parseCall(state, token)
  const keyword = keywords.find((name) => name === token.value)
  if (keyword !== undefined) return { kind: 'keyword', name: keyword, span: { start: token.start, end: token.end } }
  state.next -= 1
  return unknownWord(state, token.value)
}

function parseCall(state: State, name: Token): Parsed<FunctionTree> {
  state.depth += 1
  if (state.depth > deepestNesting) {
    return errorAt(state, 'tooDeep', `Calls are nested more than ${deepestNesting} deep.`, null)
  }
  state.next += 1
  const list: (ExpressionTree | null)[] = []
  for (;;) {
    const argument = parseArgument(state)
    if (argument !== null && isError(argument)) return argument
    const token = peek(state)
    const isSeparator = token.kind === 'punctuation' && token.value === ','
    if (!isSeparator && !(token.kind === 'punctuation' && token.value === ')')) return notClosed(state, name)
    if (isSeparator || argument !== null || list.length > 0) list.push(argument)
    state.next += 1
    if (isSeparator) continue
    state.depth -= 1
    return { kind: 'function', name: name.value, arguments: list, span: { start: name.start, end: token.end } }
  }
}

function parseArgument(state: State): Parsed<ExpressionTree> | null {
  const token = peek(state)
  const isEmpty = token.kind === 'punctuation' && (token.value === ',' || token.value === ')')
  return isEmpty || token.kind === 'end' ? null : parseComparison(state)
}

const wordHints: ReadonlyMap<string, string> = new Map([
  ['and', 'There is no AND: nest an IIF in the second place, IIF(a, IIF(b, x, y), y).'],
  ['or', 'There is no OR: nest an IIF in the third place, IIF(a, x, IIF(b, x, y)).'],
  ['not', 'Write Not(…).'],
  ['null', 'There is no null: leave the place empty, or drop the attribute with IgnoreFlowIfNullOrEmpty(…).'],
  ['authorizednull', 'There is no null: leave the place empty, or use IgnoreFlowIfNullOrEmpty(…).'],
  ['true', 'Booleans are texts: write "True".'],
  ['false', 'Booleans are texts: write "False".'],
])

function unknownWord(state: State, name: string): ExpressionError {
  const known = wordHints.get(name.toLowerCase())
  const hint = known ?? `Write [${name}] for an attribute, "${name}" for a text, ${name}(…) for a function.`
  const code = known === undefined ? 'unknownName' : 'unsupportedLiteral'
  return errorAt(state, code, `${name} is neither an attribute, a text nor a call.`, hint)
}

function noOperand(state: State, token: Token): ExpressionError {
  if (token.kind === 'end') return errorAt(state, 'unexpectedEnd', 'The expression ends where a value is needed.', null)
  const hint = token.value === '(' ? 'Parentheses only enclose the arguments of a function.' : null
  return errorAt(state, 'unexpectedToken', `A value is needed here, not ${token.value}.`, hint)
}

function notClosed(state: State, name: Token): ExpressionError {
  const token = peek(state)
  if (token.kind === 'end') {
    return errorAt(state, 'unexpectedEnd', `The call of ${name.value} is not closed.`, 'Add the missing ).')
  }
  return afterOperand(state, 'unexpectedToken', 'Put a comma between two arguments.')
}

function trailing(state: State): ExpressionError {
  const token = peek(state)
  const surplus = token.value === ')' ? 'There is one ) too many.' : 'The whole text must be one expression.'
  return afterOperand(state, 'trailingText', surplus)
}

/** What stands after a complete operand: AND and OR get their own answer. */
function afterOperand(state: State, code: ExpressionErrorCode, otherwise: string): ExpressionError {
  const token = peek(state)
  const logical = token.kind === 'word' ? wordHints.get(token.value.toLowerCase()) : undefined
  const shown = state.text.slice(token.start, token.end)
  if (logical !== undefined) return errorAt(state, 'unsupportedOperator', `${shown} is not an operator here.`, logical)
  return errorAt(state, code, `${shown} is not expected here.`, otherwise)
}

function peek(state: State): Token {
  const token = state.tokens[state.next] ?? state.tokens.at(-1)
  // The lexer always ends the list with an end token.
  return token as Token
}

function errorAt(state: State, code: ExpressionErrorCode, message: string, hint: string | null): ExpressionError {
  return expressionError(state.text, code, peek(state).start, message, hint)
}
