import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ExpectationResult } from '../report/result.ts'
import type { SkipReason } from '../report/skip-reason.ts'
import { resolveBeside } from '../scenario/company-source.ts'
import type { TranscriptExpectation } from '../scenario/scenario-grammar.ts'
import { type RunContext, transcriptOf } from '../steps/run-context.ts'
import type { Position } from '../written/problem.ts'

/** Compares what went over the wire so far with a golden file, or writes the file when UPDATE_GOLDENS=1. */
export function runTranscriptExpectation(
  expectation: TranscriptExpectation,
  position: Position,
  context: RunContext,
): ExpectationResult {
  const { transcript, proves, note } = expectation
  const base = {
    title: note ?? `transcript is ${transcript}`,
    line: position.line,
    column: position.column,
    proves,
    failures: [],
  }
  const skip = whyNotComparable(context)
  if (skip) return { ...base, outcome: 'skipped', skip }
  const path = resolveBeside(dirname(context.scenario.path), transcript)
  const actual = transcriptOf(context.world)
  if (process.env.UPDATE_GOLDENS === '1') return { ...base, ...written(path, actual) }
  if (!existsSync(path)) {
    const message = 'does not exist; run once with UPDATE_GOLDENS=1 and read what it writes'
    return {
      ...base,
      outcome: 'failed',
      failures: [{ item: transcript, message, line: position.line, differences: [] }],
    }
  }
  const difference = firstDifference(readFileSync(path, 'utf8'), actual)
  if (!difference) return { ...base, outcome: 'passed' }
  const message = `differs from line ${difference.line} on (UPDATE_GOLDENS=1 writes it anew)`
  const failure = { item: transcript, message, line: position.line, differences: [difference.difference] }
  return { ...base, outcome: 'failed', failures: [failure] }
}

/** Order and counters follow the seed, and a foreign target answers in its own words: such transcripts are not the golden's. */
function whyNotComparable({ scenario, seed, world }: RunContext): SkipReason | undefined {
  if (world.target) return { code: 'golden-of-another-target', target: world.target.access.url }
  return seed === scenario.seed ? undefined : { code: 'golden-of-another-seed', seed: scenario.seed }
}

function written(path: string, text: string): Pick<ExpectationResult, 'outcome'> {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return { outcome: 'passed' }
}

function firstDifference(golden: string, actual: string) {
  if (golden === actual) return undefined
  const [wanted, got] = [golden.split('\n'), actual.split('\n')]
  const index = Array.from({ length: Math.max(wanted.length, got.length) }).findIndex((_, i) => wanted[i] !== got[i])
  const exchange = got.slice(0, index + 1).findLast((line) => line.startsWith('#')) ?? 'the beginning'
  const difference = {
    attribute: `exchange ${exchange}`,
    expected: wanted[index] ?? '(end)',
    actual: got[index] ?? '(end)',
  }
  return { line: index + 1, difference }
}
