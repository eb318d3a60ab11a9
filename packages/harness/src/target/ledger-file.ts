// The ledger on disk. Only its owner can read it, and there is no token in it. A line is on the disk before the request that it announces
// leaves; appends that come together share one flush.
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode, syncFile, syncFolderNow } from '@scimulator/shared/platform'
import { BadInput } from '../written/problem.ts'
import type { LedgerEntry } from './run-ledger.ts'

export const DEFAULT_LEDGER_FOLDER = '.scimulator/ledgers'

export interface LedgerFile {
  readonly path: string
  /** Resolves when the entry is on the disk. */
  append(entry: LedgerEntry): Promise<void>
  close(): Promise<void>
  /** Ends the file: there is nothing left that it would be needed for. */
  remove(): Promise<void>
}

/** @throws Error with code EEXIST when a run of this id has left a ledger: then something of it is still at the target. */
export async function createLedgerFile(folder: string, run: string): Promise<LedgerFile> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${run}.jsonl`)
  const handle = await open(path, 'ax', 0o600)
  syncFolderNow(folder)
  return appendingFile(path, handle)
}

/** Continues a ledger that is there, to note what is cleaned. */
export async function openLedgerFile(path: string): Promise<LedgerFile> {
  return appendingFile(path, await open(path, 'a', 0o600))
}

function appendingFile(path: string, handle: FileHandle): LedgerFile {
  let waiting: string[] = []
  let flush: Promise<void> | undefined

  async function write(): Promise<void> {
    // What comes in this turn of the loop goes with this flush.
    await Promise.resolve()
    const lines = waiting.join('')
    waiting = []
    flush = undefined
    await handle.appendFile(lines)
    await syncFile(handle.fd)
  }

  let last: Promise<void> = Promise.resolve()

  /** Lines may be added while those before them are written. */
  async function end(): Promise<void> {
    for (let written: Promise<void> | undefined; written !== last; ) {
      written = last
      await written
    }
    await handle.close()
  }

  return {
    path,
    append(entry) {
      waiting.push(`${JSON.stringify(entry)}\n`)
      if (!flush) {
        flush = last.then(write)
        last = flush
      }
      return flush
    },
    close: end,
    async remove() {
      await end()
      rmSync(path, { force: true })
    },
  }
}

/** What stands in a ledger. A last line that a killed process left half-written is passed over; so is any that is no entry. */
export function readLedgerFile(path: string): LedgerEntry[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => entryIn(line))
}

/** Paths of all ledgers in a folder; none when there is no folder. */
export function ledgerFilesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .map((name) => join(folder, name))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

const EVENTS: ReadonlySet<unknown> = new Set([...['run', 'posting', 'made', 'refused', 'gone', 'taken-over']])

function entryIn(line: string): LedgerEntry[] {
  try {
    const value: unknown = JSON.parse(line)
    const isEntry = typeof value === 'object' && value !== null && 'event' in value && EVENTS.has(value.event)
    // Only this program writes the folder, and only lines of this type.
    return isEntry ? [value as LedgerEntry] : []
  } catch {
    return []
  }
}

/** @throws BadInput when ledgers cannot be kept in the folder: then nothing may be made */
export function assertLedgerFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new BadInput(
      `Nothing is created at a target without a ledger, and "${folder}" cannot be written: ${why}. --ledger names another.`,
    )
  }
}

/** @throws BadInput when a run of this id has left something: its names are not used twice */
export function assertNoLedger(folder: string, run: string): void {
  if (!existsSync(join(folder, `${run}.jsonl`))) return
  throw new BadInput(
    `A run with the id ${run} has left something at the target. Remove it first: scimulator clean --target URL.`,
  )
}

export interface LazyLedgerFile {
  note(entry: LedgerEntry): Promise<void>
  /** Closes the file; with nothing left, it goes. */
  end(isClean: boolean): Promise<void>
}

export interface LazyLedgerOptions {
  /** `false` keeps no file. */
  readonly folder: string | false
  readonly run: string
  readonly url: string
  now(): number
}

/** A run that makes nothing leaves no file. */
export function createLazyLedgerFile({ folder, run, url, now }: LazyLedgerOptions): LazyLedgerFile {
  if (folder === false) return { note: async () => {}, end: async () => {} }
  let opened: Promise<LedgerFile> | undefined
  async function open(into: string): Promise<LedgerFile> {
    const file = await createLedgerFile(into, run)
    await file.append({ event: 'run', version: 1, run, url, at: new Date(now()).toISOString(), pid: process.pid })
    return file
  }
  return {
    async note(entry) {
      opened ??= open(folder)
      const file = await opened
      await file.append(entry)
    },
    async end(isClean) {
      const file = await opened
      await (isClean ? file?.remove() : file?.close())
    },
  }
}
