/** What one request of Test Connection came to. `step` is T1 to T10, or `clean-up` after a failure. */
export interface TestStep {
  readonly step: string
  readonly does: string
  readonly request: string
  /** Number of its exchange on the wire; a process of its own has none. */
  readonly seq?: number
  readonly status?: number
  readonly passed: boolean
  readonly detail?: string
}

/** The result of Test Connection, as the console shows it, with the cause that the console's toast hides. */
export interface TestReport {
  readonly passed: boolean
  readonly at: string
  readonly testUserEmail: string
  readonly withGroups: boolean
  /** What the administrator sees. */
  readonly toast: string
  /** Why it failed; the toast never says it. */
  readonly cause?: string
  readonly steps: readonly TestStep[]
  readonly warnings: readonly string[]
  /** Test objects that the target still has, in plain words. */
  readonly leftBehind: readonly string[]
}
