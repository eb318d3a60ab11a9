// Points of a survey of public reports and newer pages (S: facts of the services; FC: inputs of people in the field), each with what became
// of it here. The numbers stay what they were, so that gaps can be asked for by name.
import { ENTRA_ROWS } from './survey-of-entra.ts'
import { OTHER_ROWS } from './survey-of-others.ts'
import { FIELD_ROWS } from './survey-of-the-field.ts'
import type { SurveyPoint } from './survey-row.ts'

/** Every point of the survey, in the order of its numbers. */
export const SURVEY_POINTS: readonly SurveyPoint[] = [...ENTRA_ROWS, ...OTHER_ROWS, ...FIELD_ROWS].map(
  ([id, what, here, grade, source, shown]) => ({ id, what, here, grade, source, shown }),
)
