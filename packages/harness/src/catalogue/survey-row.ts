import type { Grade } from '@scimulator/shared/behaviour'

/** done: as the source says. switch: open, so both. refused: told with a message. partly, missing: a gap. left out: not meant to be here. */
type SurveyWord = 'done' | 'switch' | 'refused' | 'partly' | 'missing' | 'left out'

export interface SurveyPoint {
  readonly id: string
  readonly what: string
  readonly here: SurveyWord
  readonly grade: Grade
  readonly source: string
  /** The test or scenario that shows it, from the root of the repository; for gaps, why, or what is not there. */
  readonly shown: string
}

/** Holds what the guides say of the vendors' screens against the verbs and calls that they name. */
export const SCREENS = 'packages/harness/test/house/screens-of-vendors.test.ts'

export type SurveyRow = readonly [
  id: string,
  what: string,
  here: SurveyWord,
  grade: Grade,
  source: string,
  shown: string,
]
