import { VerbError } from '@scimulator/shared/behaviour'
import type { Assembly } from './assembly.ts'
import type { StoryRecording } from './story-recording.ts'

export interface StoryHead {
  /** `stories/entra-help-page`: the name of its scenario. */
  readonly id: string
  readonly title: string
  readonly describes: string
  /** How many steps it has. */
  readonly steps: number
  /** Whether it was written to be shown; any other scenario can be shown as well. */
  readonly isStory: boolean
}

/** What can be told in a world, and how it is sent to somebody who has none. */
export interface Stories {
  /** Those that were written to be shown, in the order in which they are told; with `every`, all other scenarios after them. */
  list(every: boolean): Promise<readonly StoryHead[]>
  /** Carries the scenario out in a world of its own. @throws VerbError `not-found` that names the nearest */
  record(id: string): Promise<StoryRecording>
  /** @param upTo the last step; all of them without it. @throws VerbError `not-found`, or `refused` for a world of another kind */
  stage(id: string, upTo: number | undefined): Promise<StagedStory>
  /** The text of one HTML file that needs no server. @throws VerbError `refused` when it is too large, or there is no template */
  page(recording: StoryRecording, options: { readonly rename: boolean }): string
}

/** The first steps of a story, ready to be carried out in a world that has just been begun. */
export interface StagedStory {
  /** Where its clock begins, milliseconds since the epoch. */
  readonly start: number
  /** @throws VerbError of the step that could not be carried out */
  readonly play: (assembly: Assembly) => Promise<void>
}

async function none(id: string): Promise<never> {
  throw new VerbError('not-found', `There is no story "${id}": this world has none.`)
}

export const NO_STORIES: Stories = {
  list: async () => [],
  record: none,
  stage: none,
  page() {
    throw new VerbError('refused', 'This world has no template for files.')
  },
}
