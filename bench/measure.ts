// Interleaved rounds: a slice of the row, a slice of its baseline, and again; medians over the rounds. A rate alone says little on
// a shared machine, the ratio of two rates taken in the same second says more.
import type { AsyncBenchRow, BenchRow } from './bench-row.ts'

export interface Measurement {
  readonly name: string
  readonly baseline: string
  readonly target: string
  /** Operations a second, medians. */
  readonly rate: number
  readonly baselineRate: number
  /** How many times as fast as the baseline. */
  readonly ratio: number
  readonly p99Micros: number
  readonly cpuMicros?: number
  readonly baselineCpuMicros?: number
}

export interface MeasureOptions {
  readonly rounds: number
  readonly sliceMs: number
}

export async function measure(row: BenchRow | AsyncBenchRow, options: MeasureOptions): Promise<Measurement> {
  if ('prepare' in row) await row.prepare?.()
  try {
    return await measurePrepared(row, options)
  } finally {
    if ('cleanup' in row) await row.cleanup?.()
  }
}

async function measurePrepared(row: BenchRow | AsyncBenchRow, options: MeasureOptions): Promise<Measurement> {
  const mine: Slice[] = []
  const theirs: Slice[] = []
  for (let round = 0; round <= options.rounds; round++) {
    const slices = [await slice(row, 'ops', options.sliceMs), await slice(row, 'baselineOps', options.sliceMs)] as const
    if (round === 0) continue // The first round warms up.
    mine.push(slices[0])
    theirs.push(slices[1])
  }
  const rate = median(mine.map((one) => one.rate))
  const baselineRate = median(theirs.map((one) => one.rate))
  const cpu = mine.some((one) => one.cpu !== undefined)
    ? {
        cpuMicros: median(mine.map((one) => one.cpu ?? 0)),
        baselineCpuMicros: median(theirs.map((one) => one.cpu ?? 0)),
      }
    : {}
  const p99Micros = median(mine.map((one) => one.p99Micros))
  const { name, baseline, target = '' } = row
  return { name, baseline, target, rate, baselineRate, ratio: rate / baselineRate, p99Micros, ...cpu }
}

interface Slice {
  readonly rate: number
  readonly p99Micros: number
  readonly cpu?: number
}

async function slice(row: BenchRow | AsyncBenchRow, side: 'ops' | 'baselineOps', sliceMs: number): Promise<Slice> {
  const cpuBefore = await cpuOf(row, side)
  const times: number[] = []
  const began = performance.now()
  const until = began + sliceMs
  const worker = async (): Promise<void> => {
    do {
      const start = performance.now()
      const pending = row[side]()
      if (pending) await pending
      times.push(performance.now() - start)
    } while (performance.now() < until)
  }
  const width = 'concurrency' in row ? (row.concurrency ?? 1) : 1
  await Promise.all(Array.from({ length: width }, worker))
  const seconds = (performance.now() - began) / 1000
  const cpuAfter = await cpuOf(row, side)
  const cpu = cpuBefore === undefined || cpuAfter === undefined ? {} : { cpu: (cpuAfter - cpuBefore) / times.length }
  return { rate: times.length / seconds, p99Micros: quantile(times, 0.99) * 1000, ...cpu }
}

async function cpuOf(row: BenchRow | AsyncBenchRow, side: 'ops' | 'baselineOps'): Promise<number | undefined> {
  if (!('cpuMicros' in row) || !row.cpuMicros) return undefined
  const spent = await row.cpuMicros()
  return side === 'ops' ? spent.ops : spent.baseline
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
