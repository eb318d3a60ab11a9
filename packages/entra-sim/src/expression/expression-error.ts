/** Why a text is not an expression. */
export type ExpressionErrorCode =
  | 'empty'
  | 'tooLong'
  | 'tooDeep'
  | 'unterminatedString'
  | 'unterminatedAttribute'
  | 'emptyAttribute'
  | 'unexpectedCharacter'
  | 'unexpectedToken'
  | 'unexpectedEnd'
  | 'trailingText'
  | 'singleQuotes'
  | 'unsupportedOperator'
  | 'unsupportedLiteral'
  | 'misplacedComparison'
  | 'unknownFunction'
  | 'unknownName'
  | 'unknownAttribute'
  | 'missingArgument'
  | 'tooManyArguments'
  | 'malformedCall'
  | 'misplacedFunction'

/** A parse error: what, where and what to write instead. */
export interface ExpressionError {
  readonly code: ExpressionErrorCode
  readonly message: string
  /** UTF-16 offset from 0. */
  readonly offset: number
  /** Line from 1; CR, LF and CRLF end a line. */
  readonly line: number
  /** Column from 1. */
  readonly column: number
  /** The line of the text with a caret under the place, as two lines. */
  readonly caret: string
  /** What to write instead, or null when the message says it all. */
  readonly hint: string | null
}

/** Builds an error with its line, column and caret from the place in the text. */
export function expressionError(
  text: string,
  code: ExpressionErrorCode,
  offset: number,
  message: string,
  hint: string | null = null,
): ExpressionError {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/)
  const last = before.at(-1) ?? ''
  const rest = text.slice(offset).split(/\r|\n/, 1)[0] ?? ''
  return { code, message, offset, line: before.length, column: last.length + 1, caret: drawCaret(last, rest), hint }
}

const caretMargin = 60

/** Long lines are cut around the place, so that the caret stays on screen. */
function drawCaret(before: string, after: string): string {
  const shownBefore = before.length > caretMargin ? `…${before.slice(-caretMargin)}` : before
  const shownAfter = after.length > caretMargin ? `${after.slice(0, caretMargin)}…` : after
  return `${shownBefore}${shownAfter}\n${shownBefore.replace(/[^\t]/g, ' ')}^`
}
