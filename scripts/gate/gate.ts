// What `.ci/run` does after `npm ci`: the parts one after the other, a table of what they took, and one closing line over all tests.
//   node --import tsx scripts/gate/gate.ts [REAL USER SYS], the seconds that installing took
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { budgetTable, isOverBudget, slowMachine, type Taken } from './budget.ts'
import { countTests, failedTests, type Tally } from './count-tests.ts'
import { slowness } from './machine-speed.ts'
import { INSTALL_BUDGET, PARTS, type Part } from './parts.ts'
import { samplesIn } from './sample.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Ticks of /proc in a second, on every Linux that Node runs on. */
const TICKS = 100

const home = mkdtempSync(join(tmpdir(), 'scimulator-gate-'))
/** The package that `test:package` installs, for every test after it that starts the command. */
const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  NO_COLOR: '1',
  CI: 'true',
  // The commands that tests try must not speak to GitHub where it runs the gate.
  GITHUB_ACTIONS: undefined,
  GITHUB_STEP_SUMMARY: undefined,
  SCIMULATOR_INSTALLED: join(home, 'installed'),
  SCIMULATOR_BIN: join(home, 'installed/node_modules/scimulator/bin/scimulator.js'),
}

/** Asked between the parts, when nothing of ours runs. */
let speed = await slowness()
const taken: Taken[] = [install()]
const samples: string[] = []
const failures: string[] = []
let tally: Tally = { passed: 0, failed: 0 }
try {
  for (const part of PARTS) {
    const { counted, sampled, named, ...result } = await carryOut(part)
    samples.push(...sampled)
    failures.push(...named.map((name) => `Failed in "${part.name}": ${name}`))
    taken.push(result)
    // A part that fails without saying which test counts as one.
    const failed = counted.failed + (result.failed && counted.failed === 0 ? 1 : 0)
    tally = { passed: tally.passed + counted.passed, failed: tally.failed + failed }
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}
const over = taken.filter(isOverBudget)
console.log(`\n${budgetTable(taken)}\n`)
const aboutMachine = slowMachine(taken)
if (aboutMachine !== undefined) console.log(aboutMachine)
for (const line of samples) console.log(line)
// Here, because the output above is long, and some show only the end of it.
for (const line of failures) console.log(line)
for (const { name } of over) console.log(`"${name}" took more than its budget.`)
console.log(`${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = over.length > 0 || taken.some(({ failed }) => failed) ? 1 : 0

function install(): Taken {
  const [wall = 0, user = 0, sys = 0] = process.argv.slice(2).map(Number)
  // Most of it is waiting for a registry, which says nothing about us: it is judged by the work it makes.
  const busy = Number.POSITIVE_INFINITY
  return { name: 'install', budget: INSTALL_BUDGET, wall, own: user + sys, busy, failed: false, slowness: speed }
}

interface Done extends Taken {
  readonly counted: Tally
  readonly sampled: readonly string[]
  readonly named: readonly string[]
}

/** All commands of a part, also after one that failed, so that one run shows everything. */
async function carryOut({ name, budget, commands }: Part): Promise<Done> {
  const before = { at: performance.now(), own: ownSeconds(), busy: busySeconds() }
  let failed = false
  let log = ''
  for (const command of commands) {
    console.log(`\n> ${command}`)
    const ended = await run(command)
    log += ended.log
    failed ||= ended.code !== 0
  }
  const wall = (performance.now() - before.at) / 1000
  const own = ownSeconds() - before.own
  const [slowBefore, slowAfter] = [speed, await slowness()]
  speed = slowAfter
  return {
    name,
    budget,
    wall,
    own,
    busy: busySeconds() - before.busy,
    failed,
    slowness: (slowBefore + slowAfter) / 2,
    counted: countTests(log),
    sampled: samplesIn(log),
    named: failedTests(log),
  }
}

function run(command: string): Promise<{ readonly code: number | null; readonly log: string }> {
  const child = spawn(command, { cwd: ROOT, env, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  // Vitest names what failed on stderr.
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const)
    from.on('data', (chunk: Buffer) => {
      to.write(chunk)
      log += chunk.toString()
    })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, log })))
}

/** CPU time of all commands that have ended so far; 0 where there is no /proc. */
function ownSeconds(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    // cutime and cstime, fields 16 and 17 of proc(5); the first two are cut off with the name.
    return (Number(fields[13]) + Number(fields[14])) / TICKS
  } catch {
    return 0
  }
}

function busySeconds(): number {
  const milliseconds = cpus().map(({ times }) => times.user + times.nice + times.sys + times.irq)
  return milliseconds.reduce((total, one) => total + one, 0) / 1000
}
