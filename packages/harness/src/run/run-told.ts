// Runs a scenario that stands in memory and keeps what its identity providers have sent, and the directory that it ends in.
import type { ViewItem } from '@scimulator/shared/behaviour'
import type { Exchange } from '@scimulator/shared/provisioning'
import { parseScenario } from '../scenario/load-scenario.ts'
import type { Combination } from '../scenario/matrix.ts'
import { type Onlooker, type RunOptions, runCombination } from '../scenario/run-scenario.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Vocabulary } from '../scenario/vocabulary.ts'
import { shippedPrograms } from '../world/programs.ts'
import { readView } from '../world/view.ts'
import { vocabularyOf } from '../world/vocabulary-of.ts'
import { BadInput } from '../written/problem.ts'

export interface Told {
  readonly exchanges: readonly Exchange[]
  /** The step that did not go as written. */
  readonly problem?: string
  readonly users: readonly ViewItem[]
  readonly groups: readonly ViewItem[]
}

/** @returns what runs the text of a scenario file */
export async function toldRunner(): Promise<(text: string) => Promise<Told>> {
  const kinds = await shippedPrograms()
  const vocabulary = await vocabularyOf(kinds)
  return async (text) => {
    const scenario = parsed(text, vocabulary)
    return typeof scenario === 'string'
      ? { exchanges: [], problem: scenario, users: [], groups: [] }
      : runWatched(scenario, {}, { kinds, isInProcess: true })
  }
}

/** One run, with its directory as it was when the last step had ended. */
export async function runWatched(scenario: Scenario, combination: Combination, options: RunOptions): Promise<Told> {
  let read: () => Promise<Pick<Told, 'users' | 'groups'>> = async () => ({ users: [], groups: [] })
  let [seen, steps] = [await read(), 0]
  const onlooker: Onlooker = {
    tap: { arriving: (send) => send, leaving: (send) => send },
    opened: (world) => {
      read = async () => {
        const itemsOf = async (name: string) => {
          const reading = await readView(world, name, {}, [])
          return reading.kind === 'items' ? reading.items : []
        }
        return { users: await itemsOf('directory.users'), groups: await itemsOf('directory.groups') }
      }
    },
    async stepEnded() {
      steps += 1
      if (steps === scenario.steps.length) seen = await read().catch(() => seen)
    },
  }
  const { exchanges, result } = await runCombination(scenario, combination, { ...options, onlooker })
  const bad = result.steps.find(({ outcome }) => outcome !== 'passed')
  return { exchanges, ...(bad ? { problem: `${bad.title}: ${bad.message}` } : {}), ...seen }
}

function parsed(text: string, vocabulary: Vocabulary): Scenario | string {
  try {
    return parseScenario(text, { path: 'told.yaml', file: 'told.yaml', vocabulary })
  } catch (error) {
    if (error instanceof BadInput) return error.message
    throw error
  }
}
