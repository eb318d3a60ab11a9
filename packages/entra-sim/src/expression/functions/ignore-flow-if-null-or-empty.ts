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
  parameters: [parameter('expression', { takesList: true })],
  evaluate: (given) => {
    const value = given[0] ?? null
    return isEmptyValue(value) ? { kind: 'skip', reason: 'IgnoreFlowIfNullOrEmpty', scope: 'attribute' } : value
  },
}
