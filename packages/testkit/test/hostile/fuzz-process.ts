// A process that fuzzes: `fuzz-process.ts INPUTS SEED [TARGET…]`. Prints a line of JSON for each target, and ends with 1 where one hurt.
import { Coverage } from './coverage.ts'
import { fuzzTarget } from './fuzz-target.ts'
import { TARGETS, type TargetEntry } from './targets.ts'
import { toldTo } from './told.ts'
import { Watch } from './try-input.ts'
import { Watchdog } from './watchdog.ts'

const [inputs = '10000', seed = '1', ...asked] = process.argv.slice(2)
const entries = Object.entries(TARGETS).filter(([name]) => asked.length === 0 || asked.includes(name))
const shares = entries.reduce((sum, [, { share }]) => sum + share, 0)
const watchdog = new Watchdog()
const watch = new Watch(watchdog)
const coverage = new Coverage()
coverage.start()
/** Here, because what nobody catches is taken for a fault of the input. */
try {
  for (const [index, entry] of entries.entries()) await fuzzEntry(index, entry[1])
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  process.exitCode = 2
}
await watchdog.close()
process.exit()

async function fuzzEntry(index: number, { load, share }: TargetEntry): Promise<void> {
  const targets = await load()
  coverage.watch(targets.flatMap(({ files }) => files))
  for (const target of targets) {
    const own = Math.ceil((Number(inputs) * share) / shares / targets.length)
    const fuzzed = await fuzzTarget(target, {
      ...{ inputs: own, seed: Number(seed) * 1_000 + index },
      ...{ coverage, watch, onStretch: toldTo(process.stdout) },
    })
    process.stdout.write(`${JSON.stringify(fuzzed)}\n`)
    if (fuzzed.failure) process.exitCode = 1
    await target.close?.()
  }
}
