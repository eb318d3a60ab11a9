import { VerbError } from '@scimulator/shared/behaviour'
import { expect, test } from 'vitest'
import { shippedStories } from './shipped-stories.ts'

const stories = shippedStories()
const heads = await stories.list(false)

test('five stories are told', () => {
  expect(heads.map(({ id, isStory }) => [id.split('/')[0], isStory])).toEqual(Array(5).fill(['stories', true]))
})

test.each(heads.map(({ id, steps }) => [id, steps] as const))(
  '%s comes out as it is told: at most 25 steps, each with its words',
  async (id, steps) => {
    const recording = await stories.record(id)
    expect([recording.story.id, recording.outcome, recording.steps.length]).toEqual([id, 'passed', steps])
    expect(steps).toBeLessThanOrEqual(25)
    expect(recording.steps.slice(0, -1).filter(({ says, title }) => says.length < 10 || says === title)).toEqual([])
    expect(recording.wire.map(({ seq }) => seq)).toEqual(recording.wire.map((_, at) => at + 1))
    expect(recording.steps.at(-1)?.exchanges.to).toBe(recording.wire.length)
    expect(recording.wire.some(({ effects }) => effects.length > 0)).toBe(true)
    // What a shell would put in is no token.
    expect(JSON.stringify(recording).match(/Bearer (?![$%]).{20}/)).toBeNull()
  },
)

test('a name that is none is answered with the nearest', async () => {
  await expect(stories.record('stories/mass-unasign')).rejects.toThrow(VerbError)
  await expect(stories.record('stories/mass-unasign')).rejects.toThrow('stories/mass-unassign')
  await expect(stories.record('../package')).rejects.toThrow('There is no story')
})
