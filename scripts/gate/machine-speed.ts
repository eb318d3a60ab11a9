// Budgets are minutes of one machine; a gate runs on many, and on some that are shared. What a fixed piece of work costs there tells how many
// of its minutes are one of ours.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Seconds that the work takes on each of the two cores that the budgets were written for, with nothing beside it. */
const AT_HOME = 0.4
/** As many as the gate keeps busy: two cores that are one, or that others use as well, are slow only when both have work. */
const THREADS = 2

/** How many times as long as at home the same work takes here and now; 1 on a machine that is as quick, or quicker. */
export async function slowness(): Promise<number> {
  const seconds = await Promise.all(Array.from({ length: THREADS }, working))
  return Math.max(1, seconds.reduce((sum, one) => sum + one, 0) / THREADS / AT_HOME)
}

async function working(): Promise<number> {
  const worker = new Worker(new URL('./speed-work.mjs', import.meta.url))
  const [seconds] = await once(worker, 'message')
  await worker.terminate()
  return Number(seconds)
}
