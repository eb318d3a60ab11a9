// A run of a scenario as pages step through it: each step with what it says, its part of the wire, and what the views showed after it.
import { z } from 'zod'
import { Recording, StepRecord, ViewChange } from '../report/recording.ts'
import { Happening } from './happenings/happening.ts'
import { TrafficItem } from './traffic-item.ts'

const StoryChange = ViewChange.extend({
  order: z.array(z.string()).optional().describe('All keys in their order, where new items are not simply the last'),
})
export type StoryChange = z.infer<typeof StoryChange>

const StoryStep = StepRecord.omit({ exchange: true }).extend({
  happenings: z.array(Happening).describe('What was no exchange in it'),
  views: z.record(z.string(), StoryChange).describe('What the step changed in each view, by full name: lark.members'),
})
export type StoryStep = z.infer<typeof StoryStep>

export const StoryRecording = z
  .object({
    version: z.literal(1),
    story: Recording.shape.story,
    company: z.string(),
    outcome: z
      .string()
      .describe('passed, failed, …: how the run of the scenario ended; empty for what was made by hand'),
    steps: z.array(StoryStep),
    wire: z.array(TrafficItem).describe('Every exchange, whole, without secrets; seq is its place from 1 on'),
    leftOut: z.string().optional().describe('What was too much to be kept, in a sentence'),
  })
  .describe('A story: what happened step by step, for pages that show it without a server')
export type StoryRecording = z.infer<typeof StoryRecording>
