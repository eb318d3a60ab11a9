// What a run found, in the form in which it is written to a file. `version` is raised when a member changes its meaning or goes.
import { VICTIMS } from '@scimulator/findings'
import { z } from 'zod'
import { Recording } from './recording.ts'
import { SkipReason } from './skip-reason.ts'

export const RUN_RESULT_VERSION = 2

export const DifferenceResult = z.object({ attribute: z.string(), expected: z.string(), actual: z.string() })
export type DifferenceResult = z.infer<typeof DifferenceResult>

export const FailureResult = z.object({
  item: z.string().describe('Whom it is about, by the name people use; empty when it is about the whole view'),
  message: z.string(),
  line: z.int(),
  differences: z.array(DifferenceResult),
})
export type FailureResult = z.infer<typeof FailureResult>

export const ExpectationResult = z
  .object({
    title: z.string(),
    view: z.string().optional().describe('What was asked; a transcript has none'),
    line: z.int(),
    column: z.int(),
    outcome: z.enum(['passed', 'failed', 'skipped']),
    skip: SkipReason.optional().describe('Why it was skipped'),
    proves: z.array(z.string()).describe('Ids of rules'),
    failures: z.array(FailureResult),
  })
  .describe('What one expectation of a scenario came to')
export type ExpectationResult = z.infer<typeof ExpectationResult>

export const StepResult = z
  .object({
    number: z.int(),
    line: z.int(),
    verb: z.string(),
    kind: z
      .enum(['verb', 'text', 'expectations'])
      .describe('How it is shown: a verb with its input, a text between the steps, or the expectations that it asked'),
    title: z.string(),
    note: z.string().optional(),
    outcome: z.enum(['passed', 'failed', 'error', 'skipped']).describe('failed: not as expected; error: our own bug'),
    message: z.string().optional(),
    skip: SkipReason.optional().describe('Why it was skipped'),
    requests: z.int().describe('How many went over the wire'),
    expectations: z.array(ExpectationResult),
  })
  .describe('What one step of a scenario came to')
export type StepResult = z.infer<typeof StepResult>

export const Explanation = z
  .object({
    kind: z.enum(['finding', 'quirk']),
    id: z.string().describe('As `scimulator list findings` and docs/quirks.md have it'),
    title: z.string(),
    text: z.string().describe('What to change, or whom it hurts'),
    exchange: z.int().optional().describe('Number of the exchange that shows it'),
    alsoBy: z.array(z.int()).optional().describe('Numbers of further exchanges that show it'),
    hurts: z.array(z.enum(VICTIMS)).optional().describe('Of a finding: whom it hurts'),
  })
  .describe('Why a scenario did not pass, where that is known')
export type Explanation = z.infer<typeof Explanation>

const OUTCOMES =
  'unproven: nothing was checked, which is no pass. skipped: nothing could be checked, because a foreign target does not show it or ' +
  'cannot be made what the scenario is about. rejected: the file does not load. protected: a foreign target led the run to an account ' +
  'that is not the run’s, and the request was not sent. damage: somebody who was there before has changed. error: a bug of Scimulator'

export const ScenarioResult = z
  .object({
    file: z.string(),
    scenario: z.string(),
    description: z.string(),
    combination: z.string().describe('Of the matrix, such as `dialect=legacy`; empty without a matrix'),
    seed: z.int(),
    outcome: z
      .enum(['passed', 'failed', 'error', 'unproven', 'skipped', 'rejected', 'protected', 'damage'])
      .describe(OUTCOMES),
    message: z.string().optional(),
    durationMs: z.number(),
    requests: z.int(),
    steps: z.array(StepResult),
    expectations: z.array(ExpectationResult),
    proves: z.array(z.object({ id: z.string(), outcome: z.enum(['passed', 'failed', 'skipped']) })),
    refusals: z
      .array(z.string())
      .describe('Requests that were answered with 400 and above, or not at all, a line each'),
    leftBehind: z
      .array(z.string())
      .describe('What a foreign target keeps, because it could not be deleted, with the request that removes it'),
    stops: z
      .array(z.object({ verdict: z.enum(['protected', 'error', 'limit']), message: z.string() }))
      .describe('Requests to a foreign target that were not sent: they might have touched what the run has not made'),
    explanations: z
      .array(Explanation)
      .default([])
      .describe('Why it did not pass, where that is known, the likeliest first'),
    recordingLeftOut: z.string().optional().describe('Why there is no recording, where there was one'),
    recording: Recording.optional().describe(
      'What happened, step by step; of runs that did not pass, and of all with --record',
    ),
  })
  .describe('What one run of a scenario came to')
export type ScenarioResult = z.infer<typeof ScenarioResult>

export const RunResult = z.object({
  version: z.literal(RUN_RESULT_VERSION),
  /**
   * unreachable: a foreign target stopped answering before everything had run; `ended` says how. interrupted: it was stopped by a signal,
   * and of what had run until then everything had passed.
   */
  outcome: z.enum(['passed', 'failed', 'protected', 'damage', 'rejected', 'unreachable', 'interrupted', 'error']),
  ended: z.string().optional(),
  /** What of a foreign target is not as it was, beside what single scenarios have left: one sentence each. */
  notAsBefore: z.array(z.string()),
  /** What a foreign target does where a correct endpoint may choose, a phrase each. */
  traits: z.array(z.string()).default([]),
  /** Which part of the whole this is, when several machines have shared the files. */
  shard: z
    .object({
      index: z.int(),
      of: z.int(),
      plan: z.string().optional().describe('The same on all machines that have shared out the same files'),
    })
    .optional(),
  target: z.string().describe('`receiver`, or the URL of a foreign target'),
  durationMs: z.number(),
  requests: z.int(),
  scenarios: z.array(ScenarioResult),
})
export type RunResult = z.infer<typeof RunResult>

/** The published JSON Schema. */
export function runResultJsonSchema(): unknown {
  return z.toJSONSchema(RunResult)
}

/** @param end what was seen of a foreign target when all was done; `gone` is why not everything has run */
export function summarise(
  scenarios: readonly ScenarioResult[],
  target: string,
  durationMs: number,
  end: {
    readonly gone?: string | undefined
    readonly damage?: string | undefined
    readonly notPutBack?: readonly string[]
    readonly traits?: readonly string[]
    readonly isInterrupted?: boolean
  } = {},
): RunResult {
  const outcomes = new Set(scenarios.map(({ outcome }) => outcome))
  // What is skipped is not the target's fault; a run in which everything is has proved nothing all the same.
  const isAllSkipped = outcomes.has('skipped') && outcomes.size === 1 && !end.isInterrupted
  const hasFailed = outcomes.has('failed') || outcomes.has('unproven') || isAllSkipped
  const known = end.gone === undefined ? outcomes : new Set([...outcomes, 'unreachable'])
  const worst = (['error', 'unreachable', 'rejected', 'protected'] as const).find((outcome) => known.has(outcome))
  const isDamaged = end.damage !== undefined || outcomes.has('damage')
  return {
    version: RUN_RESULT_VERSION,
    outcome: isDamaged ? 'damage' : (worst ?? (hasFailed ? 'failed' : end.isInterrupted ? 'interrupted' : 'passed')),
    ...(end.gone === undefined ? {} : { ended: end.gone }),
    traits: [...(end.traits ?? [])],
    notAsBefore: [...(end.damage === undefined ? [] : [end.damage]), ...(end.notPutBack ?? [])],
    target,
    durationMs,
    requests: scenarios.reduce((sum, { requests }) => sum + requests, 0),
    scenarios: [...scenarios],
  }
}

const EXIT_CODES = {
  passed: 0,
  failed: 1,
  protected: 1,
  damage: 1,
  rejected: 2,
  unreachable: 2,
  interrupted: 2,
  error: 3,
} as const

/**
 * 0 all passed, 1 an expectation or a step failed, the guard had to protect somebody or somebody has changed, 2 a file or an option cannot
 * be worked with or the target stopped answering, 3 our own bug, 4 all passed, and something of ours is left at the target.
 */
export function exitCodeOf({ outcome, scenarios, notAsBefore }: RunResult): 0 | 1 | 2 | 3 | 4 {
  const isLeft = notAsBefore.length > 0 || scenarios.some(({ leftBehind }) => leftBehind.length > 0)
  return outcome === 'passed' && isLeft ? 4 : EXIT_CODES[outcome]
}
