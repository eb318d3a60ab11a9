import { defineVerb, VerbError } from '@scimulator/shared/behaviour'
import { isoTime, isVirtual } from '@scimulator/shared/runtime'
import { z } from 'zod'
import type { LiveWorld } from '../world-port.ts'

/** Name of the snapshot that undoes it. */
const BEFORE_A_STORY = 'before the story'

export const playStoryVerb = (world: LiveWorld) =>
  defineVerb({
    name: 'play-story',
    describes: `Begins the world anew with the first steps of a story, to go on from there; the snapshot "${BEFORE_A_STORY}" brings back what was.`,
    input: z.strictObject({
      story: z.string().describe('Its name, as the view stories has it'),
      upTo: z.int().min(1).optional().describe('The last step that is carried out; all of them without it'),
    }),
    async run({ story, upTo }) {
      if (world.target)
        throw new VerbError(
          'refused',
          `A story has a receiver of its own, and ${world.target.url} stands in its place here.`,
        )
      if (world.isKept || !isVirtual(world.now().schedule))
        throw new VerbError(
          'refused',
          'A story begins a world anew, with a clock that can be moved. Start one with "scimulator up".',
        )
      const { start, play } = await world.stories.stage(story, upTo)
      const before = world.takePicture()
      await world.playAnew(start, play, `went on from "${story}"`)
      world.snapshots.replace(BEFORE_A_STORY, before)
      return { now: isoTime(world.now().schedule.now()), undo: BEFORE_A_STORY }
    },
  })
