export interface UpOptions {
  readonly port: number
  readonly receiverPort: number
  readonly demo?: true
  readonly people?: number
  readonly data?: string
  readonly clock?: 'real' | 'virtual'
  /** false: `--no-open`. */
  readonly open?: boolean
}
