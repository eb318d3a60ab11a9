import { parameter, type StrictFunction, textAt } from '../expression-function.ts'

/** Letters that become two, and letters that no canonical decomposition takes apart. Combining marks are written out. */
const special: readonly (readonly [RegExp, string])[] = [
  [/[\u00e6\u01e3]/g, 'ae'],
  [/[\u00c6\u01e2]/g, 'AE'],
  [/\u00f8\u0304?|\u0153\u0304/g, 'oe'],
  [/\u00d8\u0304?|\u0152\u0304/g, 'OE'],
  [/\u00df/g, 'ss'],
  [/\u0131/g, 'i'],
  [/\u0142/g, 'l'],
  [/\u0141/g, 'L'],
]

/** The letters of Microsoft's table, and the marks that they have there; each has one. Vietnamese letters are not among them. */
const LETTER = /^[acdegilnorstuyz][\u0300-\u0304\u0306-\u0308\u030a-\u030c\u0326-\u0328\u0331]$/i

/**
 * `NormalizeDiacritics(source)`: letters without their marks; æ → ae, ø → oe, ß → ss; å, ä, ö and ü lose their marks
 * only. Letters that are not in the table stay: đ, þ, ð, a plain œ, and those with two marks, such as ồ. Null stays null.
 * Source: Microsoft function reference, table [documented]; MicrosoftDocs/azure-docs#106226 (ồ stays).
 */
export const normalizeDiacritics: StrictFunction = {
  kind: 'strict',
  name: 'NormalizeDiacritics',
  listed: true,
  describes: 'Letters without their marks.',
  example: { expression: 'NormalizeDiacritics("Zoë Müller")', result: 'Zoe Muller' },
  parameters: [parameter('source')],
  evaluate: (given) => {
    const source = textAt(given, 0)
    if (source === null) return null
    const composed = special.reduce((text, [pattern, plain]) => text.replace(pattern, plain), source.normalize('NFC'))
    return Array.from(composed, withoutMark).join('')
  },
}

function withoutMark(letter: string): string {
  const parts = letter.normalize('NFD')
  return LETTER.test(parts) ? (parts[0] ?? letter) : letter
}
