// What an exploration tells a machine, and what several of them tell together. Pure.
import { z } from 'zod'
import { mergeReached } from './coverage.ts'
import type { Unjudged } from './explore.ts'

/** Raised when a field changes its meaning. */
export const EXPLORATION_RESULT_VERSION = 1

const Counts = z.record(z.string(), z.int().nonnegative())

const FoundHistory = z.object({
  /** A scenario file. */
  text: z.string(),
  acts: z.int().optional(),
  message: z.string(),
  /** Ids of the findings that explain it; empty where nothing that is known does. */
  explainedBy: z.array(z.string()),
})

export const ExplorationResult = z.object({
  kind: z.literal('exploration'),
  version: z.literal(EXPLORATION_RESULT_VERSION),
  idp: z.string(),
  seed: z.int(),
  /** Most acts of one history. */
  acts: z.int(),
  /** Of how many parts this is which; parts of one exploration share seed, acts and identity provider. */
  shard: z.object({ index: z.int().min(1), of: z.int().min(1) }),
  reached: z.object({ histories: z.int(), acts: Counts, pairs: Counts, states: Counts }),
  /** Histories that failed once and passed when they were lived again. */
  unsteady: z.int(),
  /** Histories that were not lived to their end, of which nothing is known; and why the first was not. */
  unjudged: z.object({ histories: z.int().positive(), why: z.string() }).optional(),
  found: z.array(FoundHistory),
})
export type ExplorationResult = z.infer<typeof ExplorationResult>

/** One of all parts. @throws Error that says which part is missing, twice there, or of another exploration */
export function mergeExplorations(parts: readonly ExplorationResult[]): ExplorationResult {
  const [first] = parts
  if (!first) throw new Error('There is no result to merge.')
  const of = first.shard.of
  for (const { idp, seed, acts, shard } of parts) {
    if (idp !== first.idp || seed !== first.seed || acts !== first.acts || shard.of !== of)
      throw new Error(
        'The results are not parts of one exploration: --idp, --seed, --acts and --shard must be the same.',
      )
  }
  const missing = Array.from({ length: of }, (_, at) => at + 1).find(
    (index) => parts.filter(({ shard }) => shard.index === index).length !== 1,
  )
  if (missing !== undefined) throw new Error(`Part ${missing}/${of} must be there once.`)
  return {
    ...first,
    shard: { index: 1, of: 1 },
    reached: mergeReached(parts.map(({ reached }) => reached)),
    unsteady: parts.reduce((sum, { unsteady }) => sum + unsteady, 0),
    ...mergedUnjudged(parts.flatMap(({ unjudged }) => unjudged ?? [])),
    found: parts.flatMap(({ found }) => found),
  }
}

function mergedUnjudged(all: readonly Unjudged[]): { unjudged?: Unjudged } {
  const [first] = all
  return first ? { unjudged: { ...first, histories: all.reduce((sum, { histories }) => sum + histories, 0) } } : {}
}

/** The table of what was reached, and of what was not, line by line. */
export function reachedText({ histories, acts, pairs, states }: ExplorationResult['reached'], seed: number): string[] {
  const possible = Object.keys(acts).length ** 2
  return [
    `${histories} histories, with seed ${seed}.`,
    `Acts: ${counted(acts)}.`,
    ...neverText('Acts that were never done', acts),
    `Pairs of acts, one right after the other: ${Object.keys(pairs).length} of ${possible}.`,
    `States: ${counted(states)}.`,
    ...neverText('States that were never reached', states),
  ]
}

function counted(counts: Readonly<Record<string, number>>): string {
  const reached = Object.entries(counts).filter(([, times]) => times > 0)
  return reached.map(([name, times]) => `${name} ${times}`).join(', ') || 'none'
}

function neverText(title: string, counts: Readonly<Record<string, number>>): string[] {
  const never = Object.entries(counts).flatMap(([name, times]) => (times === 0 ? [name] : []))
  return never.length === 0 ? [] : [`${title}: ${never.join(', ')}.`]
}
