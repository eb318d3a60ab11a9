import { bytesFromBase64, textFromBytes } from '../bytes.ts'
import { optional, parameter, type StrictFunction, textAt } from '../expression-function.ts'
import { failure } from '../value.ts'

/**
 * `ConvertFromBase64(source, encoding)`: the text behind base64; encoding `Unicode` (default), `ASCII` or `UTF8`.
 * Null stays null; text that is not base64 is an error. Source: Microsoft cloud sync function reference [inferred].
 */
export const convertFromBase64: StrictFunction = {
  kind: 'strict',
  name: 'ConvertFromBase64',
  listed: false,
  describes: 'The text behind base64.',
  example: { expression: 'ConvertFromBase64("QQBuAG4AYQA=")', result: 'Anna' },
  parameters: [parameter('source'), optional('encoding')],
  evaluate: (given) => {
    const source = textAt(given, 0)
    if (source === null) return null
    const bytes = bytesFromBase64(source)
    if (bytes === null) return failure(`"${source}" is not base64.`)
    const encoding = textAt(given, 1) ?? 'Unicode'
    return textFromBytes(bytes, encoding) ?? failure(`The encoding ${encoding} is not Unicode, ASCII or UTF8.`)
  },
}
