/** One documented choice where the sources are silent or disagree. */
export interface ExpressionSwitchDefinition {
  readonly id: string
  readonly values: readonly string[]
  readonly default: string
  /** How sure the default is: said by Microsoft, seen by somebody, concluded, or chosen here. */
  readonly grade: 'documented' | 'observed' | 'inferred' | 'decided'
  readonly source: string
  /** What it decides. */
  readonly describes: string
}

/** The resolved choices; every key is explained in `expressionSwitchDefinitions`. */
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

/** What the evaluator does unless it is told otherwise. */
export const defaultExpressionSwitches: ExpressionSwitches = {
  iifBranches: 'eager',
  iifNullCondition: 'compare',
  switchBranches: 'lazy',
  switchDefault: 'value',
  coalesceEmpty: 'value',
  splitItems: 'trim',
  severalAppRoles: 'error',
  twoDigitYearMax: '2049',
}

/** Switches of the language with their values and grounds, for a generated fidelity page. */
export const expressionSwitchDefinitions: readonly ExpressionSwitchDefinition[] = [
  {
    id: 'iifBranches',
    values: ['eager', 'lazy'],
    default: 'eager',
    grade: 'observed',
    source: "an administrator's production report of 2026-06: the unused branch of IIF fails the attribute",
    describes: 'Whether IIF evaluates both branches before it chooses one.',
  },
  {
    id: 'iifNullCondition',
    values: ['compare', 'fails'],
    default: 'compare',
    grade: 'decided',
    source: 'Microsoft: Reference for writing expressions (null in a condition fails) against the Workday guide',
    describes: 'Whether a null or empty attribute in the condition of IIF is compared, or makes the condition false.',
  },
  {
    id: 'switchBranches',
    values: ['lazy', 'eager'],
    default: 'lazy',
    grade: 'inferred',
    source: 'SuccessFactors guide: a default branch that would overflow is not evaluated while a key matches',
    describes: 'Whether Switch evaluates only the branch that it chooses, or all of them.',
  },
  {
    id: 'switchDefault',
    values: ['value', 'null'],
    default: 'value',
    grade: 'documented',
    source: 'Microsoft: Reference for writing expressions, known defect of Switch with a default and an Entra source',
    describes: 'Whether the default of Switch is written, or null as in the known defect.',
  },
  {
    id: 'coalesceEmpty',
    values: ['value', 'null'],
    default: 'value',
    grade: 'documented',
    source: 'Microsoft: Reference for writing expressions (NULL only) against the SuccessFactors guide',
    describes: 'Whether Coalesce stops at empty text or passes over it.',
  },
  {
    id: 'splitItems',
    values: ['trim', 'keep'],
    default: 'trim',
    grade: 'documented',
    source: 'Microsoft: Reference for writing expressions, printed result of Split',
    describes: 'Whether Split trims the parts.',
  },
  {
    id: 'severalAppRoles',
    values: ['error', 'first'],
    default: 'error',
    grade: 'observed',
    source: 'azure-docs#42487: no more than one app role assignment was expected',
    describes: 'What SingleAppRoleAssignment does with several roles.',
  },
  {
    id: 'twoDigitYearMax',
    values: ['2049', '2029'],
    default: '2049',
    grade: 'inferred',
    source: '.NET 8 breaking change: TwoDigitYearMax default is 2049 (before .NET 8 it was 2029); dotnet/runtime#75148',
    describes: 'Latest year that FormatDateTime understands by two digits (yy).',
  },
]

/** Values of one attribute that are taken already. A Set is one. */
export interface TakenValues {
  /** Whether somebody has it. */
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
