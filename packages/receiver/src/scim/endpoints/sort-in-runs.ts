import type { Steps } from '../answer/steps.ts'

/** So many are put in order in one step; a merge goes on for as many. */
const RUN = 1_024

/** The items in order, ties as they came: runs that are sorted, then merged two by two, in steps that cost about the same. */
export function* sortInRuns<Item>(
  items: readonly Item[],
  compare: (left: Item, right: Item) => number,
  run = RUN,
): Steps<readonly Item[]> {
  let runs: (readonly Item[])[] = []
  for (let from = 0; from < items.length; from += run) {
    runs.push(items.slice(from, from + run).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const longer: (readonly Item[])[] = []
    for (let at = 0; at < runs.length; at += 2) longer.push(yield* merged(runs[at] ?? [], runs[at + 1] ?? [], compare))
    runs = longer
  }
  return runs[0] ?? []
}

function* merged<Item>(
  left: readonly Item[],
  right: readonly Item[],
  compare: (left: Item, right: Item) => number,
): Steps<readonly Item[]> {
  const both: Item[] = []
  let [fromLeft, fromRight] = [0, 0]
  for (;;) {
    const [one, other] = [left[fromLeft], right[fromRight]]
    if (one === undefined || other === undefined) break
    if (compare(one, other) <= 0) {
      both.push(one)
      fromLeft += 1
    } else {
      both.push(other)
      fromRight += 1
    }
    if (both.length % RUN === 0) yield
  }
  return both.concat(left.slice(fromLeft), right.slice(fromRight))
}
