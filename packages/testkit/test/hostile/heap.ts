// What is kept on the heap, garbage aside.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

function heapUsed(): number {
  collect()
  collect()
  return process.memoryUsage().heapUsed
}

/** Bytes. */
export interface Memory {
  readonly heap: number
  readonly rss: number
}

/** What this process keeps. */
export function memoryNow(): Memory {
  return { heap: heapUsed(), rss: process.memoryUsage.rss() }
}
