import type { Figure } from './probe.ts'

export interface RecordedFigure extends Figure {
  readonly people: number
}

/** A run of the targets, as `--json` writes it and docs/performance keeps it. */
export interface Recorded {
  readonly date: string
  readonly machine: {
    readonly node: string
    readonly platform: string
    readonly cores: number
    readonly processor: string
    readonly memoryGiB: number
    /** How many times as long as on a quiet one the fixed piece of work of the gate takes. */
    readonly slowness: number
  }
  readonly command: string
  readonly figures: readonly RecordedFigure[]
}
