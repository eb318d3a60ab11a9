// What `run` says while it runs and at its end: for people one line a file and every failure in full, for machines TAP, and for GitHub
// annotations and a summary beside it.
import { appendFileSync } from 'node:fs'
import {
  failuresText,
  githubCommands,
  githubSummary,
  type RunResult,
  runCases,
  type ScenarioResult,
  scenarioHead,
  scenarioTree,
  summaryText,
  type TreeStyle,
  tapText,
  withoutCommands,
} from '@scimulator/harness/report'
import { createRandomIds } from '@scimulator/shared/runtime'

export const RUN_REPORTERS = ['screen', 'github', 'tap'] as const
export type RunReporterName = (typeof RUN_REPORTERS)[number]

export interface RunReporter {
  /** A run has ended; they come in the order of the files. */
  ran(result: ScenarioResult): void
  /** Everything has. @param notes of the connection */
  ended(run: RunResult, notes: readonly string[]): void
}

export interface ReporterOptions {
  readonly name: RunReporterName
  /** Every step of every run. */
  readonly isVerbose: boolean
  readonly style: TreeStyle
  readonly say: (text: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Where GitHub runs the job and nobody has said anything else, its own. */
export function reporterFor(given: string | undefined, env: Readonly<Record<string, string | undefined>>): string {
  return given ?? (env.GITHUB_ACTIONS === 'true' ? 'github' : 'screen')
}

export function createRunReporter(options: ReporterOptions): RunReporter {
  if (options.name === 'tap') return { ran: () => {}, ended: (run) => options.say(tapText(runCases(run)).trimEnd()) }
  if (options.name === 'screen') return screenReporter(options)
  const told: string[] = []
  const screen = screenReporter({ ...options, say: (text) => void told.push(text) })
  return {
    ran: (result) => screen.ran(result),
    ended(run, notes) {
      screen.ended(run, notes)
      // A receiver may answer with a line that GitHub would obey.
      options.say(withoutCommands(told.join('\n'), createRandomIds().token('github')).trimEnd())
      const cases = runCases(run)
      const commands = githubCommands(cases).trimEnd()
      if (commands !== '') options.say(commands)
      writeSummary(options.env, githubSummary(headOf(run), factsOf(run), cases))
    },
  }
}

/** GitHub shows what is appended to this file beside the job. */
export function writeSummary(env: Readonly<Record<string, string | undefined>>, text: string): void {
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, `${text}\n`)
}

function headOf(run: RunResult): string {
  const bad = run.scenarios.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'skipped').length
  return bad === 0 ? `Scenarios: ${run.outcome}` : `Scenarios: ${bad} of ${run.scenarios.length} did not pass`
}

function factsOf(run: RunResult): readonly string[] {
  const where = run.target === 'receiver' ? 'our receiver' : run.target
  return [`${run.requests} requests to ${where}.`, ...run.notAsBefore, ...(run.ended === undefined ? [] : [run.ended])]
}

function screenReporter({ isVerbose, style, say }: ReporterOptions): RunReporter {
  let file: ScenarioResult[] = []
  const flush = (): void => {
    if (file.length > 0) say(fileLines(file, style))
    file = []
  }
  return {
    ran(result) {
      if (isVerbose) return say(scenarioTree(result, 'all', style))
      if (file[0]?.file !== result.file) flush()
      file.push(result)
    },
    ended(run, notes) {
      flush()
      const failures = isVerbose ? '' : failuresText(run, style)
      say([...(failures === '' ? [] : ['', failures]), '', summaryText(run, style)].join('\n'))
      for (const note of notes) say(style.dim(note))
    },
  }
}

/** One line where all combinations of a file have passed; those that have not have a line each. */
function fileLines(results: readonly ScenarioResult[], style: TreeStyle): string {
  const [first] = results
  if (!first) return ''
  const odd = results.filter(({ outcome }) => outcome !== first.outcome)
  if (results.length === 1 || odd.length > 0 || first.outcome !== 'passed') {
    return results.map((result) => scenarioTree(result, 'line', style)).join('\n')
  }
  const sum = (of: (result: ScenarioResult) => number) => results.reduce((total, result) => total + of(result), 0)
  const whole = { ...first, requests: sum(({ requests }) => requests), durationMs: sum((one) => one.durationMs) }
  return scenarioHead({ ...whole, combination: `${results.length} combinations` }, style)
}
