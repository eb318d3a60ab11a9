// The scenarios that ship inside, as stories of a world.
import { loadScenario, type Scenario, shippedPrograms } from '@scimulator/harness'
import type { Stories, StoryHead, StoryRecording } from '@scimulator/harness/live'
import { BadInput, suggest } from '@scimulator/harness/scenario'
import { recordStory, renamePeople, stageStory, storyPage } from '@scimulator/harness/story'
import { VerbError } from '@scimulator/shared/behaviour'
import { type ScenarioLibrary, scenarioLibrary } from './scenario-library.ts'
import { readStoryTemplate } from './story-template.ts'

/** In the order in which they are told. */
const FIRST = [
  'stories/entra-help-page',
  'stories/jumpcloud-help-page',
  'stories/leaver-with-and-without-switch',
  'stories/mass-unassign',
  'stories/test-that-deactivates',
]

/** So many are held: who goes back and forth does not wait. */
const HELD = 8

export function shippedStories(library: ScenarioLibrary = scenarioLibrary()): Stories {
  let told: Promise<readonly StoryHead[]> | undefined
  let others: Promise<readonly StoryHead[]> | undefined
  const held = new Map<string, Promise<StoryRecording>>()
  const record = (id: string): Promise<StoryRecording> => {
    const known = held.get(id) ?? recordedOf(id, library)
    held.delete(id)
    held.set(id, known)
    const [oldest] = held.size > HELD ? held.keys() : []
    if (oldest !== undefined) held.delete(oldest)
    known.catch(() => held.delete(id))
    return known
  }
  return {
    async list(every) {
      told ??= headsOf(library, FIRST)
      if (!every) return told
      others ??= headsOf(
        library,
        library.names().filter((name) => !FIRST.includes(name)),
      )
      return [...(await told), ...(await others)]
    },
    record,
    stage: async (id, upTo) => stageStory(await scenarioOf(id, library), upTo),
    page(recording, { rename }) {
      try {
        return storyPage(readStoryTemplate(), rename ? renamePeople(recording) : recording)
      } catch (error) {
        throw error instanceof BadInput ? new VerbError('refused', error.message) : error
      }
    },
  }
}

async function recordedOf(id: string, library: ScenarioLibrary): Promise<StoryRecording> {
  return recordStory(await scenarioOf(id, library), await shippedPrograms())
}

/** @throws VerbError `not-found` that names the nearest */
async function scenarioOf(id: string, library: ScenarioLibrary): Promise<Scenario> {
  const path = library.names().includes(id) ? library.find(id) : undefined
  if (path === undefined) throw new VerbError('not-found', `There is no story "${id}". ${suggest(id, library.names())}`)
  return loadScenario(path, library.folder)
}

async function headsOf(library: ScenarioLibrary, names: readonly string[]): Promise<readonly StoryHead[]> {
  const all: StoryHead[] = []
  for (const id of names) {
    const { title, description, steps, expectations, tags } = await loadScenario(library.find(id) ?? id, library.folder)
    const count = steps.length + (expectations.length > 0 ? 1 : 0)
    all.push({ id, title, describes: description, steps: count, isStory: tags.includes('story') })
  }
  return all
}
