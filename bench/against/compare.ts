// What two commits differ in, by several runs of each. Pure.
import type { Measurement } from '../measure.ts'

export interface Change {
  /** How much faster the later one is, as a share: 0.1 is a tenth faster. */
  readonly change: number
  /** How far the runs of one side lie apart, the wider of both, as a share of the median. */
  readonly noise: number
}

export interface Difference {
  readonly name: string
  /** Operations a second: the median of the runs of each side. */
  readonly before: number
  readonly after: number
  readonly alone: Change
  /** The same of the ratio to the row's baseline, which was measured in the same seconds: what slows the machine strikes both. */
  readonly besideBaseline: Change
  /** Server CPU of an operation in microseconds, where the row has it. */
  readonly cpu?: { readonly before: number; readonly after: number }
}

export interface Comparison {
  readonly differences: readonly Difference[]
  /** Rows that only one of them has. */
  readonly onlyBefore: readonly string[]
  readonly onlyAfter: readonly string[]
}

type Runs = readonly (readonly Measurement[])[]

export function compare(before: Runs, after: Runs): Comparison {
  const [old, own] = [byName(before), byName(after)]
  return {
    differences: [...own].flatMap(([name, runs]) => {
      const others = old.get(name)
      return others ? [difference(name, others, runs)] : []
    }),
    onlyBefore: [...old.keys()].filter((name) => !own.has(name)),
    onlyAfter: [...own.keys()].filter((name) => !old.has(name)),
  }
}

/** What the steadier of both measures says; `undefined` where runs of the same code would differ as much. */
export function verdictOf({ alone, besideBaseline }: Difference): 'faster' | 'slower' | undefined {
  const { change, noise } = besideBaseline.noise < alone.noise ? besideBaseline : alone
  if (Math.abs(change) <= noise) return undefined
  return change > 0 ? 'faster' : 'slower'
}

function byName(runs: Runs): ReadonlyMap<string, readonly Measurement[]> {
  const found = new Map<string, Measurement[]>()
  for (const row of runs.flat()) found.set(row.name, [...(found.get(row.name) ?? []), row])
  return found
}

function difference(name: string, before: readonly Measurement[], after: readonly Measurement[]): Difference {
  const of = (side: readonly Measurement[], measure: 'rate' | 'ratio') => side.map((row) => row[measure])
  const rates = [of(before, 'rate'), of(after, 'rate')] as const
  const ratios = [of(before, 'ratio'), of(after, 'ratio')] as const
  const cpus = (side: readonly Measurement[]) => side.flatMap(({ cpuMicros }) => cpuMicros ?? [])
  const cpu =
    cpus(before).length > 0 && cpus(after).length > 0
      ? { cpu: { before: median(cpus(before)), after: median(cpus(after)) } }
      : {}
  return {
    ...{ name, before: median(rates[0]), after: median(rates[1]) },
    ...{ alone: changeOf(...rates), besideBaseline: changeOf(...ratios), ...cpu },
  }
}

function changeOf(before: readonly number[], after: readonly number[]): Change {
  return { change: median(after) / median(before) - 1, noise: Math.max(spread(before), spread(after)) }
}

function spread(values: readonly number[]): number {
  return (Math.max(...values) - Math.min(...values)) / median(values)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}
