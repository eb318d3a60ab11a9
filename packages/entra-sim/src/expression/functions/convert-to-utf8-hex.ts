import { utf8 } from '../bytes.ts'
import { parameter, type StrictFunction, textAt } from '../expression-function.ts'

/**
 * `ConvertToUTF8Hex(source)`: upper-case hexadecimal of the UTF-8 bytes. Null stays null.
 * Source: Microsoft function reference [documented]; null [decided].
 */
export const convertToUtf8Hex: StrictFunction = {
  kind: 'strict',
  name: 'ConvertToUTF8Hex',
  listed: true,
  describes: 'Hexadecimal of the text in UTF-8.',
  example: { expression: 'ConvertToUTF8Hex("Anna")', result: '416E6E61' },
  parameters: [parameter('source')],
  evaluate: (given) => {
    const source = textAt(given, 0)
    return source === null ? null : utf8(source).map(hex).join('')
  },
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0').toUpperCase()
}
