import { base64FromBytes, utf16LittleEndian } from '../bytes.ts'
import { parameter, type StrictFunction, textAt } from '../expression-function.ts'

/**
 * `ConvertToBase64(source)`: base64 of the UTF-16LE bytes, without a byte order mark. Null stays null.
 * Source: Microsoft function reference [documented]; null [decided].
 */
export const convertToBase64: StrictFunction = {
  kind: 'strict',
  name: 'ConvertToBase64',
  listed: true,
  describes: 'Base64 of the text in UTF-16.',
  example: { expression: 'ConvertToBase64("Anna")', result: 'QQBuAG4AYQA=' },
  parameters: [parameter('source')],
  evaluate: (given) => {
    const source = textAt(given, 0)
    return source === null ? null : base64FromBytes(utf16LittleEndian(source))
  },
}
