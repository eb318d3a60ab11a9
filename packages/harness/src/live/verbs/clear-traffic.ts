import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

export const clearTrafficVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'clear-traffic',
    describes: 'Forgets what was on the wire, and what happened between; directories and the clock stay as they are.',
    changes: false,
    input: z.strictObject({}),
    run() {
      const { traffic, acts, happenings } = world.now()
      const cleared = traffic.kept().length
      for (const log of [traffic, acts, happenings]) log.clear()
      world.hub.publish('reset', { why: 'the wire was cleared', now: world.now().schedule.now() })
      return { cleared }
    },
  })
