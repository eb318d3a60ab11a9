import { defineView } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

const SnapshotItem = z.object({ now: z.string().describe('What time it was in the world') })

export const snapshots = (world: LiveWorld) =>
  defineView({
    name: 'snapshots',
    describes: 'Snapshots by name, in the order in which they were taken.',
    query: z.strictObject({}),
    item: SnapshotItem,
    read: () => world.snapshots.all().map(({ name, now }) => ({ key: name, value: { now: isoTime(now) } })),
  })
