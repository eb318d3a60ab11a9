// A process that fuzzes over HTTP: `http-process.ts INPUTS SEED [TARGET…]`. Prints a line of JSON for each target and each stretch of one,
// and ends with 1 where one hurt.
import { Coverage } from './coverage.ts'
import { fuzzTarget } from './fuzz-target.ts'
import { HTTP_TARGETS, httpShareOf } from './over-http.ts'
import { toldTo } from './told.ts'
import { Watch } from './try-input.ts'
import { Watchdog } from './watchdog.ts'

const [inputs = '3000', seed = '1', ...asked] = process.argv.slice(2)
const names = Object.keys(HTTP_TARGETS).filter((name) => asked.length === 0 || asked.includes(name))
const watchdog = new Watchdog()
const watch = new Watch(watchdog)
/** Nothing is guided: the branches are those of other processes. */
const coverage = new Coverage()
try {
  for (const name of names) await fuzzServer(name)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  process.exitCode = 2
}
await watchdog.close()
process.exit()

async function fuzzServer(name: string): Promise<void> {
  const { share = 0, open } = HTTP_TARGETS[name] ?? {}
  const target = await open?.()
  if (!target) return
  const fuzzed = await fuzzTarget(
    { ...target, name: `${target.name}, HTTP`, files: [] },
    {
      inputs: Math.ceil((Number(inputs) * share) / httpShareOf(names)),
      // By its place among all, so that it is the same alone.
      seed: Number(seed) * 1_000 + Object.keys(HTTP_TARGETS).indexOf(name),
      ...{ coverage, watch, onStretch: toldTo(process.stdout) },
    },
  )
  process.stdout.write(`${JSON.stringify(fuzzed)}\n`)
  if (fuzzed.failure) process.exitCode = 1
  await target.close?.()
}
