import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'
import { SnapshotName } from './take-snapshot.ts'

export const restoreSnapshotVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'restore-snapshot',
    describes: 'Goes back to a snapshot: all programs, and a virtual clock. Exchanges of later are forgotten.',
    input: z.strictObject({ name: SnapshotName }),
    async run({ name }) {
      if (world.target)
        throw new VerbError(
          'refused',
          `${world.target.url} is not ours to bring back, and what stands there would not fit. Start over instead.`,
        )
      await world.bringBack(world.snapshots.find(name), `went back to "${name}"`)
      return { name, now: isoTime(world.now().schedule.now()) }
    },
  })
