// `npm run bench -- --against REV`: the rows of this tree and those of another commit, in turns, each run a process of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Measurement } from '../measure.ts'
import { type Comparison, compare } from './compare.ts'
import { tableOf } from './table.ts'
import { openWorktree, type Worktree } from './worktree.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Medians of three. */
const RUNS = 3

export interface AgainstOptions {
  readonly revision: string
  readonly patterns: readonly string[]
  readonly rounds: string
  readonly slice: string
  readonly json?: string | undefined
}

/** @returns the exit code: 0 compared, 2 nothing to compare */
export async function benchAgainst(options: AgainstOptions): Promise<number> {
  const papers = mkdtempSync(join(tmpdir(), 'scimulator-bench-json-'))
  let opened: Worktree | undefined
  const cleanUp = (): void => {
    opened?.remove()
    rmSync(papers, { recursive: true, force: true })
  }
  // Before there is a worktree: a stop while it is made ends git or npm, and what they have left is removed where it is made.
  const stopped = cleanUpWhenStopped(cleanUp)
  try {
    const tree = openWorktree(ROOT, options.revision)
    opened = tree
    console.log(`This tree against ${tree.commit}, ${RUNS} runs of each in turns, Node ${process.version}`)
    const runs = { before: [] as (readonly Measurement[])[], after: [] as (readonly Measurement[])[] }
    for (let run = 1; run <= RUNS; run += 1) {
      const paper = (side: string): string => join(papers, `${side}-${run}.json`)
      const sides = [
        async () => void runs.before.push(await measured(tree.folder, paper('before'), options, stopped)),
        async () => void runs.after.push(await measured(ROOT, paper('after'), options, stopped)),
      ]
      // Who begins takes turns as well: a machine that warms up or slows down strikes both alike.
      for (const side of run % 2 === 1 ? sides : sides.reverse()) await side()
      console.log(`run ${run} of ${RUNS} done`)
    }
    return tell(compare(runs.before, runs.after), tree.commit, options.json)
  } finally {
    cleanUp()
  }
}

function tell(comparison: Comparison, commit: string, json: string | undefined): number {
  for (const line of tableOf(comparison)) console.log(line)
  const told = { node: process.version, against: commit, runs: RUNS, ...comparison }
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(told, null, 2)}\n`)
  return comparison.differences.length > 0 ? 0 : 2
}

/** What runs when the command is told to stop is ended with it. */
interface Stopping {
  child: ChildProcess | undefined
}

function cleanUpWhenStopped(cleanUp: () => void): Stopping {
  const stopping: Stopping = { child: undefined }
  const stop = (code: number) => (): void => {
    stopping.child?.kill('SIGKILL')
    cleanUp()
    process.exit(code)
  }
  process.once('SIGINT', stop(130))
  process.once('SIGTERM', stop(143))
  return stopping
}

async function measured(
  cwd: string,
  paper: string,
  { patterns, rounds, slice }: AgainstOptions,
  stopping: Stopping,
): Promise<readonly Measurement[]> {
  const args = ['--import', 'tsx', 'bench/run.ts', ...patterns, '--rounds', rounds, '--slice', slice, '--json', paper]
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  stopping.child = child
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  stopping.child = undefined
  // 2: no row fits there, which is told as rows that only the other one has.
  if (code === 2) return []
  if (code !== 0) throw new Error(`The benches of ${cwd} ended with ${code}.`)
  return JSON.parse(readFileSync(paper, 'utf8')).measurements
}
