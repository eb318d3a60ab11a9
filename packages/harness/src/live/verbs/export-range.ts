import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { recordWorld } from '../record-world.ts'
import type { LiveWorld } from '../world-port.ts'
import { Rename } from './export-story.ts'

export const exportRangeVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'export-range',
    describes:
      'What is on the wire, or a part of it, as one HTML file that needs no server: its text, to be saved. It has no token in it.',
    changes: false,
    input: z.strictObject({
      from: z.int().min(1).optional().describe('Number of the first exchange; the oldest without it'),
      to: z.int().min(1).optional().describe('Number of the last exchange; the newest without it'),
      title: z.string().trim().min(1).max(200).default('What was on the wire'),
      rename: Rename,
    }),
    async run({ from = 0, to = Number.MAX_SAFE_INTEGER, title, rename }) {
      const recording = await recordWorld(world.now(), { from, to, title }, world.target !== undefined)
      if (recording.wire.length === 0)
        throw new VerbError('refused', 'There is no exchange in that range, so there is nothing to export.')
      return { title, html: world.stories.page(recording, { rename }) }
    },
  })
