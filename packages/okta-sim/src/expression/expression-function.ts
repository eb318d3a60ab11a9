import { Failure, type Value } from './value.ts'

/** What a text function is to make of null, which is written down nowhere (O821). */
export type NullRule = 'empty' | 'text' | 'fails'

export interface ExpressionFunction {
  readonly least: number
  readonly most: number
  run(args: readonly Value[], rule: NullRule): Value
}

export function textOf(value: Value | undefined, rule: NullRule): string {
  if (value === null || value === undefined) {
    if (rule === 'fails') throw new Failure('A text was null.')
    return rule === 'empty' ? '' : 'null'
  }
  return typeof value === 'object' ? value.join(',') : String(value)
}

/** A function of texts alone. */
export function ofTexts(count: number, run: (...texts: readonly string[]) => Value): ExpressionFunction {
  return { least: count, most: count, run: (args, rule) => run(...args.map((one) => textOf(one, rule))) }
}

export function wholeOf(value: Value | undefined): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw new Failure('A whole number was expected.')
  return number
}
