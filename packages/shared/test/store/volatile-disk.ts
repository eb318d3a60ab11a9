/**
 * A disk in memory that can lose power. What was synced stays; of the bytes appended since, any beginning may have
 * reached the disk, and of the
 * creations, renames and removals in a folder, any of them, in whatever order. It can also be full, read-only or
 * forbidden.
 */

import type { FileSystem, OpenFile } from '../../src/store/index.ts'

interface Content {
  bytes: Buffer
  synced: number
}
interface Entry {
  readonly path: string
  readonly content: Content | undefined
}

export class PowerCut extends Error {}

export class VolatileDisk implements FileSystem {
  /** Operations until the power goes; infinite by default. */
  operationsLeft = Number.POSITIVE_INFINITY
  /** Every write fails with this code while it is set. */
  failure: string | undefined
  /** Bytes that still fit; a write takes what fits and then fails with ENOSPC. */
  free = Number.POSITIVE_INFINITY
  #names = new Map<string, Content>()
  #durableNames = new Map<string, Content>()
  /** Each a creation, rename or removal. */
  #unsynced: (readonly Entry[])[] = []
  /** How long a sync takes, in turns of the event loop. */
  readonly #syncTurns: () => number

  constructor(syncTurns: () => number = () => 0) {
    this.#syncTurns = syncTurns
  }

  /** What the file holds at this moment. */
  contents(path: string): Buffer {
    return this.#names.get(path)?.bytes ?? Buffer.alloc(0)
  }

  /** Puts other bytes in the place of a file's, as damage does. */
  overwrite(path: string, bytes: Buffer): void {
    const content = { bytes, synced: bytes.length }
    this.#names.set(path, content)
    this.#durableNames.set(path, content)
  }

  /** Power comes back. @param random decides how much of what was not synced has survived. */
  restart(random: () => number): void {
    this.operationsLeft = Number.POSITIVE_INFINITY
    const share = random()
    const survived = this.#unsynced.filter(() => random() < share)
    for (const entry of survived.flat()) enter(this.#durableNames, entry)
    this.#unsynced = []
    // The process that had the lock is gone; in this test it is the same one, which would be taken for alive.
    for (const path of this.#durableNames.keys()) if (path.endsWith('/lock')) this.#durableNames.delete(path)
    this.#names = new Map(this.#durableNames)
    for (const content of new Set(this.#names.values())) {
      const tail = Math.floor(random() * (content.bytes.length - content.synced + 1))
      content.bytes = content.bytes.subarray(0, content.synced + tail)
      content.synced = content.bytes.length
    }
  }

  async open(path: string, mode: 'read' | 'append' | 'create'): Promise<OpenFile> {
    this.#step(mode !== 'read')
    const found = this.#names.get(path)
    if (mode === 'read' && found === undefined) throw coded('ENOENT')
    const content = mode === 'create' || found === undefined ? { bytes: Buffer.alloc(0), synced: 0 } : found
    if (content !== found) this.#enter({ path, content })
    return this.#file(content)
  }

  async createExclusive(path: string, text: string): Promise<boolean> {
    this.#step(true)
    if (this.#names.has(path)) return false
    this.#enter({ path, content: { bytes: Buffer.from(text), synced: 0 } })
    return true
  }

  async readText(path: string): Promise<string | undefined> {
    return this.#names.get(path)?.bytes.toString()
  }

  async list(folder: string): Promise<readonly string[]> {
    const inside = [...this.#names.keys()].filter((path) => path.startsWith(`${folder}/`))
    return [...new Set(inside.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))].sort()
  }

  async makeFolder(): Promise<void> {
    this.#step(true)
  }

  async rename(from: string, to: string): Promise<void> {
    this.#step(true)
    const content = this.#names.get(from)
    if (content === undefined) throw coded('ENOENT')
    this.#enter({ path: to, content }, { path: from, content: undefined })
  }

  async remove(path: string): Promise<void> {
    this.#step(true)
    if (this.#names.has(path)) this.#enter({ path, content: undefined })
  }

  async syncFolder(): Promise<void> {
    this.#step(false)
    for (const entry of this.#unsynced.flat()) enter(this.#durableNames, entry)
    this.#unsynced = []
  }

  #file(content: Content): OpenFile {
    const append = (bytes: Uint8Array) => {
      this.#step(true)
      const fits = bytes.subarray(0, Math.min(bytes.length, this.free))
      this.free -= fits.length
      content.bytes = Buffer.concat([content.bytes, fits])
      if (fits.length < bytes.length) throw coded('ENOSPC')
    }
    return {
      appendSync: append,
      append: async (bytes) => append(bytes),
      read: async (buffer, offset, position) =>
        content.bytes.copy(buffer, offset, position, position + buffer.length - offset),
      datasync: async () => {
        const { length } = content.bytes
        for (let turns = this.#syncTurns(); turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve))
        this.#step(true)
        content.synced = Math.max(content.synced, length)
      },
      truncate: async (length) => {
        this.#step(true)
        content.bytes = content.bytes.subarray(0, length)
        content.synced = Math.min(content.synced, length)
      },
      size: async () => content.bytes.length,
      close: async () => {},
    }
  }

  #enter(...entries: readonly Entry[]): void {
    for (const entry of entries) enter(this.#names, entry)
    this.#unsynced.push(entries)
  }

  #step(isWrite: boolean): void {
    if (this.operationsLeft <= 0) throw new PowerCut('The power is off')
    this.operationsLeft -= 1
    if (isWrite && this.failure !== undefined) throw coded(this.failure)
  }
}

function enter(names: Map<string, Content>, { path, content }: Entry): void {
  if (content === undefined) names.delete(path)
  else names.set(path, content)
}

function coded(code: string): Error {
  return Object.assign(new Error(code), { code })
}
