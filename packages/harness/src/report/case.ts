/** One thing that a machine counts: a run of a scenario, a verdict, a finding. */
export interface Case {
  /** What it is listed under: a file, an endpoint. */
  readonly suite: string
  readonly name: string
  /** unproven: nothing was checked, which is no pass and no skip either. */
  readonly outcome: 'passed' | 'failed' | 'error' | 'unproven' | 'skipped'
  /** One line that says what is wrong, or why it was skipped; empty when it passed. */
  readonly message: string
  /** The same at length. */
  readonly text: string
  /** Where a person looks first. */
  readonly file?: string
  readonly line?: number
  readonly seconds: number
}
