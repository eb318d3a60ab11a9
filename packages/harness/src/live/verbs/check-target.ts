import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

export const checkTargetVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'check-target',
    describes: 'Asks the endpoint that stands in the place of the receiver whether it answers.',
    effect: 'looks',
    input: z.strictObject({}),
    run() {
      if (!world.target) throw new VerbError('refused', 'The receiver of this world is its own; it always answers.')
      return world.target.check()
    },
  })
