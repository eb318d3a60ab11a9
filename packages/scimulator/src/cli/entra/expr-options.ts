/** Options of `scimulator entra expr`. */
export interface ExprOptions {
  readonly expression: string
  /** A file with source attributes. */
  readonly with?: string
  readonly now?: string
  readonly defaultDomain?: string
  readonly json?: boolean
}
