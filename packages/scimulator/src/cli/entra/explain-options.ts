/** Options of `scimulator entra explain`. */
export interface ExplainOptions {
  /** A file with source attributes. */
  readonly user: string
  readonly mapping?: string
  /** `default`, `default-group`, `lark` or `lark-group`. */
  readonly preset?: string
  readonly now?: string
  readonly defaultDomain?: string
  readonly json?: boolean
}
