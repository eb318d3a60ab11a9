import { optional, parameter, type StrictFunction, textAt } from '../expression-function.ts'
import { toLowerInvariant, toUpperInvariant } from '../letter-case.ts'

/**
 * What separates words for .NET's `TextInfo.ToTitleCase`: everything that is neither a letter, a mark, a number, nor an
 * apostrophe.
 */
const separator = /[\p{Z}\p{Cc}\p{Cf}\p{Pc}\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}\p{Sm}\p{Sc}\p{Sk}\p{So}]/u

/**
 * `PCase(source, wordSeparators)`: the first letter of each word in upper case, the rest in lower case. Without
 * separators the word rules of .NET's ToTitleCase hold: an apostrophe does not separate (`O'brien`), digits neither
 * separate nor start a word, so a letter after leading ones does (`3Rd`). With separators only those characters separate. Null stays null.
 * Source: Microsoft function reference [documented]; apostrophe [decided, after .NET].
 */
export const pCase: StrictFunction = {
  kind: 'strict',
  name: 'PCase',
  listed: true,
  describes: 'Each word with a capital letter.',
  example: { expression: 'PCase("anna berg")', result: 'Anna Berg' },
  parameters: [parameter('source'), optional('wordSeparators')],
  evaluate: (given) => {
    const source = textAt(given, 0)
    if (source === null) return null
    const separators = textAt(given, 1)
    return separators === null ? titleCase(source) : capitalizeAfter(source, [...separators])
  },
}

function capitalizeAfter(source: string, separators: readonly string[]): string {
  let atStart = true
  let text = ''
  for (const character of toLowerInvariant(source)) {
    text += atStart ? toUpperInvariant(character) : character
    atStart = separators.includes(character)
  }
  return text
}

function titleCase(source: string): string {
  let atStart = true
  let text = ''
  for (const character of toLowerInvariant(source)) {
    const isLetter = /\p{L}/u.test(character)
    text += isLetter && atStart ? toUpperInvariant(character) : character
    if (isLetter) atStart = false
    else if (character !== "'" && separator.test(character)) atStart = true
  }
  return text
}
