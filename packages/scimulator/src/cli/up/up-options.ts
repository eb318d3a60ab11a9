import type { TargetFlags } from '@scimulator/harness/target'

export interface UpOptions extends TargetFlags {
  readonly port: number
  readonly receiverPort: number
  readonly demo?: true
  readonly people?: number
  readonly company?: string
  readonly domain?: string
  readonly data?: string
  readonly clock?: 'real' | 'virtual'
  /** false: `--no-open`. */
  readonly open?: boolean
  readonly iOwnThisTarget?: boolean
  /** false: `--no-observe`. */
  readonly observe?: boolean
}
