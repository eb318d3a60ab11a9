import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { readAnew } from './read-anew.ts'

test('lists are read before items, of what is old only', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  const asked: string[] = []
  const watch = (name: string, more: object = {}) =>
    new QueryObserver(client, {
      queryKey: [name],
      queryFn: async () => {
        asked.push(name)
        return name
      },
      ...more,
    }).subscribe(() => {})
  const ends = [watch('entra.job', { meta: { isItem: true } }), watch('entra.applications'), watch('lark.members')]
  await expect.poll(() => asked.length).toBe(3)
  asked.length = 0
  await readAnew(client, (name) => name.startsWith('entra.'))
  expect(asked).toEqual(['entra.applications', 'entra.job'])
  for (const end of ends) end()
})
