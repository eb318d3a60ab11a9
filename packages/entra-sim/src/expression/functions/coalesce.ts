import { parameter, type StrictFunction } from '../expression-function.ts'
import { isEmptyValue } from '../value.ts'

/**
 * `Coalesce(source1, …, default)`: the first argument that is not null; null when all are. The default is just the
 * last argument. Empty text is not null, unless the switch `coalesceEmpty` says so.
 * Source: Microsoft function reference [documented]; empty text [decided].
 */
export const coalesce: StrictFunction = {
  kind: 'strict',
  name: 'Coalesce',
  listed: true,
  describes: 'The first argument that is not null.',
  example: { expression: 'Coalesce([mobile], [telephoneNumber])', result: '+1 555 0100' },
  parameters: [parameter('source', { allowMultipleOccurrences: true, takesList: true })],
  evaluate: (given, run) => {
    const emptyIsNull = run.environment.switches.coalesceEmpty === 'null'
    for (const value of given) {
      if (value !== undefined && value !== null && !(emptyIsNull && isEmptyValue(value))) return value
    }
    return null
  },
}
