import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

export const stopAdvancingVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'stop-advancing',
    describes: 'Stops the clock before the next thing that is planned.',
    input: z.strictObject({}),
    run() {
      const wasMoving = world.moving.until !== undefined
      world.moving.isStopped = true
      return { stopped: wasMoving }
    },
  })
