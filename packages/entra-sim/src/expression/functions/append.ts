import { parameter, type StrictFunction, textAt } from '../expression-function.ts'

/**
 * `Append(source, suffix)`: the two texts one after the other. A null source stays null; a null suffix adds nothing.
 * Source: Microsoft function reference [documented]; null [decided].
 */
export const append: StrictFunction = {
  kind: 'strict',
  name: 'Append',
  listed: true,
  describes: 'Puts a text behind another.',
  example: { expression: 'Append("anna", "@contoso.com")', result: 'anna@contoso.com' },
  parameters: [parameter('source'), parameter('suffix')],
  evaluate: (given) => {
    const source = textAt(given, 0)
    return source === null ? null : source + (textAt(given, 1) ?? '')
  },
}
