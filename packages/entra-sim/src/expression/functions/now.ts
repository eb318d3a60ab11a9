import { dateText } from '../date/date-text.ts'
import { instantFromMilliseconds } from '../date/instant.ts'
import type { StrictFunction } from '../expression-function.ts'

/**
 * `Now()`: the current UTC time as `M/d/yyyy h:mm:ss tt`, from the clock of the environment.
 * Source: Microsoft function reference [documented].
 */
export const now: StrictFunction = {
  kind: 'strict',
  name: 'Now',
  listed: true,
  describes: 'The present moment, in UTC.',
  example: { expression: 'Now()', result: '1/5/2026 9:00:00 AM' },
  parameters: [],
  evaluate: (_, run) => dateText(instantFromMilliseconds(run.environment.now)),
}
