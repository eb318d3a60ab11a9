import { parameter, type StrictFunction, textAt } from '../expression-function.ts'

/**
 * `StripSpaces(source)`: the text without U+0020; other white space stays. Null stays null.
 * Source: Microsoft function reference [documented]; null [decided].
 */
export const stripSpaces: StrictFunction = {
  kind: 'strict',
  name: 'StripSpaces',
  listed: true,
  describes: 'A text without its spaces.',
  example: { expression: 'StripSpaces("Anna Berg")', result: 'AnnaBerg' },
  parameters: [parameter('source')],
  evaluate: (given) => textAt(given, 0)?.replaceAll(' ', '') ?? null,
}
