/**
 * The value model of Entra's mapping expressions: null, text, and lists. Booleans are the text `True` and `False`,
 * numbers are invariant decimal text (Graph's `parseExpression` answers with a collection of strings). Skip and error
 * are results of their own and are never values.
 */

/** One app role as the source holds it. */
export interface AppRoleAssignment {
  readonly id: string
  readonly value: string
  readonly displayName: string
}

/** What an attribute of a source object may hold. */
export type SourceValue = null | string | boolean | number | readonly string[] | readonly AppRoleAssignment[]

/** Looks an attribute of the source object up by its exact name; unknown attributes are null. */
export type AttributeSource = (name: string) => SourceValue | undefined

/** A value inside and at the end of an evaluation. */
export type ExpressionValue = null | string | readonly string[] | readonly AppRoleAssignment[]

/** The attribute (or the whole object) is dropped from the write. */
export interface Skip {
  readonly kind: 'skip'
  readonly reason: string
  readonly scope: 'attribute' | 'object'
}

/** The evaluation failed; `offset` is where the failing function starts in the text. */
export interface EvaluationError {
  readonly kind: 'error'
  readonly function: string
  readonly message: string
  readonly offset: number
}

/** What a function of the library hands back when it fails; the caller adds name and offset. */
export interface Failure {
  readonly kind: 'failure'
  readonly message: string
}

/** Anything that ends an evaluation without a value. */
export type Interruption = Skip | EvaluationError | Failure

/** Outcome of one sub-expression: a value, or the reason why there is none. */
export type Result = ExpressionValue | Interruption

/** Longest text that a function may build; it bounds nested replacements that would otherwise grow without end. */
export const longestText = 1_000_000

/** True for results that are not values. */
export function isInterruption(result: Result): result is Interruption {
  return result !== null && typeof result === 'object' && !isList(result)
}

/** True for lists. `Array.isArray` alone does not narrow a readonly array. */
export function isList(value: Result): value is readonly string[] | readonly AppRoleAssignment[] {
  return Array.isArray(value)
}

/** A failure with its reason. */
export function failure(message: string): Failure {
  return { kind: 'failure', message }
}

/** Boolean as the text that the language uses. */
export function booleanText(value: boolean): 'True' | 'False' {
  return value ? 'True' : 'False'
}

/** A source value in the value model: JSON booleans become `True` and `False`, numbers invariant text. */
export function fromSource(value: SourceValue | undefined): ExpressionValue {
  if (value === undefined || value === null) return null
  if (typeof value === 'boolean') return booleanText(value)
  if (typeof value === 'number') return String(value)
  return value
}

/**
 * The list of app roles as a direct mapping sends it: XML (Microsoft Q&A 5618325). What comes after the declaration was not published
 * and is made up here.
 */
export function rolesAsXml(roles: readonly AppRoleAssignment[]): string {
  const elements = roles.map(({ id, value, displayName }) => {
    const parts = Object.entries({ id, value, displayName }).map(
      ([name, text]) => `<${name}>${escaped(text)}</${name}>`,
    )
    return `<AppRoleAssignment>${parts.join('')}</AppRoleAssignment>`
  })
  return `<?xml version="1.0" encoding="utf-16"?><AppRoleAssignments>${elements.join('')}</AppRoleAssignments>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** One element of a list as text; a role becomes its JSON text, as a direct mapping of appRoleAssignments sends it. */
export function elementText(element: string | AppRoleAssignment): string {
  return typeof element === 'string' ? element : JSON.stringify(element)
}

/** True for null, empty text and the empty list. */
export function isEmptyValue(value: ExpressionValue): boolean {
  return value === null || value.length === 0
}

/** Every text that a value holds: none for null, one for text, all of a list. */
export function textsOf(value: ExpressionValue): readonly string[] {
  if (value === null) return []
  return typeof value === 'string' ? [value] : value.map(elementText)
}

const decimal = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)\s*$/
const hexadecimal = /^&[Hh][0-9A-Fa-f]+$/
const whole = /^\s*[+-]?\d+\s*$/

/** Invariant decimal or `&H` text as a number; null when it is neither. */
export function parseNumber(text: string): number | null {
  if (decimal.test(text)) return Number(text)
  return hexadecimal.test(text) ? Number(`0x${text.slice(2)}`) : null
}

/** Reading a number of many thousand digits would take long, and nobody has one. */
const longestWholeNumber = 400

/** Whole number of any size, decimal or `&H`; null when the text is neither. */
export function parseWholeNumber(text: string): bigint | null {
  if (text.length > longestWholeNumber) return null
  if (whole.test(text)) return BigInt(text.trim().replace(/^\+/, ''))
  return hexadecimal.test(text) ? BigInt(`0x${text.slice(2)}`) : null
}
