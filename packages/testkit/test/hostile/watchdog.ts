// Looks from a thread of its own whether the main one still answers: an input on which it hangs is printed, and the process ends.
import { Worker } from 'node:worker_threads'

const TEXT_BYTES = 64 * 1024
/** Far above a second, which is measured in the main thread: this is for what never ends. */
const PATIENCE_MS = 20_000

/** In the thread, plain JavaScript: it must not need the loader. */
const THREAD = `
const { workerData } = require('node:worker_threads')
const { state, text, patience } = workerData
const count = new Int32Array(state)
let [seen, since] = [-1, Date.now()]
setInterval(() => {
  const now = Atomics.load(count, 0)
  if (now !== seen || Atomics.load(count, 2) === 0) { seen = now; since = Date.now(); return }
  if (Date.now() - since < patience) return
  const length = Atomics.load(count, 1)
  const input = Buffer.from(new Uint8Array(text).slice(0, length)).toString('utf8')
  require('node:fs').writeSync(1, JSON.stringify({ hangs: input }) + '\\n')
  process.kill(process.pid, 'SIGKILL')
}, 500).unref?.()
setInterval(() => {}, 60_000)
`

export class Watchdog {
  readonly #state = new SharedArrayBuffer(12)
  readonly #text = new SharedArrayBuffer(TEXT_BYTES)
  readonly #count = new Int32Array(this.#state)
  readonly #bytes = new Uint8Array(this.#text)
  readonly #encoder = new TextEncoder()
  readonly #worker: Worker

  constructor() {
    const workerData = { state: this.#state, text: this.#text, patience: PATIENCE_MS }
    this.#worker = new Worker(THREAD, { eval: true, workerData, execArgv: [] })
    this.#worker.unref()
  }

  /** @param input as it is to be printed should it be the last */
  begins(input: string): void {
    const { written } = this.#encoder.encodeInto(input, this.#bytes)
    Atomics.store(this.#count, 1, written)
    Atomics.add(this.#count, 0, 1)
    Atomics.store(this.#count, 2, 1)
  }

  /** Nothing is being tried, however long it takes. */
  rests(): void {
    Atomics.store(this.#count, 2, 0)
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }
}
