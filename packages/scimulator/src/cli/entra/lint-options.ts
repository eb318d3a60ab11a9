import type { LintProfile, Severity } from '@scimulator/entra-sim/mapping'

/** Options of `scimulator entra lint`. */
export interface LintOptions {
  readonly file: string
  readonly profile?: LintProfile
  /** Least severity that makes the command fail. */
  readonly failOn?: Severity
  readonly json?: boolean
}
