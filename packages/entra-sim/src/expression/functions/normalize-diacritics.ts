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

/**
 * `NormalizeDiacritics(source)`: letters without their marks; æ → ae, ø → oe, ß → ss; å, ä, ö and ü lose their marks
 * only. đ, þ, ð and a plain œ are not listed and stay. Null stays null.
 * Source: Microsoft function reference, table [documented]; letters that it does not list [resolved].
 */
export const normalizeDiacritics: StrictFunction = {
  kind: 'strict',
  name: 'NormalizeDiacritics',
  listed: true,
  parameters: [parameter('source')],
  evaluate: (given) => {
    const source = textAt(given, 0)
    if (source === null) return null
    const composed = special.reduce((text, [pattern, plain]) => text.replace(pattern, plain), source.normalize('NFC'))
    return composed
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC')
  },
}
