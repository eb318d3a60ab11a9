// One durable write: a step of one person, committed and waited for. Flat means that it costs the same with 1,000 and
// 100,000 people.
import type { AsyncBenchRow } from './bench-row.ts'
import { populatedStore, rawFile } from './store-sides.ts'

export const asyncRows: readonly AsyncBenchRow[] = [
  besideRawAppend(1_000, 1),
  besideRawAppend(100_000, 1),
  besideRawAppend(100_000, 50),
  besideFewPeople(1),
  besideFewPeople(50),
]

function besideRawAppend(people: number, writers: number): AsyncBenchRow {
  const store = populatedStore(people)
  const file = rawFile()
  const { n, w } = words(people, writers)
  return {
    name: `durable write, ${n} people, ${w}`,
    baseline: `raw append of as many bytes + fdatasync, ${w}`,
    concurrency: writers,
    prepare: () => Promise.all([store.prepare(), file.prepare()]).then(() => {}),
    ops: store.write,
    baselineOps: file.write,
    cleanup: () => Promise.all([store.cleanup(), file.cleanup()]).then(() => {}),
    target: writers === 1 ? 'at most 2 x the time (ratio 0.5 or more)' : 'beyond it, by group commit',
  }
}

function besideFewPeople(writers: number): AsyncBenchRow {
  const many = populatedStore(100_000)
  const few = populatedStore(1_000)
  const { n, w } = words(100_000, writers)
  return {
    name: `durable write, ${n} people, ${w}`,
    baseline: `the same with 1,000 people`,
    concurrency: writers,
    prepare: () => Promise.all([many.prepare(), few.prepare()]).then(() => {}),
    ops: many.write,
    baselineOps: few.write,
    cleanup: () => Promise.all([many.cleanup(), few.cleanup()]).then(() => {}),
    target: 'flat within 25 % (ratio 0.8 to 1.25)',
  }
}

function words(people: number, writers: number) {
  return { n: people === 1_000 ? '1,000' : '100,000', w: writers === 1 ? '1 writer' : `${writers} writers` }
}
