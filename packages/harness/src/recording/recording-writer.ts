// Writes a recording as it happens. A file that is there already goes on, if it is of the same endpoint; half a line that a crash has left
// is taken away first.
import { createReadStream } from 'node:fs'
import { chmod, type FileHandle, open, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import type { Exchange } from '@scimulator/shared/provisioning'
import { BadInput } from '../written/problem.ts'
import { createPseudonyms } from './pseudonyms.ts'
import {
  exchangeLine,
  headLine,
  type RecordedExchange,
  type RecordingHead,
  readExchange,
  readHead,
} from './recording-file.ts'
import { redactPeople } from './redact-people.ts'

export interface RecordingWriter {
  /** @returns the exchange as it stands in the file */
  add(exchange: Exchange): Promise<Exchange & { readonly seq: number }>
  /** How many there were before. */
  readonly before: number
  /** Whether half a line was taken away. */
  readonly wasCut: boolean
  close(): Promise<void>
}

/** Only its owner reads a recording. */
const MODE = 0o600

/**
 * @param newKey what names are made up with, where no key stands beside the file
 * @param onOld hears each exchange that stands in the file already; none of them is kept
 * @throws BadInput where something else is there, or a recording of another endpoint
 */
export async function openRecording(
  path: string,
  head: RecordingHead,
  newKey: () => string,
  onOld: (exchange: RecordedExchange) => void = () => {},
): Promise<RecordingWriter> {
  const size = await stat(path).then((file) => file.size, absent)
  const { before, wasCut, keep } = size ? await continued(path, size, head, onOld) : NOTHING
  if (keep === 0) await writeFile(path, headLine(head), { mode: MODE })
  else await truncate(path, keep)
  await chmod(path, MODE)
  const file = await open(path, 'a', MODE)
  const conceal = head.personalData === 'kept' ? (one: Exchange) => one : concealing(await keyOf(path, newKey))
  return { ...writing(file, conceal, before), before, wasCut }
}

const NOTHING = { before: 0, wasCut: false, keep: 0 }

/** Line by line: a recording of weeks is longer than what a process may hold. */
async function continued(path: string, size: number, head: RecordingHead, onOld: (one: RecordedExchange) => void) {
  let [number, keep, before] = [0, 0, 0]
  for await (const line of wholeLines(path)) {
    number += 1
    keep += line.length + 1
    const text = line.toString('utf8')
    if (number === 1) assertSame(readHead(text, path), head, path)
    else {
      const exchange = readExchange(text, `${path}, line ${number}`)
      before = exchange.seq
      onOld(exchange)
    }
  }
  // A file without a whole line is none of ours, unless it is half a head.
  if (number === 0) readHead('', path)
  return { before, wasCut: keep < size, keep }
}

/** @throws BadInput */
function assertSame(old: RecordingHead, head: RecordingHead, path: string): void {
  for (const name of ['to', 'personalData'] as const) {
    if (old[name] !== head[name])
      throw new BadInput(
        `${path} is a recording with ${name} "${old[name]}", not "${head[name]}". Name another file with --out.`,
      )
  }
}

/** Without their ends; what comes behind the last end is left out. */
async function* wholeLines(path: string): AsyncGenerator<Buffer> {
  let begun: Buffer[] = []
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, end)])
      begun = []
      from = end + 1
    }
    if (from < chunk.length) begun.push(chunk.subarray(from))
  }
}

function concealing(key: string): (exchange: Exchange) => Exchange {
  const names = createPseudonyms(key)
  return (exchange) => redactPeople(exchange, names)
}

/** Beside the recording, and not in it: who has both can try a guess. It makes the same names when the recording goes on. */
async function keyOf(path: string, newKey: () => string): Promise<string> {
  const file = `${path}.key`
  const key = await readFile(file, 'utf8').catch(absent)
  if (key !== undefined && key.trim() !== '') return key.trim()
  const made = newKey()
  await writeFile(file, `${made}\n`, { mode: MODE })
  return made
}

function writing(file: FileHandle, conceal: (exchange: Exchange) => Exchange, before: number) {
  let seq = before
  // One after the other: lines never mix.
  let last: Promise<unknown> = Promise.resolve()
  return {
    add(exchange: Exchange) {
      seq += 1
      const kept = { seq, ...conceal(exchange) }
      const line = exchangeLine(kept)
      const written = last.then(() => file.appendFile(line))
      last = written.catch(() => {})
      return written.then(() => kept)
    },
    async close() {
      await last
      await file.sync()
      await file.close()
    },
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}
