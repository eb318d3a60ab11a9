/** How large and how long; a run at small sizes shows that the probes work. */
export interface Sizes {
  readonly people: number
  readonly rounds: number
  readonly sliceMs: number
}

export interface Figure {
  /** Id of the target. */
  readonly id: string
  readonly value: number
  /** What stands behind the figure: "178 us against 124 us". */
  readonly note: string
}

export interface Probe {
  readonly name: string
  readonly ids: readonly string[]
  figures(sizes: Sizes): AsyncGenerator<Figure>
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
