import { integerAt, isSupplied, optional, parameter, type StrictFunction, textAt } from '../expression-function.ts'

/**
 * `InStr(value1, value2, start, compareType)`: 1-based place of value2 in value1, 0 when it is absent. The place counts
 * from the beginning of value1 even when the search starts later. `vbTextCompare` ignores case; the default is
 * `vbBinaryCompare`. Null is searched as "". A start below 1 begins at 1.
 * Source: Microsoft function reference [documented]; 0 and the default compare [inferred].
 */
export const inStr: StrictFunction = {
  kind: 'strict',
  name: 'InStr',
  listed: true,
  describes: 'The place of a text within another, from 1; 0 where it is not in it.',
  example: { expression: 'InStr("anna@contoso.com", "@")', result: '5' },
  parameters: [
    parameter('value1'),
    parameter('value2'),
    optional('start', { type: 'Integer' }),
    optional('compareType'),
  ],
  evaluate: (given) => {
    const start = isSupplied(given, 2) ? integerAt(given, 2, 'start') : 1
    if (typeof start !== 'number') return start
    const ignoresCase = isTextCompare(textAt(given, 3))
    const value1 = textAt(given, 0) ?? ''
    const value2 = textAt(given, 1) ?? ''
    const from = Math.max(0, start - 1)
    if (value1 === '' || from >= value1.length) return '0'
    const place = ignoresCase ? value1.toLowerCase().indexOf(value2.toLowerCase(), from) : value1.indexOf(value2, from)
    return String(place + 1)
  },
}

/** VB's compare constants: 1 is text, 0 is binary. */
function isTextCompare(compareType: string | null): boolean {
  return compareType?.toLowerCase() === 'vbtextcompare' || compareType === '1'
}
