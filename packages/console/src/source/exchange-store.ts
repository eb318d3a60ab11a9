// The newest exchanges without their bodies, held in memory: read once, then kept up by the stream. Rows are added once a frame.
import type { StreamEvent } from './event-stream.ts'
import { readPage } from './live-source.ts'
import type { Views } from './source.ts'

export type Head = Views['world.traffic']

export interface ExchangeStore {
  /** Oldest first; the same array until something changes. */
  all(): readonly Head[]
  /** What went wrong when they were read; undefined when nothing did. */
  error(): Error | undefined
  isLoading(): boolean
  subscribe(listener: () => void): () => void
  take(event: StreamEvent): void
  /** Reads them anew. */
  load(): Promise<void>
}

const MOST = 10_000
const AT_ONCE = 1_000

export function createExchangeStore(): ExchangeStore {
  const listeners = new Set<() => void>()
  let heads: readonly Head[] = []
  let coming: Head[] = []
  let problem: Error | undefined
  let isLoading = false
  let reading = 0

  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const addComing = (): void => {
    if (isLoading || coming.length === 0) return
    heads = merged(heads, coming)
    coming = []
    tell()
  }
  return {
    all: () => heads,
    error: () => problem,
    isLoading: () => isLoading,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    take({ seq, data }) {
      if (coming.length === 0) requestAnimationFrame(addComing)
      coming.push({ ...data, seq } as unknown as Head)
    },
    async load() {
      reading += 1
      const mine = reading
      isLoading = true
      try {
        const read = await readAll()
        if (mine !== reading) return
        heads = read
        problem = undefined
      } catch (error) {
        problem = error instanceof Error ? error : new Error(String(error))
      }
      if (mine !== reading) return
      isLoading = false
      addComing()
      tell()
    },
  }
}

/** Newest page first, until there are enough. */
async function readAll(): Promise<readonly Head[]> {
  const found: Head[] = []
  for (let offset = 0; offset < MOST; offset += AT_ONCE) {
    const { items, total } = await readPage('world.traffic', { sort: '-seq', offset, limit: AT_ONCE })
    found.push(...items.map(({ value }) => value))
    if (offset + AT_ONCE >= total) break
  }
  return merged([], found)
}

/** By number, each once, the newest of them. */
function merged(held: readonly Head[], more: readonly Head[]): readonly Head[] {
  const newest = held.at(-1)?.seq ?? 0
  const later = more.filter(({ seq }) => seq > newest)
  const all = later.length === more.length ? [...held, ...later.sort(bySeq)] : unique([...held, ...more])
  return all.length > MOST ? all.slice(-MOST) : all
}

function unique(heads: readonly Head[]): Head[] {
  return [...new Map(heads.map((head) => [head.seq, head])).values()].sort(bySeq)
}

function bySeq(a: Head, b: Head): number {
  return a.seq - b.seq
}
