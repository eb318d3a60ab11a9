// The whole collection against an endpoint that answers after 20 ms, as `scimulator run scenarios --target URL` runs it; beside it the
// same endpoint with 20,000 people in it. One operation is one run of everything.
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runFiles } from '../packages/harness/src/scenario/run-files.ts'
import { guardOpened } from '../packages/harness/src/target/guarded-target.ts'
import { openGiven, parallelOf } from '../packages/harness/src/target/open-target.ts'
import { shippedPrograms } from '../packages/harness/src/world/programs.ts'
import type { AsyncBenchRow } from './bench-row.ts'
import { FOREIGN_TOKEN, type ForeignReady } from './foreign-server.ts'

const DELAY_MS = 20
const PEOPLE = 20_000

const root = fileURLToPath(new URL('..', import.meta.url))

interface Endpoint extends ForeignReady {
  readonly process: ChildProcess
}

let empty: Endpoint
let full: Endpoint

async function start(people: number): Promise<Endpoint> {
  const file = fileURLToPath(new URL('./foreign-server.ts', import.meta.url))
  const child = fork(file, ['serve', String(people), String(DELAY_MS)], { execArgv: ['--import', 'tsx'] })
  // tsx talks over the same channel.
  const ready = await new Promise<ForeignReady>((resolve) =>
    child.on('message', (said: object) => 'url' in said && resolve(said as ForeignReady)),
  )
  return { ...ready, process: child }
}

async function runCollection({ url }: Endpoint): Promise<void> {
  const opened = await openGiven({ url, token: FOREIGN_TOKEN }, false, { env: {} })
  const startedAt = performance.now()
  const cpuBefore = process.cpuUsage()
  const { run } = await runFiles(['scenarios'], {
    kinds: await shippedPrograms(),
    root,
    parallel: parallelOf(opened),
    target: await guardOpened(opened, { ledgerFolder: mkdtempSync(join(tmpdir(), 'scimulator-bench-')) }),
  })
  await opened.close()
  const seconds = (performance.now() - startedAt) / 1_000
  const { user, system } = process.cpuUsage(cpuBefore)
  const outcomes = [...new Set(run.scenarios.map(({ outcome }) => outcome))].sort()
  const counts = outcomes
    .map((one) => `${run.scenarios.filter(({ outcome }) => outcome === one).length} ${one}`)
    .join(', ')
  const cpu = ((user + system) / 1e6).toFixed(1)
  console.log(
    `  ${seconds.toFixed(1)} s, ${cpu} s of CPU: ${run.scenarios.length} runs, ${run.requests} requests, ${counts}`,
  )
}

export const asyncRows: AsyncBenchRow[] = [
  {
    name: `the collection at an endpoint ${DELAY_MS} ms away`,
    baseline: `the same with ${PEOPLE} people there`,
    target: '218 runs under 45 s; with the people at most 1.3 times as long',
    async prepare() {
      empty = await start(0)
      full = await start(PEOPLE)
    },
    ops: () => runCollection(empty),
    baselineOps: () => runCollection(full),
    async cleanup() {
      for (const { process: child } of [empty, full]) child.kill()
    },
  },
]
