import { defineVerb } from '@scimulator/shared/behaviour'
import { isoTime } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

/** Name of the snapshot that undoes it. */
const BEFORE_STARTING_OVER = 'before starting over'

export const startOverVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'start-over',
    describes: `Begins the world anew, as it was when the command started; the snapshot "${BEFORE_STARTING_OVER}" brings it back.`,
    input: z.strictObject({
      keepUndo: z.boolean().default(true).describe(`Takes the snapshot "${BEFORE_STARTING_OVER}" first`),
      target: z
        .enum(['delete', 'leave'])
        .default('delete')
        .describe(
          'What was made at an endpoint in the place of the receiver: deleted first, or left until the command ends',
        ),
    }),
    run: (input) => beginAgain(world, input),
  })

interface Beginning {
  readonly keepUndo: boolean
  readonly target: 'delete' | 'leave'
}

export async function beginAgain(world: LiveWorld, { keepUndo, target: what }: Beginning) {
  const left = what === 'delete' ? await world.target?.clear() : undefined
  if (world.target) {
    if (left !== undefined) world.directory?.clear()
    await world.beginAnew('started over')
    return { now: isoTime(world.now().schedule.now()), undo: null, left: left ?? [] }
  }
  if (keepUndo) world.snapshots.replace(BEFORE_STARTING_OVER, world.takePicture())
  await world.beginAnew('started over')
  return { now: isoTime(world.now().schedule.now()), undo: keepUndo ? BEFORE_STARTING_OVER : null }
}
