// Which files one of several machines runs. Each machine works it out by itself, from the same files and the same durations.

export interface Shard {
  /** From 1. */
  readonly index: number
  readonly of: number
}

/** Milliseconds of a file whose duration nobody knows. */
const UNKNOWN_MS = 1_000

/**
 * The files of one shard, in the order given: the longest first, each to the shard that has least to do. Over all shards every file is
 * there exactly once.
 *
 * @param durationOf milliseconds that a file took before; undefined when it is not known
 */
export function filesOfShard(
  files: readonly string[],
  { index, of }: Shard,
  durationOf: (file: string) => number | undefined = () => undefined,
): readonly string[] {
  const weighed = files.map((file, order) => ({ file, order, weight: durationOf(file) ?? UNKNOWN_MS }))
  const longestFirst = weighed.toSorted((a, b) => b.weight - a.weight || a.order - b.order)
  const loads = Array.from({ length: of }, () => 0)
  const mine = new Set<string>()
  for (const { file, weight } of longestFirst) {
    const lightest = loads.indexOf(Math.min(...loads))
    loads[lightest] = (loads[lightest] ?? 0) + weight
    if (lightest === index - 1) mine.add(file)
  }
  return files.filter((file) => mine.has(file))
}

/**
 * What `--shard` says: `2/4`, or `4` alone where a Kubernetes Indexed Job says the rest in JOB_COMPLETION_INDEX, which counts from 0.
 *
 * @returns undefined when it says nothing that can be meant
 */
export function readShard(text: string, completionIndex?: string): Shard | undefined {
  const [, first = '', second] = /^(\d{1,4})(?:\/(\d{1,4}))?$/.exec(text) ?? []
  const of = Number(second ?? first)
  const index = second === undefined ? Number(completionIndex ?? Number.NaN) + 1 : Number(first)
  return Number.isInteger(index) && index >= 1 && index <= of ? { index, of } : undefined
}
