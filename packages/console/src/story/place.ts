// Where in a story one stands: a step, and in it the last exchange that is shown. Back, on and playing are only this. Pure.
import type { StoryRecording } from '../source/recording-source.ts'

export interface StoryPlace {
  /** From 1 on. */
  readonly step: number
  /** The last exchange that is shown; undefined when all of the step are. */
  readonly at: number | undefined
}

export const SPEEDS = [0.5, 1, 2, 4] as const

type Steps = Pick<StoryRecording, 'steps'>

/** What an address says, or the nearest place that there is. */
export function placeIn({ steps }: Steps, step: string | undefined, at?: string): StoryPlace {
  const wanted = Math.min(Math.max(1, Math.trunc(Number(step ?? 1)) || 1), Math.max(1, steps.length))
  const { from, to } = exchangesOf(steps, wanted)
  const seq = at === undefined ? Number.NaN : Number(at)
  return { step: wanted, at: seq >= from - 1 && seq < to ? seq : undefined }
}

/** A step from its beginning, before anything was sent in it. */
export function beginning({ steps }: Steps, step: number): StoryPlace {
  const { from, to } = exchangesOf(steps, step)
  return { step, at: to < from ? undefined : from - 1 }
}

/** One exchange on, or the next step from its beginning; undefined at the end of the story. */
export function onward(story: Steps, { step, at }: StoryPlace): StoryPlace | undefined {
  const { to } = exchangesOf(story.steps, step)
  if (at !== undefined) return { step, at: at + 1 >= to ? undefined : at + 1 }
  return step < story.steps.length ? beginning(story, step + 1) : undefined
}

/** One exchange back, or the end of the step before; undefined at the beginning of the story. */
export function backward(story: Steps, { step, at }: StoryPlace): StoryPlace | undefined {
  const { from, to } = exchangesOf(story.steps, step)
  const shown = at ?? to
  if (shown >= from) return { step, at: shown - 1 }
  return step > 1 ? { step: step - 1, at: undefined } : undefined
}

/** The whole of another step, where there is one. */
export function stepBy({ steps }: Steps, { step }: StoryPlace, by: 1 | -1): StoryPlace | undefined {
  const next = step + by
  return next >= 1 && next <= steps.length ? { step: next, at: undefined } : undefined
}

const SHORTEST_MS = 1_600
const LETTER_MS = 45
const LONGEST_MS = 7_000
const AFTER_WIRE_MS = 1_500
const EXCHANGE_MS = 400
/** What is sent in one step takes no longer, however much it is. */
const WIRE_MS = 6_000

/** How long a place is looked at before playing goes on. */
export function waitMs({ steps }: Steps, { step, at }: StoryPlace, speed: number): number {
  const { from, to } = exchangesOf(steps, step)
  const count = to - from + 1
  if (count > 0 && at === undefined) return AFTER_WIRE_MS / speed
  if (at !== undefined && at >= from) return Math.min(EXCHANGE_MS, WIRE_MS / count) / speed
  const letters = steps[step - 1]?.says.length ?? 0
  return Math.min(LONGEST_MS, SHORTEST_MS + letters * LETTER_MS) / speed
}

function exchangesOf(steps: Steps['steps'], step: number): { readonly from: number; readonly to: number } {
  return steps[step - 1]?.exchanges ?? { from: 1, to: 0 }
}
