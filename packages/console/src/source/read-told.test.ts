import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toldReader } from './read-told.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

async function page(...names: readonly string[]) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  const asked: string[] = []
  for (const name of names) {
    const queryFn = async () => {
      asked.push(name)
      return name
    }
    new QueryObserver(client, { queryKey: [name], queryFn }).subscribe(() => {})
  }
  await vi.advanceTimersByTimeAsync(0)
  asked.length = 0
  return { told: toldReader(client), asked }
}

test('after an act only the views are read that the stream names for it', async () => {
  const { told, asked } = await page('entra.users', 'entra.groups', 'lark.members', 'world.clock')
  const done = told.after('entra.create-group', { result: null, news: 7 })
  told.changed({ program: 'entra', seq: 6, views: [] })
  await vi.advanceTimersByTimeAsync(20)
  expect(asked).toEqual([])
  told.changed({ program: 'entra', seq: 7, views: ['groups'] })
  await vi.advanceTimersByTimeAsync(20)
  await done
  expect(asked.sort()).toEqual(['entra.groups', 'world.clock'])
  // Nor a second time when the moment is over.
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked).toHaveLength(2)
})

test('it may have been told before the answer is there, and what changes nothing waits for nobody', async () => {
  const { told, asked } = await page('entra.users', 'entra.groups')
  told.changed({ program: 'entra', seq: 7, views: ['groups'] })
  const done = told.after('entra.create-group', { result: null, news: 7 })
  await vi.advanceTimersByTimeAsync(20)
  await done
  expect(asked).toEqual(['entra.groups'])
  const answered = told.after('entra.evaluate-expression', { result: 'x' })
  await vi.advanceTimersByTimeAsync(20)
  await answered
  expect(asked).toEqual(['entra.groups'])
})

test('where the stream is silent, and after a refusal, everything of the program is read', async () => {
  const { told, asked } = await page('entra.users', 'lark.members', 'world.clock')
  const done = told.after('entra.create-group', { result: null, news: 7 })
  await vi.advanceTimersByTimeAsync(1_100)
  await done
  expect(asked.splice(0).sort()).toEqual(['entra.users', 'world.clock'])
  const refused = told.after('lark.add-member', undefined)
  await vi.advanceTimersByTimeAsync(20)
  await refused
  expect(asked.splice(0).sort()).toEqual(['lark.members', 'world.clock'])
  const over = told.after('world.start-over', { result: null, news: 1 })
  await vi.advanceTimersByTimeAsync(20)
  await over
  expect(asked.sort()).toEqual(['entra.users', 'lark.members', 'world.clock'])
})
