// Rounds of a long run that have ended, a line each: a run that was interrupted goes on after them.
import { appendFile, readFile } from 'node:fs/promises'
import type { Fuzzed } from '../../packages/testkit/test/hostile/fuzz-target.ts'

interface Round {
  readonly seed: number
  readonly inputs: number
  readonly fuzzed: readonly Fuzzed[]
}

/** What was tried with these seeds and as many inputs; nothing where there is no file yet. */
export async function readRounds(file: string | undefined, inputs: number): Promise<ReadonlyMap<number, Round>> {
  if (file === undefined) return new Map()
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  // The last line may be half-written: what stands before a line feed is whole.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1).split('\n')
  const rounds = whole.filter((line) => line !== '').map((line) => JSON.parse(line) as Round)
  return new Map(rounds.filter((one) => one.inputs === inputs).map((one) => [one.seed, one]))
}

export async function keepRound(file: string | undefined, round: Round): Promise<void> {
  if (file !== undefined) await appendFile(file, `${JSON.stringify(round)}\n`)
}
