import { recordedHappenings } from '../live/happenings/recorded-happenings.ts'
import type { StoryRecording, StoryStep } from '../live/story-recording.ts'
import type { Recording } from '../report/recording.ts'
import type { Combination } from '../scenario/matrix.ts'
import { runCombination } from '../scenario/run-scenario.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { ProgramKind } from '../world/program.ts'
import { createStoryTape, type StoryTape } from './story-tape.ts'

/** Carries a scenario out in a world of its own, and keeps everything that pages show of it. @param combination the first of its matrix by default */
export async function recordStory(
  scenario: Scenario,
  kinds: readonly ProgramKind[],
  combination: Combination = scenario.combinations[0] ?? {},
): Promise<StoryRecording> {
  const tape = createStoryTape()
  const { result } = await runCombination(scenario, combination, { kinds, onlooker: tape })
  if (!result.recording) throw new Error(`The run of ${scenario.file} has left no recording: ${result.message}`)
  return storyOf(result.recording, result.outcome, tape)
}

function storyOf(recording: Recording, outcome: string, tape: StoryTape): StoryRecording {
  const { story, company } = recording
  const [views, wire] = struckOut([tape.steps, tape.wire()], tape.redact)
  return {
    version: 1,
    story: { ...story, id: story.id.replace(/\.ya?ml(?= \[|$)/, '') },
    company,
    outcome,
    steps: recording.steps.map(
      ({ exchange: _, ...step }, at): StoryStep => ({
        ...step,
        happenings: [...recordedHappenings(step, wire)],
        views: views[at] ?? {},
      }),
    ),
    wire: [...wire],
    ...(tape.tooLarge.size === 0
      ? {}
      : { leftOut: `Views of too many items are left out: ${[...tape.tooLarge].join(', ')}.` }),
  }
}

function struckOut<Value>(value: Value, redact: (text: string) => string): Value {
  if (typeof value === 'string') return redact(value) as Value
  if (Array.isArray(value)) return value.map((item) => struckOut(item, redact)) as Value
  if (typeof value !== 'object' || value === null) return value
  // The same members with the same types; only the texts in them change.
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, struckOut(item, redact)])) as Value
}
