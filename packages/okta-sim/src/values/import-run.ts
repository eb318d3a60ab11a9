/** An account of the endpoint, as far as an import looks at it. */
export interface Account {
  readonly id: string
  readonly userName: string
  readonly email?: string
}

/** The last import of an application, and what came of it (O508). */
export interface ImportRun {
  readonly appId: string
  readonly status: 'RUNNING' | 'DONE' | 'FAILED'
  readonly started: string
  readonly ended?: string
  readonly scanned: number
  /** Logins of those who became linked. */
  readonly matched: readonly string[]
  /** User names of accounts that nobody fits. */
  readonly unmatched: readonly string[]
  readonly unchanged: number
  readonly error?: string
}
