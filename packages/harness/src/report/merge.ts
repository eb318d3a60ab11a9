// Results of several machines as one: as if one had run everything.
import { type RunResult, type ScenarioResult, summarise } from './result.ts'

/** Why results cannot be one, each in a sentence. */
export type Unmergeable = readonly string[]

/** A result, with the name of its file. */
interface Part {
  readonly name: string
  readonly run: RunResult
}

/** @param parts each with the name of its file, for messages */
export function mergeResults(parts: readonly Part[]): { readonly run: RunResult } | { readonly problems: Unmergeable } {
  const sharded = [...otherTargets(parts), ...shardProblems(parts), ...twiceSharded(parts)]
  const problems = sharded.length > 0 ? sharded : twiceRun(parts)
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
      isInterrupted: runs.some(({ outcome }) => outcome === 'interrupted'),
      notPutBack: runs.flatMap((run) => (run === damaged ? run.notAsBefore.slice(1) : run.notAsBefore)),
    }),
  }
}

function shardProblems(parts: readonly Part[]): Unmergeable {
  const sharded = parts.filter(({ run }) => run.shard)
  const of = sharded[0]?.run.shard?.of ?? 0
  const odd = sharded.filter(({ run }) => run.shard?.of !== of)
  if (odd.length > 0)
    return odd.map(({ name, run }) => `${name} is one of ${run.shard?.of} shards, and others are of ${of}.`)
  const there = new Set(sharded.map(({ run }) => run.shard?.index))
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((index) => !there.has(index))
  return [...otherPlans(sharded), ...missing.map((index) => `The result of shard ${index}/${of} is missing.`)]
}

/** Machines with other files leave some of them out between them. */
function otherPlans(sharded: readonly Part[]): Unmergeable {
  const [first] = sharded
  const others = sharded.filter(({ run }) => run.shard?.plan !== first?.run.shard?.plan)
  return others.map(
    ({ name }) =>
      `${first?.name} and ${name} have shared out the files differently. Give all machines the same scenarios, the same --durations, ` +
      '--filter, --tags and --seed, and the same version of Scimulator.',
  )
}

function otherTargets(parts: readonly Part[]): Unmergeable {
  const [first] = parts
  const others = parts.filter(({ run }) => run.target !== first?.run.target)
  return others.map(({ name, run }) => `${first?.name} is about ${first?.run.target}, and ${name} about ${run.target}.`)
}

/** The same result twice, or a shard that two machines have run, in one line instead of one for each scenario. */
function twiceSharded(parts: readonly Part[]): Unmergeable {
  const first = new Map<string, string>()
  return parts.flatMap(({ name, run }) => {
    const shard = run.shard && `${run.shard.index}/${run.shard.of}`
    if (shard === undefined) return []
    const other = first.get(shard)
    first.set(shard, other ?? name)
    return other === undefined ? [] : [`Shard ${shard} is in ${other} and in ${name}.`]
  })
}

function twiceRun(parts: readonly Part[]): Unmergeable {
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
