import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

const StoryItem = z.object({
  title: z.string(),
  describes: z.string(),
  steps: z.number().int().describe('How many steps it has'),
  isStory: z.boolean().describe('Whether it was written to be shown; any other scenario can be shown as well'),
})

export const stories = (world: LiveWorld) =>
  defineView({
    name: 'stories',
    describes: 'Scenarios that can be shown step by step, by name.',
    query: z.strictObject({
      every: z.stringbool().or(z.boolean()).default(false).describe('All other scenarios as well'),
    }),
    item: StoryItem,
    read: async ({ every }) => (await world.stories.list(every)).map(({ id, ...value }) => ({ key: id, value })),
  })
