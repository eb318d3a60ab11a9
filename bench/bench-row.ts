/** One measurement beside its baseline: both run in the same process, in turns, so that a noisy machine strikes both alike. */
export interface BenchRow {
  readonly name: string
  /** What the row is compared with. */
  readonly baseline: string
  /** One operation. */
  readonly ops: () => void
  readonly baselineOps: () => void
  /** What is aimed at, in words: `not slower`, `at least 50 x`. */
  readonly target?: string
}

export interface AsyncBenchRow {
  readonly name: string
  readonly baseline: string
  readonly prepare?: () => Promise<void>
  readonly ops: () => Promise<void>
  readonly baselineOps: () => Promise<void>
  /** Server CPU spent so far by each side, in microseconds, where the server is a process of its own. */
  readonly cpuMicros?: () => Promise<{ readonly ops: number; readonly baseline: number }>
  /** How many operations are kept under way at once; default 1. */
  readonly concurrency?: number
  readonly cleanup?: () => Promise<void>
  readonly target?: string
}
