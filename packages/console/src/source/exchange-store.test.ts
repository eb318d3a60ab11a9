import { afterEach, expect, test, vi } from 'vitest'
import { createExchangeStore } from './exchange-store.ts'

afterEach(() => vi.unstubAllGlobals())

const page = { items: [], total: 0, dropped: 0, matched: 0 }

/** Each answer in turn, the last one again and again. */
function answering(...statuses: readonly number[]): void {
  let asked = 0
  vi.stubGlobal('fetch', async () => {
    const status = statuses[Math.min(Math.floor(asked++ / 2), statuses.length - 1)] ?? 200
    return new Response(JSON.stringify(status === 200 ? page : { error: { message: `it is ${status}` } }), {
      status,
      headers: { 'content-type': 'application/json' },
    })
  })
}

test('a subscriber hears of each end of a reading, also of one that failed', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0)
  vi.stubGlobal('location', { origin: 'http://127.0.0.1', pathname: '/wire' })
  answering(503, 403, 200)
  const store = createExchangeStore()
  const seen: string[] = []
  let last = store.reading()
  // As useSyncExternalStore has it: nothing is drawn unless the value is another one.
  store.subscribe(() => {
    const now = store.reading()
    if (now !== last) seen.push(`${now.isLoading ? 'reading' : 'read'}${now.error ? ', failed' : ''}`)
    last = now
  })
  for (const _ of [503, 403, 200]) await store.load()
  expect(seen).toEqual(['reading', 'read, failed', 'reading, failed', 'read, failed', 'reading, failed', 'read'])
})

test('a reading that another one has overtaken says nothing', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0)
  vi.stubGlobal('location', { origin: 'http://127.0.0.1', pathname: '/wire' })
  answering(503, 200)
  const store = createExchangeStore()
  await Promise.all([store.load(), store.load()])
  expect(store.reading()).toEqual({ isLoading: false, error: undefined })
})
