import { defineVerb } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

export const SnapshotName = z.string().trim().min(1).max(100)

export const takeSnapshotVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'take-snapshot',
    describes:
      'Keeps what all programs hold now, and what time it is, under a name: until the command ends, or in the data folder.',
    input: z.strictObject({ name: SnapshotName }),
    run({ name }) {
      const picture = world.takePicture()
      world.snapshots.take(name, picture)
      world.hub.publish('changed', { program: 'world' })
      return { name, now: isoTime(picture.now) }
    },
  })
