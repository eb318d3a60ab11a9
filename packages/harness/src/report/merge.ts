// Results of several machines as one: as if one had run everything.
import { type RunResult, type ScenarioResult, summarise } from './result.ts'

/** Why results cannot be one, each in a sentence. */
export type Unmergeable = readonly string[]

/** @param parts each with the name of its file, for messages */
export function mergeResults(
  parts: readonly { readonly name: string; readonly run: RunResult }[],
): { readonly run: RunResult } | { readonly problems: Unmergeable } {
  const problems = [...shardProblems(parts), ...twiceRun(parts)]
  if (problems.length > 0) return { problems }
  const runs = parts.map(({ run }) => run)
  const scenarios = runs.flatMap((run) => run.scenarios).toSorted(byFile)
  // The machines ran side by side.
  const durationMs = Math.max(0, ...runs.map((run) => run.durationMs))
  const target = runs[0]?.target ?? 'receiver'
  const damaged = runs.find(({ outcome }) => outcome === 'damage')
  return {
    run: summarise(scenarios, target, durationMs, {
      gone: runs.find(({ ended }) => ended !== undefined)?.ended,
      damage: damaged?.notAsBefore[0],
      notPutBack: runs.flatMap((run) => (run === damaged ? run.notAsBefore.slice(1) : run.notAsBefore)),
    }),
  }
}

function shardProblems(parts: readonly { readonly name: string; readonly run: RunResult }[]): readonly string[] {
  const sharded = parts.filter(({ run }) => run.shard)
  const of = sharded[0]?.run.shard?.of ?? 0
  const odd = sharded.filter(({ run }) => run.shard?.of !== of)
  if (odd.length > 0)
    return odd.map(({ name, run }) => `${name} is one of ${run.shard?.of} shards, and others are of ${of}.`)
  const there = new Set(sharded.map(({ run }) => run.shard?.index))
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((index) => !there.has(index))
  return missing.map((index) => `The result of shard ${index}/${of} is missing.`)
}

function twiceRun(parts: readonly { readonly name: string; readonly run: RunResult }[]): readonly string[] {
  const first = new Map<string, string>()
  return parts.flatMap(({ name, run }) =>
    run.scenarios.flatMap((scenario) => {
      const key = keyOf(scenario)
      const other = first.get(key)
      first.set(key, other ?? name)
      return other === undefined ? [] : [`${key} is in ${other} and in ${name}.`]
    }),
  )
}

function keyOf({ file, combination }: ScenarioResult): string {
  return combination === '' ? file : `${file} [${combination}]`
}

/** Combinations of a file are in its own order, and in one part together. */
function byFile(a: ScenarioResult, b: ScenarioResult): number {
  if (a.file === b.file) return 0
  return a.file < b.file ? -1 : 1
}
