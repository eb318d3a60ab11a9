// The newest exchanges without their bodies, and what happened between them, held in memory: read once, then kept up by the stream. Rows are
// added once a frame.
import type { StreamEvent } from './event-stream.ts'
import { readPage } from './live-source.ts'
import type { Views } from './source.ts'

type Head = Views['world.traffic']
type Happening = Views['world.happenings']

export interface ExchangeStore {
  /** Oldest first; the same array until something changes. */
  all(): readonly Head[]
  /** What was no exchange, oldest first; the same array until something changes. */
  happenings(): readonly Happening[]
  /** How many older exchanges are no longer held. */
  dropped(): number
  /** Reads the thousand before the first one, where they are kept on disk. */
  earlier(): Promise<void>
  /** How reading them stands; the same value until something changes. */
  reading(): Reading
  subscribe(listener: () => void): () => void
  take(event: StreamEvent): void
  /** Reads them anew. */
  load(): Promise<void>
}

export interface Reading {
  readonly isLoading: boolean
  /** What went wrong when they were read; undefined when nothing did. */
  readonly error: Error | undefined
}

interface Numbered {
  readonly seq: number
}

const MOST = 10_000
const AT_ONCE = 1_000

export function createExchangeStore(): ExchangeStore {
  return new HeldExchanges()
}

/** Its functions are handed to hooks by themselves. */
class HeldExchanges implements ExchangeStore {
  readonly #listeners = new Set<() => void>()
  readonly #coming = { heads: [] as Head[], happenings: [] as Happening[] }
  #heads: readonly Head[] = []
  #happenings: readonly Happening[] = []
  #dropped = 0
  #most = MOST
  #state: Reading = { isLoading: false, error: undefined }
  #loads = 0

  readonly all = (): readonly Head[] => this.#heads
  readonly happenings = (): readonly Happening[] => this.#happenings
  readonly dropped = (): number => this.#dropped
  readonly reading = (): Reading => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly take = ({ topic, seq, data }: StreamEvent): void => {
    const { heads, happenings } = this.#coming
    if (heads.length + happenings.length === 0) requestAnimationFrame(() => this.#addComing())
    // What the topic tells of is what its view shows.
    if (topic === 'exchange') heads.push({ ...data, seq } as unknown as Head)
    else happenings.push(topic === 'effect' ? actIn(seq, data) : ({ ...data, seq } as unknown as Happening))
  }

  readonly earlier = async (): Promise<void> => {
    const [first] = this.#heads
    if (!first) return
    const { items } = await readPage('world.traffic', { before: first.seq, sort: '-seq', limit: AT_ONCE })
    // What was begun anew in the meantime has other ones.
    if (this.#heads[0] !== first) return
    this.#heads = [...items.map(({ value }) => value).reverse(), ...this.#heads]
    this.#most = Math.max(this.#most, this.#heads.length)
    this.#dropped -= items.length
    this.#tell()
  }

  readonly load = async (): Promise<void> => {
    this.#loads += 1
    const mine = this.#loads
    this.#stand({ isLoading: true, error: this.#state.error })
    const read = await Promise.all([readAll('world.traffic'), readAll('world.happenings')]).catch(asError)
    if (mine !== this.#loads) return
    if (!(read instanceof Error)) this.#hold(read[0], read[1].found)
    this.#stand({ isLoading: false, error: read instanceof Error ? read : undefined })
    this.#addComing()
  }

  #hold({ found, dropped }: Read<Head>, happenings: readonly Happening[]): void {
    this.#most = MOST
    this.#heads = found
    this.#happenings = happenings
    this.#dropped = dropped
  }

  #addComing(): void {
    const { heads, happenings } = this.#coming
    if (this.#state.isLoading || heads.length + happenings.length === 0) return
    this.#dropped += Math.max(0, this.#heads.length + heads.length - this.#most)
    this.#heads = merged(this.#heads, heads.splice(0), this.#most)
    this.#happenings = merged(this.#happenings, happenings.splice(0), MOST)
    this.#tell()
  }

  #stand(next: Reading): void {
    this.#state = next
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

/** An administrator's act, or the clock's, as the view of happenings shows it. */
function actIn(seq: number, { at, cause, object, action, name }: StreamEvent['data']): Happening {
  const nothing = { activity: null, run: null, to: null }
  const what = `${object} ${action}`
  return { ...nothing, seq, at: Number(at), kind: 'act', by: String(cause), what, name: String(name) }
}

interface Read<One> {
  readonly found: readonly One[]
  readonly dropped: number
}

/** Newest page first, until there are enough. */
async function readAll<Name extends 'world.traffic' | 'world.happenings'>(name: Name): Promise<Read<Views[Name]>> {
  const found: Views[Name][] = []
  let gone = 0
  for (let offset = 0; offset < MOST; offset += AT_ONCE) {
    const { items, total, dropped } = await readPage(name, { sort: '-seq', offset, limit: AT_ONCE })
    found.push(...items.map(({ value }) => value))
    gone = dropped
    if (offset + AT_ONCE >= total) break
  }
  return { found: merged([], found, MOST), dropped: gone }
}

/** By number, each once, the newest of them. */
function merged<One extends Numbered>(held: readonly One[], more: readonly One[], most: number): readonly One[] {
  if (more.length === 0) return held
  const newest = held.at(-1)?.seq ?? 0
  const later = more.filter(({ seq }) => seq > newest)
  const all = later.length === more.length ? [...held, ...later.sort(bySeq)] : unique([...held, ...more])
  return all.length > most ? all.slice(-most) : all
}

function unique<One extends Numbered>(all: readonly One[]): One[] {
  return [...new Map(all.map((one) => [one.seq, one])).values()].sort(bySeq)
}

function bySeq(a: Numbered, b: Numbered): number {
  return a.seq - b.seq
}
