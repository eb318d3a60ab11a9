// What was tried at each target, over all rounds of a run, as numbers and as a table.
import { branchShare } from './branch-share.ts'
import type { Fuzzed } from './fuzz-target.ts'
import { grownBy } from './what-hurts.ts'

export interface Tally {
  readonly name: string
  readonly tried: number
  readonly accepted: number
  /** Share of the branches that the best round reached; undefined where none are named. */
  readonly branches: number | undefined
  /** Milliseconds. */
  readonly slowest: number
  /** Bytes, in the second half of the round where it was most. */
  readonly grown: number
  /** Bytes that its process took in the end, at most. */
  readonly rss: number
}

/** One for each target, in the order in which they were tried. */
export function tallied(all: readonly Fuzzed[]): readonly Tally[] {
  const byName = new Map<string, Tally>()
  for (const fuzzed of all) byName.set(fuzzed.name, added(byName.get(fuzzed.name), fuzzed))
  return [...byName.values()]
}

function added(before: Tally | undefined, fuzzed: Fuzzed): Tally {
  const { name, tried, accepted, slowest, files, memory } = fuzzed
  const { rss = 0 } = memory.at(-1) ?? {}
  return {
    name,
    tried: tried + (before?.tried ?? 0),
    accepted: accepted + (before?.accepted ?? 0),
    branches: files.length === 0 ? undefined : Math.max(branchShare(fuzzed), before?.branches ?? 0),
    slowest: Math.max(slowest, before?.slowest ?? 0),
    grown: Math.max(grownBy(fuzzed), before?.grown ?? 0),
    rss: Math.max(rss, before?.rss ?? 0),
  }
}

/** A line for each. */
export function fuzzTable(all: readonly Fuzzed[]): string {
  const head = ['target', 'inputs', 'accepted', 'branches', 'slowest', 'grown', 'rss']
  return [head, ...tallied(all).map(cells)].map(line).join('\n')
}

function cells({ name, tried, accepted, branches, slowest, grown, rss }: Tally): readonly string[] {
  const reached = branches === undefined ? '-' : percent(branches)
  return [name, String(tried), percent(accepted / tried), reached, `${Math.round(slowest)} ms`, kB(grown), kB(rss)]
}

function line([name = '', ...others]: readonly string[]): string {
  return `${name.padEnd(27)}${others.map((one) => one.padStart(11)).join('')}`
}

function kB(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
