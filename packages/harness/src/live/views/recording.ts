import { defineView } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { StoryRecording } from '../story-recording.ts'
import type { LiveWorld } from '../world-port.ts'

export const recording = (world: LiveWorld) =>
  defineView({
    name: 'recording',
    describes: 'What happens in a story, step by step: it is carried out in a world of its own; one item.',
    query: z.strictObject({ story: z.string().optional().describe('Its name; nothing without it') }),
    item: StoryRecording,
    async read({ story }) {
      return story === undefined ? [] : [{ key: story, value: await world.stories.record(story) }]
    },
  })
