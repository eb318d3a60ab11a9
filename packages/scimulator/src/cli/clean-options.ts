import type { TargetFlags } from '@scimulator/harness/target'

/** Options of `scimulator clean`. */
export interface CleanArguments extends TargetFlags {
  readonly ledger?: string
  readonly age?: string
  readonly yes?: boolean
  readonly iOwnThisTarget?: boolean
}
