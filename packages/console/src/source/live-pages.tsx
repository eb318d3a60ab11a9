import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import { type EventStream, openEventStream, type StreamEvent, type StreamState } from './event-stream.ts'
import { createExchangeStore, type ExchangeStore } from './exchange-store.ts'
import { LIVE_SOURCE } from './live-source.ts'
import { type ToldReader, toldReader } from './read-told.ts'
import type { Source } from './source.ts'

export interface Live {
  readonly source: Source
  /** Whether the other pages show the same world, so that links lead to more of it. */
  readonly hasPages: boolean
  readonly client: QueryClient
  readonly told: ToldReader
  readonly stream: EventStream
  readonly exchanges: ExchangeStore
}

/** What every page shares: what was read, the stream that says when it is old, and the wire. */
export function startLive(): Live {
  const client = createClient()
  const stream = openEventStream()
  const exchanges = createExchangeStore()
  const told = toldReader(client)
  stream.onEvent((event) => takeEvent(event, told, exchanges))
  void exchanges.load()
  return { source: LIVE_SOURCE, hasPages: true, client, told, stream, exchanges }
}

/** What was read is good until somebody says that it is old. */
export function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false } },
  })
}

function takeEvent(event: StreamEvent, told: ToldReader, exchanges: ExchangeStore): void {
  switch (event.topic) {
    case 'exchange':
    case 'happening':
    case 'effect':
      exchanges.take(event)
      break
    case 'changed':
      told.changed(event.data)
      // Whatever happens may plan or cancel something, which the clock shows.
      told.take(['world'])
      break
    case 'clock':
    case 'progress':
      told.take(['world'])
      break
    default:
      // A new beginning, or a gap: what is shown may be wrong in any place.
      told.take(['*'])
      void exchanges.load()
  }
}

const LiveContext = createContext<Live | undefined>(undefined)

export function LiveProvider({ live, children }: { readonly live: Live; readonly children: ReactNode }) {
  return (
    <QueryClientProvider client={live.client}>
      <LiveContext value={live}>{children}</LiveContext>
    </QueryClientProvider>
  )
}

export function useLive(): Live {
  const live = useContext(LiveContext)
  if (live === undefined) throw new Error('A page stands outside LiveProvider')
  return live
}

export function useStreamState(): StreamState {
  const { stream } = useLive()
  return useSyncExternalStore(stream.onState, stream.state)
}
