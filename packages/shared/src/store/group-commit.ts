/**
 * Group commit. Steps queue up while the disk is busy with earlier ones; whatever has gathered is written in one go
 * and made durable by one fdatasync.
 * A turn of the event loop lies between two batches, so that all who were waiting for the first can join the second.
 */

import type { StoreStopped } from './store.ts'

/**
 * What is written together: the journal, and once it is durable the streams, so that no log speaks of a step that
 * the journal lacks.
 */
export interface BatchTarget {
  appendJournal(text: string): Promise<void> | undefined
  /** @param step the last durable step. */
  flushStreams(step: number): Promise<void>
  syncJournal(): Promise<void>
  /** Called once, when a write has failed. @returns the reason as it is told to everybody. */
  failed(error: unknown): Promise<StoreStopped>
}

interface Waiter {
  readonly seq: number
  readonly promise: Promise<void>
  resolve(): void
  reject(error: Error): void
}
interface Lines {
  readonly text: string
  readonly seq: number
}
interface Task {
  run(): Promise<void>
  reject(error: Error): void
}

/** A batch is cut here; a larger one would hold the event loop for too long while it is turned into bytes. */
const BATCH_CHARS = 1024 * 1024

export class GroupCommit {
  /** Everything up to this step survives a crash. */
  durableSeq: number
  #queue: (Lines | Task)[] = []
  /** Index of the first item that has not been written. */
  #next = 0
  #waiters: Waiter[] = []
  #running = false
  #woken = false
  #stopped: StoreStopped | undefined
  readonly #target: BatchTarget

  constructor(durableSeq: number, target: BatchTarget) {
    this.durableSeq = durableSeq
    this.#target = target
  }

  /** Queues one step, of one or several lines. */
  enqueue(seq: number, lines: readonly string[]): void {
    for (let i = 0; i < lines.length; i += 1) {
      // Only the last line completes the step.
      this.#queue.push({ text: lines[i] ?? '', seq: i === lines.length - 1 ? seq : seq - 1 })
    }
    this.wake()
  }

  /** Runs once everything queued before is durable, with no write under way. Its failure is the caller's alone. */
  between<Result>(task: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#stopped) return reject(this.#stopped)
      this.#queue.push({ run: () => task().then(resolve, reject), reject })
      this.wake()
    })
  }

  durable(seq: number): Promise<void> {
    if (seq <= this.durableSeq) return Promise.resolve()
    if (this.#stopped) return Promise.reject(this.#stopped)
    const last = this.#waiters.at(-1)
    if (last !== undefined && seq <= last.seq)
      return (this.#waiters.find((waiter) => waiter.seq >= seq) ?? last).promise
    const waiter = newWaiter(seq)
    this.#waiters.push(waiter)
    return waiter.promise
  }

  /** Starts writing in this turn of the event loop, once what runs now has queued what it has. */
  wake(): void {
    this.#woken = true
    if (this.#running || this.#stopped) return
    this.#running = true
    setImmediate(() => void this.#run())
  }

  async #run(): Promise<void> {
    try {
      while (this.#woken) {
        this.#woken = false
        await this.#writeQueue()
        await turn()
      }
    } catch (error) {
      await this.#stop(error)
    }
    this.#running = false
  }

  async #writeQueue(): Promise<void> {
    if (this.#queue.length === 0) return this.#target.flushStreams(this.durableSeq)
    for (let item = this.#queue[this.#next]; item !== undefined; item = this.#queue[this.#next]) {
      if ('text' in item) {
        await this.#writeBatch()
      } else {
        this.#next += 1
        await item.run()
      }
    }
    this.#queue = []
    this.#next = 0
  }

  async #writeBatch(): Promise<void> {
    let text = ''
    let seq = this.durableSeq
    for (; text.length < BATCH_CHARS; this.#next += 1) {
      const item = this.#queue[this.#next]
      if (item === undefined || !('text' in item)) break
      text += item.text
      seq = item.seq
    }
    await this.#target.appendJournal(text)
    await this.#target.syncJournal()
    await this.#target.flushStreams(seq)
    this.#settle(seq)
  }

  #settle(seq: number): void {
    this.durableSeq = seq
    let count = 0
    for (const waiter of this.#waiters) {
      if (waiter.seq > seq) break
      waiter.resolve()
      count += 1
    }
    if (count > 0) this.#waiters = this.#waiters.slice(count)
  }

  async #stop(error: unknown): Promise<void> {
    const reason = await this.#target.failed(error)
    this.#stopped = reason
    for (const waiter of this.#waiters) waiter.reject(reason)
    this.#waiters = []
    for (const item of this.#queue.slice(this.#next)) if ('run' in item) item.reject(reason)
    this.#queue = []
  }
}

function newWaiter(seq: number): Waiter {
  let resolve = () => {}
  let reject: (error: Error) => void = () => {}
  const promise = new Promise<void>((onDurable, onStopped) => {
    resolve = onDurable
    reject = onStopped
  })
  // The caller handles the rejection; a waiter that is no longer awaited is no reason to end the process.
  promise.catch(() => {})
  return { seq, promise, resolve, reject }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
