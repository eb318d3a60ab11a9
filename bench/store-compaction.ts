// What a compaction of 100,000 people does to everybody else. The p99 column is the figure here: durable writes while
// one compaction follows the
// other. Run by itself, this file also prints the longest stall of the event loop: node --expose-gc --import tsx
// bench/store-compaction.ts
import { pathToFileURL } from 'node:url'
import type { AsyncBenchRow } from './bench-row.ts'
import { populatedStore, rawFile } from './store-sides.ts'

const PEOPLE = 100_000

export const asyncRows: readonly AsyncBenchRow[] = [writesBesideCompaction(1), writesBesideCompaction(50)]

function writesBesideCompaction(writers: number): AsyncBenchRow {
  const store = populatedStore(PEOPLE)
  const file = rawFile()
  let isRunning = true
  let loop: Promise<void> | undefined
  const compactAgainAndAgain = async () => {
    while (isRunning) await store.compact()
  }
  return {
    name: `durable write during compaction, 100,000 people, ${writers === 1 ? '1 writer' : `${writers} writers`}`,
    baseline: 'raw append + fdatasync beside the same compaction',
    concurrency: writers,
    prepare: async () => {
      await Promise.all([store.prepare(), file.prepare()])
      loop = compactAgainAndAgain()
    },
    ops: store.write,
    baselineOps: file.write,
    cleanup: async () => {
      isRunning = false
      await loop
      await Promise.all([store.cleanup(), file.cleanup()])
    },
    target: 'p99 at most 50 ms',
  }
}

/** Turns of the event loop, timed one by one, with and without a compaction and with one writer beside. */
async function printStalls(): Promise<void> {
  const { prepare, write, compact, cleanup } = populatedStore(PEOPLE)
  await prepare()
  globalThis.gc?.()
  for (let round = 1; round <= 5; round += 1) {
    const idle = await stallsDuring(write, () => new Promise((resolve) => setTimeout(resolve, 1_500)))
    const compacting = await stallsDuring(write, compact)
    console.log(`round ${round}: without ${idle}`)
    console.log(`round ${round}: compacting ${compacting}`)
  }
  await cleanup()
}

async function stallsDuring(write: () => Promise<void>, work: () => Promise<unknown>): Promise<string> {
  const turns: number[] = []
  const writes: number[] = []
  let isRunning = true
  const watch = async () => {
    for (let last = performance.now(); isRunning; ) {
      await new Promise((resolve) => setImmediate(resolve))
      const now = performance.now()
      turns.push(now - last)
      last = now
    }
  }
  const writer = async () => {
    while (isRunning) {
      const start = performance.now()
      await write()
      writes.push(performance.now() - start)
    }
  }
  const others = [watch(), writer()]
  const began = performance.now()
  await work()
  isRunning = false
  await Promise.all(others)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const summary = `${writes.length} writes, p99 ${quantile(writes, 0.99)} ms, longest ${max(writes)} ms`
  return `${seconds} s, longest stall ${max(turns)} ms, ${summary}`
}

function max(values: readonly number[]): string {
  return quantile(values, 1)
}

function quantile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await printStalls()
