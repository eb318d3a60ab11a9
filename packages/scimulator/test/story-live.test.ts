// Going on live: the world is what the story had made of it by then, and goes on from there.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedStories } from '../src/shipped/shipped-stories.ts'
import { type ServedWorld, servedWorld } from './browser/served-world.ts'

let served: ServedWorld
beforeAll(async () => {
  served = await servedWorld()
})
afterAll(() => served.close())

interface Member {
  readonly key: string
  readonly value: { readonly name: string; readonly status: string }
}

async function members(): Promise<readonly (readonly [string, string])[]> {
  const answer = await fetch(`${served.url}/_scimulator/lark/views/members?sort=name`)
  const { items }: { items: readonly Member[] } = Object(await answer.json())
  return items.map(({ value }) => [value.name, value.status] as const)
}

test('up to a step everybody is as in the recording, and the next cycle does what it does there', async () => {
  const story = 'stories/entra-help-page'
  const { steps } = await shippedStories().record(story)
  const atTheEnd = steps[16]?.views['lark.members']?.set
  expect(Object.values(atTheEnd ?? {})).toMatchObject([{ name: 'Peter van Dam', status: 'Inactive' }])

  expect(await served.act('world.play-story', { story, upTo: 16 })).toMatchObject({ now: '2026-01-05T09:20:00Z' })
  const before = await members()
  expect(before.find(([name]) => name === 'Peter van Dam')).toEqual(['Peter van Dam', 'Active'])
  await served.act('world.advance', { by: '40m' })
  expect((await members()).filter(([, status]) => status !== 'Active')).toEqual([['Peter van Dam', 'Inactive']])

  await served.act('world.restore-snapshot', { name: 'before the story' })
  expect(await members()).toEqual([])
})

test.each([
  ['entra/quirks/nothing', 'There is no story'],
  ['jumpcloud/e03-managed-active', 'sets "given.jumpcloud"'],
])('%s is refused, and the world stays as it was', async (story, message) => {
  await served.act('lark.add-member', { name: 'Somebody', email: `${message.length}@contoso.example` })
  const before = await members()
  await expect(served.act('world.play-story', { story })).rejects.toThrow(message)
  expect(await members()).toEqual(before)
})

test('a step that cannot be carried out leaves the world that was there', async () => {
  await served.act('lark.add-member', { name: 'Still here', email: 'still@contoso.example' })
  const before = await members()
  const play = async (): Promise<never> => Promise.reject(new Error('step 2 does not go'))
  await expect(served.world.playAnew(Date.UTC(2030, 0, 1), play, 'played')).rejects.toThrow('step 2 does not go')
  expect(await members()).toEqual(before)
  expect(served.world.now().schedule.now()).toBeLessThan(Date.UTC(2030, 0, 1))
})
