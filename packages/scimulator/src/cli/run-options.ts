import type { TargetFlags } from '@scimulator/harness/target'

/** Options of `scimulator run`. */
export interface RunArguments extends TargetFlags {
  readonly all?: boolean
  readonly seed?: string
  readonly filter?: string
  readonly shard?: string
  readonly durations?: string
  readonly json?: string
  readonly junit?: string
  readonly html?: string
  readonly withPersonalData?: boolean
  readonly record?: boolean
  readonly transcripts?: string
  readonly har?: string
  readonly port?: string
  readonly reporter?: string
  readonly verbose?: boolean
  /** What is the default today. */
  readonly brief?: boolean
  readonly list?: boolean
  readonly tags?: string
  readonly failed?: boolean
  readonly failFast?: boolean
  readonly namespace?: string
  readonly ledger?: string
  readonly plan?: boolean
  readonly adopt?: string
  readonly iOwnThisTarget?: boolean
}
