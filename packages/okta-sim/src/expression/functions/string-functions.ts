// String.* and the older ones without the prefix (O809 to O811).
import { type ExpressionFunction, ofTexts, textOf, wholeOf } from '../expression-function.ts'
import { Failure, limited } from '../value.ts'

const upper = ofTexts(1, (text = '') => text.toUpperCase())
const lower = ofTexts(1, (text = '') => text.toLowerCase())
const after = ofTexts(2, (text = '', mark = '') =>
  text.includes(mark) ? text.slice(text.indexOf(mark) + mark.length) : '',
)
const before = ofTexts(2, (text = '', mark = '') => (text.includes(mark) ? text.slice(0, text.indexOf(mark)) : text))
const substring: ExpressionFunction = {
  ...{ least: 3, most: 3 },
  run([text, from, to], rule) {
    const whole = textOf(text, rule)
    const [begin, end] = [wholeOf(from), wholeOf(to)]
    if (begin < 0 || end < begin || end > whole.length) throw new Failure('There is no such part of the text.')
    return whole.slice(begin, end)
  },
}

export const STRING_FUNCTIONS: Readonly<Record<string, ExpressionFunction>> = {
  'String.append': ofTexts(2, (one = '', other = '') => limited(one + other)),
  'String.join': {
    ...{ least: 2, most: Number.POSITIVE_INFINITY },
    run: ([by, ...parts], rule) => limited(parts.map((part) => textOf(part, rule)).join(textOf(by, rule))),
  },
  'String.len': ofTexts(1, (text = '') => text.length),
  'String.removeSpaces': ofTexts(1, (text = '') => text.replaceAll(' ', '')),
  'String.replace': ofTexts(3, (text = '', what = '', by = '') => replaced(text, what, by)),
  'String.replaceFirst': ofTexts(3, (text = '', what = '', by = '') => limited(text.replace(what, () => by))),
  'String.startsWith': ofTexts(2, (text = '', begin = '') => text.startsWith(begin)),
  'String.stringContains': ofTexts(2, (text = '', part = '') => text.includes(part)),
  'String.stringSwitch': {
    ...{ least: 2, most: Number.POSITIVE_INFINITY },
    run([input, otherwise = null, ...cases], rule) {
      const text = textOf(input, rule)
      for (let at = 0; at + 1 < cases.length; at += 2)
        if (text.includes(textOf(cases[at], rule))) return cases[at + 1] ?? null
      return otherwise
    },
  },
  'String.substring': substring,
  'String.substringAfter': after,
  'String.substringBefore': before,
  'String.toLowerCase': lower,
  'String.toUpperCase': upper,
  substring,
  substringAfter: after,
  substringBefore: before,
  toLowerCase: lower,
  toUpperCase: upper,
}

/** The length is known before the text is made. */
function replaced(text: string, what: string, by: string): string {
  if (what === '') return text
  const parts = text.split(what)
  if (text.length + (parts.length - 1) * by.length > 20_000) throw new Failure('The text became too long.')
  return limited(parts.join(by))
}
