// One view of a scenario, as it is after a step: the run goes so far and no further.
import type { ViewItem } from '@scimulator/shared/behaviour'
import { suggest } from '@scimulator/shared/behaviour'
import type { ProgramDescriptor } from '@scimulator/shared/program'
import { readView } from '../world/view.ts'
import type { World } from '../world/world.ts'
import { BadInput } from '../written/problem.ts'
import { ofCombination } from './per-combination.ts'
import { runCombination } from './run-scenario.ts'
import type { Scenario } from './scenario.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface LookOptions {
  readonly kinds: readonly ProgramDescriptor[]
  readonly vocabulary: Vocabulary
  /** Number of the step behind which is looked; the last one when left out. */
  readonly at?: number
  readonly view: string
  readonly query?: Readonly<Record<string, unknown>>
  readonly seed?: number
}

/** What the view shows. @throws BadInput when there is no such step or view, or a step before could not be carried out */
export async function lookAtScenario(written: Scenario, options: LookOptions): Promise<readonly ViewItem[]> {
  const [combination = {}] = written.combinations
  const scenario = ofCombination(written, combination)
  const { vocabulary, view, query = {}, kinds, at = scenario.steps.length, seed } = options
  if (!vocabulary.views.has(view)) {
    throw new BadInput(`There is no view "${view}". ${suggest(view, vocabulary.views.keys())}`)
  }
  const { steps } = scenario
  if (at < 1 || at > steps.length) {
    throw new BadInput(`${scenario.file} has the steps 1 to ${steps.length}; there is no step ${at}.`)
  }
  const program = vocabulary.views.get(view)?.program
  const programs = new Set([...scenario.programs, ...(program === undefined ? [] : [program])])
  const cut: Scenario = { ...scenario, steps: steps.slice(0, at), expectations: [], programs }
  let ended = 0
  let seen: Awaited<ReturnType<typeof readView>> | undefined
  let redact = (text: string): string => text
  const onlooker = {
    tap: { arriving: <Send>(send: Send) => send, leaving: <Send>(send: Send) => send },
    opened: (world: World) => {
      redact = world.secrets.redact
    },
    async stepEnded(world: World) {
      ended += 1
      if (ended === at) seen = await readView(world, view, query, [])
    },
  }
  const { result } = await runCombination(cut, combination, {
    kinds,
    onlooker,
    ...(seed === undefined ? {} : { seed }),
  })
  const broken = result.steps.find(
    ({ outcome, expectations }) => outcome === 'error' || (outcome === 'failed' && expectations.length === 0),
  )
  if (broken) throw new BadInput(`Step ${broken.number} (${broken.title}) was not carried out: ${broken.message}`)
  if (seen?.kind === 'items') return JSON.parse(redact(JSON.stringify(seen.items)))
  throw new BadInput(seen?.kind === 'incomplete' ? seen.reason : `${view} is not in this run.`)
}
