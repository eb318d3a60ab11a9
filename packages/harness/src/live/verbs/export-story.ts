import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

export const Rename = z
  .boolean()
  .default(false)
  .describe('Gives everybody another name, other addresses and numbers. Names of groups and companies stay')

export const exportStoryVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'export-story',
    describes: 'A story as one HTML file that needs no server: its text, to be saved. It has no token in it.',
    changes: false,
    input: z.strictObject({ story: z.string().describe('Its name, as the view stories has it'), rename: Rename }),
    async run({ story, rename }) {
      const recording = await world.stories.record(story)
      return { title: recording.story.title, html: world.stories.page(recording, { rename }) }
    },
  })
