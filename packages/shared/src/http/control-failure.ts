import { type Issue, VerbError } from '../behaviour/index.ts'

/** What every error of a control surface is told as. */
export interface ControlFailure {
  /** For people. */
  readonly error: string
  readonly code: FailureCode
  /** Which members of the input are wrong, and why. */
  readonly issues: readonly Issue[]
}

/** Each code with its HTTP status. */
export const FAILURE_STATUS = {
  invalid: 400,
  refused: 403,
  'not-found': 404,
  conflict: 409,
  'too-long': 413,
  fault: 500,
  unavailable: 503,
} as const

type FailureCode = keyof typeof FAILURE_STATUS

export function failureOf(error: unknown): ControlFailure {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof VerbError) return { error: message, code: error.code, issues: error.issues }
  return { error: message, code: codeOf(error), issues: [] }
}

function codeOf(error: unknown): FailureCode {
  // Known by its name: this room does not import the store.
  if (error instanceof Error && error.name === 'StoreStopped') return 'unavailable'
  if (error instanceof Error && error.name === 'BodyTooLong') return 'too-long'
  // No JSON in the body, or a percent sign that encodes nothing.
  return error instanceof SyntaxError || error instanceof URIError ? 'invalid' : 'fault'
}
