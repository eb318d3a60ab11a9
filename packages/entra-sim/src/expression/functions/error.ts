import { parameter, type StrictFunction, textAt } from '../expression-function.ts'
import { failure } from '../value.ts'

/**
 * `Error(message)`: always an error with that message. Source: Microsoft cloud sync function reference [inferred].
 */
export const error: StrictFunction = {
  kind: 'strict',
  name: 'Error',
  listed: false,
  describes: 'Fails with a message.',
  example: { expression: 'Error("nobody may get here")' },
  parameters: [parameter('message')],
  evaluate: (given) => failure(textAt(given, 0) ?? 'The expression raised an error.'),
}
