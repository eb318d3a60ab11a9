import { parameter, type StrictFunction } from '../expression-function.ts'
import { isEmptyValue } from '../value.ts'

/**
 * `IgnoreFlowIfNullOrEmpty(expression)`: the value, or a skip of the attribute when it is null, "" or an empty list.
 * It must wrap the whole IIF and never be its condition. Source: Microsoft function reference [documented].
 */
export const ignoreFlowIfNullOrEmpty: StrictFunction = {
  kind: 'strict',
  name: 'IgnoreFlowIfNullOrEmpty',
  listed: true,
  describes: 'The value, or no value for the attribute at all where it is null or empty.',
  example: { expression: 'IgnoreFlowIfNullOrEmpty("Sales")', result: 'Sales' },
  parameters: [parameter('expression', { takesList: true })],
  evaluate: (given) => {
    const value = given[0] ?? null
    return isEmptyValue(value) ? { kind: 'skip', reason: 'IgnoreFlowIfNullOrEmpty', scope: 'attribute' } : value
  },
}
