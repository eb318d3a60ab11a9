import { parameter, type StrictFunction, textAt } from '../expression-function.ts'

/**
 * `CStr(value)`: the value as text; a Boolean is `True` or `False`, null stays null.
 * Source: Microsoft function reference [documented].
 */
export const cStr: StrictFunction = {
  kind: 'strict',
  name: 'CStr',
  listed: true,
  describes: 'A value as text.',
  example: { expression: 'CStr("42")', result: '42' },
  parameters: [parameter('value')],
  evaluate: (given) => textAt(given, 0),
}
