// Hostile input at length: 8 million inputs in process and 2 million over sockets, and the faults that they have to come upon.
import { join } from 'node:path'
import { CI_INPUTS } from '../../packages/testkit/test/hostile/ci-inputs.ts'
import { SEEDED_FAULTS } from '../../packages/testkit/test/hostile/faults/faults.ts'
import { copyForFaults, findSeeded } from '../../packages/testkit/test/hostile/faults/find-fault.ts'
import { type FuzzProcess, fuzzInProcess } from '../../packages/testkit/test/hostile/fuzz-run.ts'
import { fuzzTable, percent, type Tally, tallied } from '../../packages/testkit/test/hostile/fuzz-table.ts'
import type { Fuzzed, Stretch } from '../../packages/testkit/test/hostile/fuzz-target.ts'
import { HTTP_GROUPS, HTTP_TARGETS, httpShareOf } from '../../packages/testkit/test/hostile/over-http.ts'
import { HALVES } from '../../packages/testkit/test/hostile/targets.ts'
import { isBalanced, leastOf, whatHurts } from '../../packages/testkit/test/hostile/what-hurts.ts'
import type { ReliabilityRow } from './record.ts'
import { keepRound, readRounds } from './rounds.ts'

/** In process; a quarter of it once more over sockets. */
const INPUTS = 8_000_000

/**
 * As many as CI has: each round has a seed of its own, processes of its own, and ends with what it found. Longer ones tell less of growth
 * in process, where V8 keeps what it counts branches by.
 */
const IN_A_ROUND = CI_INPUTS

/**
 * A round may reach fewer branches than must be reached, of several the best counts; and may have more or fewer inputs accepted, what counts is the
 * share of all.
 */
const LACKING = { branches: 0.05, accepted: 0.2 }

interface LongFuzz {
  /** In process; 8 million by default. */
  readonly inputs?: number
  readonly seed: number
  /** No round is begun that would end later than after so many; what was tried until then counts. */
  readonly minutes?: number
  /** Rounds that have ended are kept there, and are not tried once more. */
  readonly kept?: string
}

/** @throws Error that shows the input which hurt */
export async function fuzzLong({ inputs = INPUTS, seed, minutes, kept }: LongFuzz): Promise<readonly ReliabilityRow[]> {
  const rounds = Math.max(1, Math.round(inputs / IN_A_ROUND))
  const each = inputs / rounds
  const before = await readRounds(kept, each)
  const all: Fuzzed[] = []
  const began = performance.now()
  for (let round = 1, lived = 0; round <= rounds; round += 1) {
    const ended = before.get(seed + round - 1)
    all.push(...(ended?.fuzzed ?? (await fuzzAndKeep(each, seed + round - 1, kept))))
    if (ended !== undefined) continue
    lived += 1
    const seconds = (performance.now() - began) / 1000
    console.log(`fuzz: round ${round} of ${rounds}, ${Math.round(seconds)} s, nothing hurt\n${fuzzTable(all)}`)
    if (minutes !== undefined && (seconds * (lived + 1)) / lived > minutes * 60) break
  }
  return tallied(all).map(asItMustBe).map(rowOf)
}

/** @throws Error where no round reached what must be reached, or too much or too little was accepted of all */
function asItMustBe(tally: Tally): Tally {
  const { name, branches = 1, tried, accepted } = tally
  if (tried < CI_INPUTS / 100) return tally
  if (branches < leastOf(tally)) throw new Error(`Of the branches behind "${name}" ${percent(branches)} are reached.`)
  if (!isBalanced(tally)) throw new Error(`Of the inputs at "${name}" ${percent(accepted / tried)} are accepted.`)
  return tally
}

async function fuzzAndKeep(inputs: number, seed: number, kept: string | undefined): Promise<readonly Fuzzed[]> {
  const fuzzed = await fuzzRound(inputs, seed)
  await keepRound(kept, { seed, inputs, fuzzed })
  return fuzzed
}

/** Several processes at a time: first in process, then over sockets. */
async function fuzzRound(inputs: number, seed: number): Promise<readonly Fuzzed[]> {
  const isWhole = inputs >= CI_INPUTS
  const inside = HALVES.map(({ targets, share }) => ({ inputs: inputs * share, seed, targets }))
  const whole = httpShareOf(Object.keys(HTTP_TARGETS))
  const outside = HTTP_GROUPS.map((targets) => ({
    ...{ inputs: (inputs / 4) * (httpShareOf(targets) / whole), seed, targets },
    script: 'http-process.ts',
  }))
  return [...(await sideBySide(inside, isWhole)), ...(await sideBySide(outside, isWhole))]
}

async function sideBySide(processes: readonly FuzzProcess[], isWhole: boolean): Promise<readonly Fuzzed[]> {
  const results = await Promise.all(processes.map((one) => fuzzInProcess({ ...one, onStretch: tellStretch })))
  const hurt = results.flatMap(({ targets, died }) => [
    ...(died ? [died] : []),
    ...targets.flatMap((one) => whatHurts(one, isWhole, LACKING)),
  ])
  if (hurt.length > 0) throw new Error(`Hostile input has hurt:\n${hurt.join('\n')}`)
  return results.flatMap(({ targets }) => targets)
}

function tellStretch({ name, tried, of, seconds, memory }: Stretch): void {
  const kept = `heap ${megabytes(memory.heap)}, RSS ${megabytes(memory.rss)}`
  console.log(`fuzz: ${name}: ${tried} of ${of} in ${Math.round(seconds)} s; ${kept}`)
}

function rowOf({ name, tried, accepted, branches, slowest, grown, rss }: Tally): ReliabilityRow {
  const notes = [
    `${percent(accepted / tried)} accepted`,
    ...(branches === undefined ? [] : [`${percent(branches)} of branches`]),
    `slowest ${Math.round(slowest)} ms`,
    `heap grown by ${megabytes(grown)}`,
    ...(name.endsWith('HTTP') ? [`RSS ${megabytes(rss)}`] : []),
  ]
  return { tried: name, times: tried, lost: 0, note: notes.join(', ') }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

/** Each of them within as many inputs as CI has. @throws Error that names one which was not found, or no longer fits */
export async function findSeededFaults(home: string, seed: number): Promise<readonly ReliabilityRow[]> {
  const copy = copyForFaults(join(home, 'fuzz-faults'))
  for (const fault of SEEDED_FAULTS) {
    const found = await findSeeded(copy, fault, seed)
    if (found === undefined) throw new Error(`Not found: ${fault.what} (${fault.file})`)
    console.log(`fuzz-faults: ${fault.what}: ${found}`)
  }
  const note = 'each is found within the 100,000 inputs that CI has'
  return [{ tried: 'faults that were seeded', times: SEEDED_FAULTS.length, lost: 0, note }]
}
