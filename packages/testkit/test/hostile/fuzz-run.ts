// Fuzzes in processes of their own, side by side: what is loaded in one is not measured in another, and one that hangs or dies is a result.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Fuzzed, Stretch } from './fuzz-target.ts'

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
  readonly onStretch?: (stretch: Stretch) => void
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
  onStretch,
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
    const told = JSON.parse(line) as Fuzzed | { readonly hangs: string } | { readonly stretch: Stretch }
    if ('hangs' in told) hangs = told.hangs
    else if ('stretch' in told) onStretch?.(told.stretch)
    else fuzzed.push(told)
  }
  const code = child.exitCode ?? (await new Promise<number | null>((resolve) => child.once('close', resolve)))
  if (hangs !== undefined) return { targets: fuzzed, died: `it hangs on ${hangs}` }
  return code === 0 || code === 1 ? { targets: fuzzed } : { targets: fuzzed, died: `it ended with ${code}: ${said}` }
}
