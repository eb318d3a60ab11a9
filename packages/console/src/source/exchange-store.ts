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
  const listeners = new Set<() => void>()
  let [heads, happenings]: [readonly Head[], readonly Happening[]] = [[], []]
  let dropped = 0
  let most = MOST
  const coming = { heads: [] as Head[], happenings: [] as Happening[] }
  let state: Reading = { isLoading: false, error: undefined }
  let loads = 0

  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const stand = (next: Reading): void => {
    state = next
    tell()
  }
  const addComing = (): void => {
    if (state.isLoading || coming.heads.length + coming.happenings.length === 0) return
    dropped += Math.max(0, heads.length + coming.heads.length - most)
    heads = merged(heads, coming.heads.splice(0), most)
    happenings = merged(happenings, coming.happenings.splice(0), MOST)
    tell()
  }
  return {
    all: () => heads,
    happenings: () => happenings,
    dropped: () => dropped,
    reading: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    take({ topic, seq, data }) {
      if (coming.heads.length + coming.happenings.length === 0) requestAnimationFrame(addComing)
      // What the topic tells of is what its view shows.
      if (topic === 'exchange') coming.heads.push({ ...data, seq } as unknown as Head)
      else coming.happenings.push(topic === 'effect' ? actIn(seq, data) : ({ ...data, seq } as unknown as Happening))
    },
    async earlier() {
      const [first] = heads
      if (!first) return
      const { items } = await readPage('world.traffic', { before: first.seq, sort: '-seq', limit: AT_ONCE })
      // What was begun anew in the meantime has other ones.
      if (heads[0] !== first) return
      heads = [...items.map(({ value }) => value).reverse(), ...heads]
      most = Math.max(most, heads.length)
      dropped -= items.length
      tell()
    },
    async load() {
      loads += 1
      const mine = loads
      stand({ isLoading: true, error: state.error })
      try {
        const read = await Promise.all([readAll('world.traffic'), readAll('world.happenings')])
        if (mine !== loads) return
        most = MOST
        heads = read[0].found
        happenings = read[1].found
        dropped = read[0].dropped
        stand({ isLoading: false, error: undefined })
      } catch (error) {
        if (mine !== loads) return
        stand({ isLoading: false, error: error instanceof Error ? error : new Error(String(error)) })
      }
      addComing()
    },
  }
}

/** An administrator's act, or the clock's, as the view of happenings shows it. */
function actIn(seq: number, { at, cause, object, action, name }: StreamEvent['data']): Happening {
  const nothing = { activity: null, run: null, to: null }
  const what = `${object} ${action}`
  return { ...nothing, seq, at: Number(at), kind: 'act', by: String(cause), what, name: String(name) }
}

/** Newest page first, until there are enough. */
async function readAll<Name extends 'world.traffic' | 'world.happenings'>(
  name: Name,
): Promise<{ readonly found: readonly Views[Name][]; readonly dropped: number }> {
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
