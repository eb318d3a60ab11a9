export interface LintOptions {
  /** Rewrite old words in place. */
  readonly fix?: boolean
}
