// What is kept on the heap, garbage aside.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

export function heapUsed(): number {
  collect()
  collect()
  return process.memoryUsage().heapUsed
}

/** Bytes for each input since the heap had this size. */
export function growthOf(before: number, inputs: number): number {
  return inputs === 0 ? 0 : Math.max(0, heapUsed() - before) / inputs
}
