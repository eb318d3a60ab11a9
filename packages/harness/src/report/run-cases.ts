// Runs of scenarios as cases for machines.
import type { Case } from './case.ts'
import { scenarioFailure } from './failures.ts'
import type { FailureResult, RunResult, ScenarioResult } from './result.ts'
import { skipText } from './skip-reason.ts'
import { titleOf } from './tree.ts'

export function runCases({ scenarios }: RunResult): readonly Case[] {
  return scenarios.map((result) => {
    const outcome = OUTCOMES[result.outcome]
    const place = firstPlace(result)
    return {
      suite: result.file,
      name: titleOf(result),
      outcome,
      message: outcome === 'passed' ? '' : messageOf(result),
      text: outcome === 'passed' || outcome === 'skipped' ? '' : scenarioFailure(result),
      file: result.file,
      ...(place === undefined ? {} : { line: place }),
      seconds: result.durationMs / 1000,
    }
  })
}

const OUTCOMES: Readonly<Record<ScenarioResult['outcome'], Case['outcome']>> = {
  passed: 'passed',
  failed: 'failed',
  error: 'error',
  unproven: 'unproven',
  skipped: 'skipped',
  rejected: 'error',
  protected: 'failed',
  damage: 'failed',
}

/** The cause where it is known, else the first thing that is not as expected. */
function messageOf(result: ScenarioResult): string {
  const { message, explanations, outcome } = result
  const [first] = failuresIn(result)
  const step = result.steps.find((one) => one.outcome === 'failed' || one.outcome === 'error')
  const seen = message ?? (first ? failureLine(first) : (step?.message ?? skipped(result) ?? outcome))
  const finding = explanations.find(({ kind }) => kind === 'finding')
  return oneLine(finding ? `${finding.title} (${finding.id}): ${seen}` : seen)
}

function failuresIn({ steps, expectations }: ScenarioResult): readonly FailureResult[] {
  return [...steps.flatMap((step) => step.expectations), ...expectations].flatMap(({ failures }) => failures)
}

function failureLine({ item, message, differences }: FailureResult): string {
  const pairs = differences.map(
    ({ attribute, expected, actual }) =>
      `${attribute === '' ? 'value' : attribute}: expected ${expected}, found ${actual}`,
  )
  return `${item} ${message}${pairs.length > 0 ? `; ${pairs.join('; ')}` : ''}`.trim()
}

function skipped({ steps, expectations }: ScenarioResult): string | undefined {
  const skip = [...steps.flatMap((step) => step.expectations), ...expectations].find((one) => one.skip)?.skip
  return skip && skipText(skip)
}

function firstPlace(result: ScenarioResult): number | undefined {
  const [first] = failuresIn(result)
  const step = result.steps.find(({ outcome }) => outcome === 'failed' || outcome === 'error')
  const [, line] = result.outcome === 'rejected' ? (/:(\d+):\d+:/.exec(result.message ?? '') ?? []) : []
  return first?.line ?? step?.line ?? (line === undefined ? undefined : Number(line))
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim()
}
