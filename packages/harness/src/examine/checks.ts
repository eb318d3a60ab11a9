import { FORM_CHECKS } from './conditions.ts'
import { DOOR_CHECKS } from './lives/door-keeper.ts'
import { MEETING } from './meet.ts'
import { QUESTIONS } from './questions/all-questions.ts'

/** Every check that can be made. */
export const CHECKS: readonly string[] = [
  ...new Set([
    'answers/at-all',
    'answers/steady',
    ...MEETING,
    ...DOOR_CHECKS,
    ...FORM_CHECKS,
    ...QUESTIONS.flatMap(({ checks }) => checks),
  ]),
]
