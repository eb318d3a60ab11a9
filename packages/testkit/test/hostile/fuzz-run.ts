// Fuzzes in processes of their own, side by side: what is loaded in one is not measured in another, and one that hangs or dies is a result.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Fuzzed } from './fuzz-target.ts'

const FOLDER = import.meta.dirname
const TESTKIT = fileURLToPath(new URL('../../', import.meta.url))

export interface FuzzProcess {
  readonly inputs: number
  readonly seed: number
  /** Of `TARGETS`; all where none is named. */
  readonly targets?: readonly string[]
  /** Of the testkit that is run; this one by default. */
  readonly home?: string
  /** `http-process.ts`: over sockets. */
  readonly script?: string
  readonly onTarget?: (fuzzed: Fuzzed) => void
}

export interface FuzzResult {
  readonly targets: readonly Fuzzed[]
  /** What ended it: an input that it hung on, or what it said last. Undefined where it went through. */
  readonly died?: string
}

export async function fuzzInProcess({
  inputs,
  seed,
  targets = [],
  home = TESTKIT,
  script = 'fuzz-process.ts',
  onTarget,
}: FuzzProcess): Promise<FuzzResult> {
  const path = join(home, FOLDER.slice(TESTKIT.length), script)
  const args = ['--import', 'tsx', path, String(Math.ceil(inputs)), String(seed), ...targets]
  // The environment of a test runner is not its own.
  const env = { ...process.env, NODE_OPTIONS: undefined, VITEST: undefined }
  const child = spawn(process.execPath, args, { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const fuzzed: Fuzzed[] = []
  let [said, hangs] = ['', undefined as string | undefined]
  child.stderr.on('data', (chunk) => (said = `${said}${chunk}`.slice(-2_000)))
  for await (const line of createInterface({ input: child.stdout })) {
    // The script's own format.
    const told = JSON.parse(line) as Fuzzed | { readonly hangs: string }
    if ('hangs' in told) hangs = told.hangs
    else {
      fuzzed.push(told)
      onTarget?.(told)
    }
  }
  const code = child.exitCode ?? (await new Promise<number | null>((resolve) => child.once('close', resolve)))
  if (hangs !== undefined) return { targets: fuzzed, died: `it hangs on ${hangs}` }
  return code === 0 || code === 1 ? { targets: fuzzed } : { targets: fuzzed, died: `it ended with ${code}: ${said}` }
}

export function branchShare({ files }: Fuzzed): number {
  const [branches, taken] = [
    files.reduce((sum, one) => sum + one.branches, 0),
    files.reduce((sum, one) => sum + one.taken, 0),
  ]
  return branches === 0 ? 1 : taken / branches
}

/** A line of the table for each. */
export function fuzzTable(targets: readonly Fuzzed[]): string {
  const head = `${'target'.padEnd(22)}${'inputs'.padStart(10)}${'accepted'.padStart(10)}${'branches'.padStart(10)}${'slowest'.padStart(10)}`
  const lines = targets.map((one) => {
    const branches = one.files.length === 0 ? '-' : percent(branchShare(one))
    const accepted = percent(one.accepted / one.tried)
    return `${one.name.padEnd(22)}${String(one.tried).padStart(10)}${accepted.padStart(10)}${branches.padStart(10)}${`${Math.round(one.slowest)} ms`.padStart(10)}`
  })
  return [head, ...lines].join('\n')
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
