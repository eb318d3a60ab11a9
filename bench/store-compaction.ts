// What a compaction of 100,000 people does to everybody else. The p99 column is the figure here: durable writes while
// one compaction follows the
// other. Run by itself, this file also prints the longest stall of the event loop: node --expose-gc --import tsx
// bench/store-compaction.ts
import { PerformanceObserver } from 'node:perf_hooks'
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

/**
 * Turns of the event loop, timed one by one, with and without a compaction and with one writer beside. A turn is timed by the wall and
 * by the CPU time of this process: what the second lacks of the first, the machine took. Pauses of the collector are counted in both.
 */
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
  const ownTurns: number[] = []
  const pauses: number[] = [0]
  const writes: number[] = []
  const collector = new PerformanceObserver((list) => pauses.push(...list.getEntries().map((one) => one.duration)))
  collector.observe({ entryTypes: ['gc'] })
  let isRunning = true
  const watch = async () => {
    let [last, lastOwn] = [performance.now(), ownMilliseconds()]
    while (isRunning) {
      await new Promise((resolve) => setImmediate(resolve))
      const [now, own] = [performance.now(), ownMilliseconds()]
      turns.push(now - last)
      // Threads for files and for the collector count as well, so that this is at most what the turn itself took.
      ownTurns.push(Math.min(now - last, own - lastOwn))
      last = now
      lastOwn = own
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
  // The last entries of the observer come in a turn of their own.
  await new Promise((resolve) => setImmediate(resolve))
  collector.disconnect()
  const stalls = `longest stall ${max(turns)} ms, own at most ${max(ownTurns)} ms, longest pause of the collector ${max(pauses)} ms`
  const summary = `${writes.length} writes, p99 ${quantile(writes, 0.99)} ms, longest ${max(writes)} ms`
  return `${seconds} s, ${stalls}, ${summary}`
}

/** CPU time of this process so far. */
function ownMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function max(values: readonly number[]): string {
  return quantile(values, 1)
}

function quantile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await printStalls()
