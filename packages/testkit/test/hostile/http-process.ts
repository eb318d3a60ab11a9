// A process that fuzzes over HTTP: `http-process.ts INPUTS SEED`. Prints a line of JSON for each target, and ends with 1 where one hurt.
import { Coverage } from './coverage.ts'
import { type Fuzzed, fuzzTarget } from './fuzz-target.ts'
import { overHttp } from './over-http.ts'
import type { ServedWorld } from './surfaces/worlds/served-world.ts'
import { Watch } from './try-input.ts'
import { Watchdog } from './watchdog.ts'

/** Bytes that the heap of a server may have, garbage aside, after whatever it was sent; it begins with about 40 MB. */
const MOST_HEAP = 160 * 1024 * 1024

const [inputs = '3000', seed = '1'] = process.argv.slice(2)
const watchdog = new Watchdog()
const watch = new Watch(watchdog)
/** Nothing is guided: the branches are those of other processes. */
const coverage = new Coverage()
try {
  const all = await overHttp()
  for (const [index, { target, server }] of all.entries()) {
    const own = { ...target, name: `${target.name}, HTTP`, files: [] }
    const options = {
      inputs: Math.ceil(Number(inputs) / all.length),
      seed: Number(seed) * 1_000 + index,
      coverage,
      watch,
    }
    const fuzzed = await fuzzTarget(own, options)
    const told = { ...fuzzed, ...(await flatHeap(server, fuzzed)) }
    process.stdout.write(`${JSON.stringify(told)}\n`)
    if (told.failure) process.exitCode = 1
    await server.close()
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  process.exitCode = 2
}
await watchdog.close()
process.exit()

async function flatHeap(server: ServedWorld, { failure }: Fuzzed): Promise<Pick<Fuzzed, 'failure'>> {
  if (failure) return { failure }
  await server.reset()
  const heap = await server.heap()
  return heap < MOST_HEAP ? {} : { failure: { input: 'all of them', message: `The server keeps ${heap} bytes.` } }
}
