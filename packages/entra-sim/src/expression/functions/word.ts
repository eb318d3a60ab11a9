import { integerAt, parameter, type StrictFunction, textAt } from '../expression-function.ts'

/**
 * `Word(string, wordNumber, delimiters)`: one word, counted from 1; each delimiter character separates, empty words do
 * not count, and without a delimiter the whole text is word 1. A number below 1, too few words and null give "".
 * Source: Microsoft function reference [documented]; empty words [decided].
 */
export const word: StrictFunction = {
  kind: 'strict',
  name: 'Word',
  listed: true,
  describes: 'One word of a text, counted from 1.',
  example: { expression: 'Word("Anna Maria Berg", 2, " ")', result: 'Maria' },
  parameters: [parameter('string'), parameter('wordNumber', { type: 'Integer' }), parameter('delimiters')],
  evaluate: (given) => {
    const number = integerAt(given, 1, 'wordNumber')
    if (typeof number !== 'number') return number
    return words(textAt(given, 0) ?? '', textAt(given, 2) ?? '')[number - 1] ?? ''
  },
}

function words(text: string, delimiters: string): readonly string[] {
  const list = ['']
  for (const character of text) {
    if (delimiters.includes(character)) list.push('')
    else list[list.length - 1] += character
  }
  return list.filter((one) => one !== '')
}
