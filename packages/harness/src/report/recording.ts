// What a run did, step by step, as a value that can be stepped through without the run: what was asked, what went over the wire, and
// the directory before and after. `version` is raised when a member changes its meaning or goes.
import { z } from 'zod'

const Item = z.record(z.string(), z.unknown())

/** Items of each view by their keys: users by userName, groups by displayName. */
export const Views = z.record(z.string(), z.record(z.string(), Item))
export type Views = z.infer<typeof Views>

export const ViewChange = z.object({
  set: z.record(z.string(), Item).describe('Items that are new or have changed, as they are now'),
  gone: z.array(z.string()).describe('Keys of items that are no longer there'),
})
export type ViewChange = z.infer<typeof ViewChange>

const DifferenceRecord = z.object({
  item: z.string().describe('Whom it is about; empty when it is about the whole view'),
  message: z.string(),
  line: z.int().optional(),
  attributes: z.array(z.object({ attribute: z.string(), expected: z.string(), actual: z.string() })),
  exchange: z.int().optional().describe('Number of the exchange that brought it about'),
})
export type DifferenceRecord = z.infer<typeof DifferenceRecord>

const ExpectationRecord = z.object({
  text: z.string(),
  ok: z.boolean().nullable().describe('null: it was not asked, and `skipped` says why'),
  skipped: z.string().optional(),
  difference: z.array(DifferenceRecord),
  file: z.string().optional(),
  line: z.int().optional(),
})
export type ExpectationRecord = z.infer<typeof ExpectationRecord>

export const StepRecord = z.object({
  n: z.int().describe('From 1 on'),
  title: z.string(),
  says: z.string().describe('What the step shows, in words of its author'),
  program: z.string().describe('`entra`, `jumpcloud`, `receiver`; empty for steps of the run itself'),
  verb: z.string(),
  input: z.unknown().describe('As written, without secrets'),
  at: z.string().describe('Instant on the clock of the run at which the step had ended'),
  outcome: z.enum(['passed', 'failed', 'error', 'skipped']),
  message: z.string().optional(),
  exchange: z.int().optional().describe('Number of the exchange that made it fail'),
  exchanges: z
    .object({ from: z.int(), to: z.int() })
    .describe('Numbers of its first and last exchange; `to` is below `from` when there is none'),
  expectations: z.array(ExpectationRecord),
  views: z.record(z.string(), ViewChange).describe('What the step changed in each view'),
})
export type StepRecord = z.infer<typeof StepRecord>

const Headers = z.array(z.tuple([z.string(), z.string()]))

const ExchangeRecord = z.object({
  n: z.int(),
  at: z.string(),
  ms: z.number(),
  sender: z.string(),
  request: z.object({ method: z.string(), url: z.string(), headers: Headers, body: z.string().optional() }),
  response: z.object({ status: z.int(), headers: Headers, body: z.string() }).optional(),
  failure: z.object({ kind: z.string(), message: z.string() }).optional().describe('Why there is no answer'),
  cut: z.int().optional().describe('Characters of the two bodies that are left out'),
})
export type ExchangeRecord = z.infer<typeof ExchangeRecord>

const EffectRecord = z.object({
  step: z.int(),
  exchange: z.int().optional().describe('The write that brought it about, where it is known'),
  view: z.string(),
  key: z.string(),
  kind: z.enum(['created', 'changed', 'deactivated', 'reactivated', 'deleted']),
  attributes: z.array(z.object({ name: z.string(), old: z.unknown(), new: z.unknown() })),
  source: z
    .enum(['own', 'observed', 'inferred'])
    .default('observed')
    .describe(
      'own: our receiver says so. observed: an answer has shown it. inferred: a write that was answered well says so',
    ),
})
export type EffectRecord = z.infer<typeof EffectRecord>

export const Recording = z
  .object({
    version: z.literal(1),
    story: z.object({
      id: z.string(),
      title: z.string(),
      text: z.string(),
      source: z.string().describe('The scenario file, without secrets; empty where there is none'),
    }),
    company: z.string().describe('Name of the company that it is about; empty where none is known'),
    directory: z
      .enum(['read', 'answers'])
      .describe('read: after each step that writes. answers: as the answers on the wire have shown it'),
    base: Views.describe('The views before the first step'),
    steps: z.array(StepRecord),
    exchanges: z.array(ExchangeRecord),
    effects: z.array(EffectRecord),
    keyFrames: z
      .array(z.object({ step: z.int(), exchange: z.int(), views: Views }))
      .describe('The whole views, at most 500 exchanges apart'),
    leftOut: z.string().optional().describe('What was too much to be kept, in a sentence'),
  })
  .describe('What happened in a run of a scenario, or in a life at an endpoint, step by step')
export type Recording = z.infer<typeof Recording>

/** The published JSON Schema. */
export function recordingJsonSchema(): unknown {
  return z.toJSONSchema(Recording)
}
