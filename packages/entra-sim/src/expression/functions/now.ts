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
  parameters: [],
  evaluate: (_, run) => dateText(instantFromMilliseconds(run.environment.now)),
}
