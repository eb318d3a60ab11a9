// What happens, as it happens. The browser connects again by itself and says where it was; a hidden tab lets go, because browsers allow
// few connections to one server.

export type StreamState = 'connecting' | 'live' | 'broken'

export interface StreamEvent {
  readonly topic: string
  readonly seq: number
  readonly data: Readonly<Record<string, unknown>>
}

const TOPICS = ['exchange', 'happening', 'effect', 'changed', 'clock', 'progress', 'reset', 'gap'] as const
const HIDDEN_AFTER_MS = 30_000

export interface EventStream {
  readonly state: () => StreamState
  /** Calls with each event. @returns the function that ends that */
  onEvent(listener: (event: StreamEvent) => void): () => void
  onState(listener: () => void): () => void
  close(): void
}

export function openEventStream(): EventStream {
  const events = new Set<(event: StreamEvent) => void>()
  const states = new Set<() => void>()
  let state: StreamState = 'connecting'
  let last: string | undefined
  let source: EventSource | undefined
  let hiding: ReturnType<typeof setTimeout> | undefined

  const become = (next: StreamState): void => {
    if (state === next) return
    state = next
    for (const listener of states) listener()
  }
  const take = (topic: string, message: MessageEvent<string>): void => {
    if (message.lastEventId !== '') last = message.lastEventId
    const seq = Number(message.lastEventId.split('-').at(-1))
    for (const listener of events) listener({ topic, seq, data: JSON.parse(message.data) })
  }
  const open = (): void => {
    source?.close()
    const after = last === undefined ? '' : `&after=${encodeURIComponent(last)}`
    source = new EventSource(`/_scimulator/events?topics=${TOPICS.join(',')}${after}`)
    source.onopen = () => become('live')
    source.onerror = () => become('broken')
    for (const topic of TOPICS)
      source.addEventListener(topic, (message) => take(topic, message as MessageEvent<string>))
  }
  const look = (): void => {
    clearTimeout(hiding)
    if (document.visibilityState === 'hidden') hiding = setTimeout(() => source?.close(), HIDDEN_AFTER_MS)
    else if (source?.readyState === EventSource.CLOSED) open()
  }
  open()
  document.addEventListener('visibilitychange', look)
  return {
    state: () => state,
    onEvent: (listener) => joined(events, listener),
    onState: (listener) => joined(states, listener),
    close() {
      document.removeEventListener('visibilitychange', look)
      clearTimeout(hiding)
      source?.close()
    },
  }
}

function joined<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
