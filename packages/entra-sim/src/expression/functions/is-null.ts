import { parameter, type StrictFunction } from '../expression-function.ts'
import { booleanText } from '../value.ts'

/**
 * `IsNull(expression)`: `True` when the value is null or the attribute absent; "" is not null.
 * Source: Microsoft function reference [documented]; "" [decided].
 */
export const isNull: StrictFunction = {
  kind: 'strict',
  name: 'IsNull',
  listed: true,
  describes: 'Whether a value is null.',
  example: { expression: 'IsNull([mobile])', result: 'True' },
  parameters: [parameter('expression', { takesList: true })],
  evaluate: (given) => booleanText((given[0] ?? null) === null),
}
