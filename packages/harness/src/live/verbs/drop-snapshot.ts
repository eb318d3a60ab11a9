import { defineVerb } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'
import { SnapshotName } from './take-snapshot.ts'

export const dropSnapshotVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'drop-snapshot',
    describes: 'Forgets a snapshot.',
    input: z.strictObject({ name: SnapshotName }),
    run({ name }) {
      world.snapshots.drop(name)
      world.hub.publish('changed', { program: 'world' })
      return { name }
    },
  })
