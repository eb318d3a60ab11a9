import { resolveSwitches } from '@scimulator/shared/behaviour'
import { EXPRESSION_SWITCHES } from '../switches/expression-switches.ts'

/** The choices where the sources are silent or disagree; the switches of these names say what each is about. */
export interface ExpressionSwitches {
  readonly iifBranches: 'eager' | 'lazy'
  readonly iifNullCondition: 'compare' | 'fails'
  readonly switchBranches: 'lazy' | 'eager'
  readonly switchDefault: 'value' | 'null'
  readonly coalesceEmpty: 'value' | 'null'
  readonly splitItems: 'trim' | 'keep'
  readonly severalAppRoles: 'error' | 'first'
  readonly twoDigitYearMax: '2049' | '2029'
}

/** What the evaluator does unless it is told otherwise: the defaults of those switches. */
export const defaultExpressionSwitches: ExpressionSwitches = resolveSwitches(EXPRESSION_SWITCHES)

/** Values of one attribute that are taken already. A Set is one. */
export interface TakenValues {
  /** Whether another object has it. */
  has(value: string): boolean
}

/** Everything an expression may ask of the world. Pure code gets it as an argument. */
export interface ExpressionEnvironment {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number
  /** A new GUID, 36 characters. */
  readonly newGuid: () => string
  /** A number in [0, 1), from a seeded generator. */
  readonly random: () => number
  /** Default verified domain of the tenant, or null when none is set. */
  readonly defaultDomain: string | null
  /** Values that are taken in the target; asked by `SelectUniqueValue`. */
  readonly takenValues: TakenValues
  /** Most steps that one regular expression may take before it is an error. */
  readonly regexStepLimit: number
  readonly switches: ExpressionSwitches
}

/** Default of `regexStepLimit`: some tens of milliseconds at worst. */
export const defaultRegexStepLimit = 500_000

/**
 * A complete environment from the parts that a caller has. What is left out is fixed rather than random:
 * time zero, the nil GUID, chance 0, no domain, nothing taken.
 */
export function expressionEnvironment(parts: Partial<ExpressionEnvironment> = {}): ExpressionEnvironment {
  return {
    now: 0,
    newGuid: () => '00000000-0000-0000-0000-000000000000',
    random: () => 0,
    defaultDomain: null,
    takenValues: new Set(),
    regexStepLimit: defaultRegexStepLimit,
    switches: defaultExpressionSwitches,
    ...parts,
  }
}
