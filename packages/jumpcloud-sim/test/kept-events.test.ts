import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMemoryStore, openStore, type Stream } from '@scimulator/shared/store'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { InsightsEvent } from '../src/insights/event.ts'
import { keptEvents } from '../src/insights/kept-events.ts'
import { createOrgState } from '../src/state/state.ts'
import { START } from './world.ts'

const DAY = 86_400_000

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jumpcloud-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function append(stream: Stream<InsightsEvent>, id: string, at: number): void {
  stream.append({
    id,
    event_type: 'user_create',
    timestamp: new Date(at).toISOString(),
    service: 'directory',
    organization: 'org',
    '@version': '1',
    initiated_by: { type: 'admin' },
    success: true,
  })
}

async function idsOf(stream: Stream<InsightsEvent>, now: number): Promise<string[]> {
  return (await keptEvents(stream, now)).map(({ id }) => id)
}

test('events that memory has let go are read from the data folder', async () => {
  const store = await openStore(folder, createOrgState())
  const stream = store.stream<InsightsEvent>('insights', { limit: 2 })
  for (const [index, id] of ['a', 'b', 'c', 'd', 'e'].entries()) append(stream, id, START + index)
  expect(stream.recent()).toHaveLength(2)
  expect(await idsOf(stream, START + DAY)).toEqual(['a', 'b', 'c', 'd', 'e'])
  await store.close()
})

test('without a data folder the newest remain', async () => {
  const stream = createMemoryStore(createOrgState()).stream<InsightsEvent>('insights', { limit: 2 })
  for (const id of ['a', 'b', 'c']) append(stream, id, START)
  expect(await idsOf(stream, START)).toEqual(['b', 'c'])
})

test.each([
  [90 * DAY, ['old', 'new']],
  [90 * DAY + 1, ['new']],
  [91 * DAY + 1, []],
])('%d ms later Directory Insights knows %j: it forgets after 90 days', async (later, ids) => {
  const stream = createMemoryStore(createOrgState()).stream<InsightsEvent>('insights')
  append(stream, 'old', START)
  append(stream, 'new', START + DAY)
  expect(await idsOf(stream, START + later)).toEqual(ids)
})

test('what is too old in memory is not looked for on disk', async () => {
  const store = await openStore(folder, createOrgState())
  const stream = store.stream<InsightsEvent>('insights', { limit: 2 })
  for (const [index, id] of ['a', 'b', 'c'].entries()) append(stream, id, START + index * 100 * DAY)
  expect(await idsOf(stream, START + 200 * DAY)).toEqual(['c'])
  await store.close()
})
