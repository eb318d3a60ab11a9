import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

export const liftFaultsVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'lift-faults',
    describes: 'Nothing goes wrong on the wire any more.',
    input: z.strictObject({}),
    run() {
      const { faults } = world.now().wire
      const lifted = faults.inForce().length
      faults.clear()
      if (lifted > 0) world.now().happenings.note({ kind: 'faults-lifted' })
      world.hub.publish('changed', { program: 'world' })
      return { lifted }
    },
  })
