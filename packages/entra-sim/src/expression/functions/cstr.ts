import { parameter, type StrictFunction, textAt } from '../expression-function.ts'

/**
 * `CStr(value)`: the value as text; a Boolean is `True` or `False`, null stays null.
 * Source: Microsoft function reference [documented].
 */
export const cStr: StrictFunction = {
  kind: 'strict',
  name: 'CStr',
  listed: true,
  parameters: [parameter('value')],
  evaluate: (given) => textAt(given, 0),
}
