// Arrays.* (O812). A list may be given as a text with commas.
import { type ExpressionFunction, textOf, wholeOf } from '../expression-function.ts'
import { Failure, type Value } from '../value.ts'

const MOST = 1_000

function listOf(value: Value | undefined): readonly string[] {
  if (value === null || value === undefined || value === '') return []
  return typeof value === 'object'
    ? value
    : String(value)
        .split(',')
        .map((one) => one.trim())
}

function limitedList(list: readonly string[]): readonly string[] {
  if (list.length > MOST) throw new Failure('The list became too long.')
  return list
}

export const ARRAY_FUNCTIONS: Readonly<Record<string, ExpressionFunction>> = {
  'Arrays.add': of(2, ([list, one], rule) => limitedList([...listOf(list), textOf(one, rule)])),
  'Arrays.clear': of(1, () => []),
  'Arrays.contains': of(2, ([list, one], rule) => listOf(list).includes(textOf(one, rule))),
  'Arrays.flatten': {
    ...{ least: 1, most: Number.POSITIVE_INFINITY },
    run: (args) => limitedList(args.flatMap(listOf)),
  },
  'Arrays.get': of(2, ([list, at]) => {
    const found = listOf(list)[wholeOf(at)]
    if (found === undefined) throw new Failure('The list has no such element.')
    return found
  }),
  'Arrays.isEmpty': of(1, ([list]) => listOf(list).length === 0),
  'Arrays.remove': of(2, ([list, one], rule) => listOf(list).filter((each) => each !== textOf(one, rule))),
  'Arrays.size': of(1, ([list]) => listOf(list).length),
  'Arrays.toCsvString': of(1, ([list]) => listOf(list).join(',')),
}

function of(count: number, run: ExpressionFunction['run']): ExpressionFunction {
  return { least: count, most: count, run }
}
