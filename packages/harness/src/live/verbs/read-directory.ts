import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

export const readDirectoryVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'read-directory',
    describes: 'Reads anew what was made at the endpoint that stands in the place of the receiver.',
    effect: 'looks',
    input: z.strictObject({}),
    async run() {
      if (!world.directory) throw new VerbError('refused', 'The receiver of this world is its own; its views show it.')
      const counts = await world.directory.read()
      world.hub.publish('changed', { program: 'world' })
      return counts
    },
  })
