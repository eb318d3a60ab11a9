// What was on the wire of a world, in its data folder: files of a thousand exchanges, each a line. Secrets were struck out before; people
// are in it, as in the folder: nobody else may read it.
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { KeptExchange, TrafficArchive } from '@scimulator/harness/live'
import { z } from 'zod'

const VERSION = 1
const IN_A_FILE = 1_000
/** As many as a log of a program keeps. */
const MOST = 200_000

const Line = z.object({ version: z.literal(VERSION), head: z.object({ seq: z.number() }), exchange: z.object({}) })

interface File {
  /** Number of its first exchange, which is its name. */
  readonly first: number
  readonly path: string
  count: number
}

/** @param onNotice told once when the disk takes no more: the wire goes on, and what comes is in memory only */
export function trafficFiles(folder: string, onNotice: (text: string) => void): TrafficArchive {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return new TrafficFiles(folder, onNotice)
}

class TrafficFiles implements TrafficArchive {
  readonly #folder: string
  readonly #onNotice: (text: string) => void
  readonly #files: File[]
  #read: { readonly path: string; readonly count: number; readonly held: readonly KeptExchange[] } | undefined
  // Each process begins a file of its own: a crash may have left half a line at the end of the last one.
  #open: File | undefined
  #isFull = false

  constructor(folder: string, onNotice: (text: string) => void) {
    this.#folder = folder
    this.#onNotice = onNotice
    this.#files = filesIn(folder)
  }

  append(kept: KeptExchange): void {
    if (this.#isFull) return
    try {
      const file = this.#fileFor(kept.head.seq)
      appendFileSync(file.path, `${JSON.stringify({ version: VERSION, ...kept })}\n`, { mode: 0o600 })
      file.count += 1
    } catch (error) {
      this.#isFull = true
      this.#onNotice(`What is on the wire is not kept any more: ${error instanceof Error ? error.message : error}`)
    }
  }

  count(): number {
    return this.#files.reduce((sum, file) => sum + file.count, 0)
  }

  before(seq: number, limit: number): readonly KeptExchange[] {
    const found: KeptExchange[][] = []
    let left = limit
    for (const file of this.#files.filter(({ first }) => first < seq).reverse()) {
      const own = this.#entriesOf(file).filter(({ head }) => head.seq < seq)
      found.unshift(own.slice(-left))
      left -= own.length
      if (left <= 0) break
    }
    return found.flat()
  }

  after(seq: number, limit: number): readonly KeptExchange[] {
    const found: KeptExchange[] = []
    const begin = this.#files.findLastIndex(({ first }) => first <= seq)
    for (const file of this.#files.slice(Math.max(0, begin))) {
      found.push(...this.#entriesOf(file).filter(({ head }) => head.seq > seq))
      if (found.length >= limit) break
    }
    return found.slice(0, limit)
  }

  clear(): void {
    for (const { path } of this.#files.splice(0)) rmSync(path, { force: true })
    this.#open = undefined
  }

  /** The file that was read last stays: one page after another is asked for. */
  #entriesOf({ path, count }: File): readonly KeptExchange[] {
    if (this.#read?.path !== path || this.#read.count !== count) this.#read = { path, count, held: readFile(path) }
    return this.#read.held
  }

  #fileFor(seq: number): File {
    if (this.#open !== undefined && this.#open.count < IN_A_FILE) return this.#open
    const file = { first: seq, path: join(this.#folder, `${seq}.jsonl`), count: 0 }
    this.#open = file
    this.#files.push(file)
    while (this.count() - (this.#files[0]?.count ?? 0) >= MOST) rmSync(this.#files.shift()?.path ?? '', { force: true })
    return file
  }
}

function filesIn(folder: string): File[] {
  return readdirSync(folder)
    .flatMap((name) => /^(\d+)\.jsonl$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
    .map((first) => ({ first, path: join(folder, `${first}.jsonl`), count: 0 }))
    .map((file) => ({ ...file, count: readFile(file.path).length }))
    .filter(({ count }) => count > 0)
}

/** Without what a crash has left of the last line, and what another version has written. */
function readFile(path: string): readonly KeptExchange[] {
  return readFileSync(path, 'utf8').split('\n').flatMap(readLine)
}

function readLine(line: string): readonly KeptExchange[] {
  try {
    const read = JSON.parse(line)
    // Who has written a line of this version has written all of it.
    return Line.safeParse(read).success ? [{ head: read.head, exchange: read.exchange }] : []
  } catch {
    return []
  }
}
