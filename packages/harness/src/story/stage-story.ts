// A story in a world that stands: its first steps are carried out in the programs that are there, and everything is as if somebody had
// done so by hand.
import { VerbError } from '@scimulator/shared/behaviour'
import { createRecorder } from '@scimulator/shared/http'
import { isVirtual, type VirtualSchedule } from '@scimulator/shared/runtime'
import type { Assembly } from '../live/assembly.ts'
import type { StagedStory } from '../live/stories.ts'
import { ofCombination } from '../scenario/per-combination.ts'
import type { Scenario, Step } from '../scenario/scenario.ts'
import { createRunContext } from '../steps/run-context.ts'
import { runStep } from '../steps/run-step.ts'
import { createInterruptions } from '../world/interruptions.ts'
import { createSecrets } from '../world/secrets.ts'
import { createSourceBook } from '../world/source-book.ts'
import { createTurns } from '../world/turns.ts'
import type { World } from '../world/world.ts'

/** @param upTo the last step that is carried out. @throws VerbError `refused` for what such a world cannot be made to be */
export function stageStory(written: Scenario, upTo?: number): StagedStory {
  const scenario = ofCombination(written, written.combinations[0] ?? {})
  const special = Object.entries(scenario.given).find(([, value]) => JSON.stringify(value) !== '{}')
  if (special)
    throw new VerbError(
      'refused',
      `"${scenario.title}" sets "given.${special[0]}", which a world that stands does not have. It can be watched and exported.`,
    )
  const steps = scenario.steps.slice(0, upTo)
  return { start: scenario.start, play: (assembly) => playSteps(scenario, steps, assembly) }
}

async function playSteps(scenario: Scenario, steps: readonly Step[], assembly: Assembly): Promise<void> {
  const world = worldOf(assembly, scenario.start)
  // The checks of a test would be on the wire as requests of somebody.
  const quiet = { ...scenario, invariantsOff: 'somebody looks at the world, and nobody tests it' }
  const context = createRunContext(quiet, scenario.combinations[0] ?? {}, world, scenario.seed, {})
  for (const [index, step] of steps.entries()) {
    if (step.word.kind === 'expectations') continue
    const { outcome, message, title } = await runStep(step, index + 1, context)
    if (outcome !== 'passed') throw new VerbError('refused', `Step ${index + 1}, ${title}: ${message ?? outcome}`)
  }
}

/** What steps need of a world, from one that stands. */
function worldOf(assembly: Assembly, start: number): World {
  const { programs, traffic, wire, schedule, sendByHand } = assembly
  const controls = [...programs.values()].flatMap(({ control, aliases = [] }) =>
    [control.name, ...aliases].map((name) => [name, { ...control, name }] as const),
  )
  return {
    schedule: virtual(schedule),
    start,
    seed: 'story',
    programs,
    controls: new Map(controls),
    recorder: createRecorder(),
    faults: wire.faults,
    interruptions: createInterruptions(),
    turns: createTurns(),
    secrets: createSecrets(traffic.addSecret),
    sources: createSourceBook(),
    send: sendByHand,
    call: sendByHand,
    serve: async () => undefined,
    restartReceiver: () => Promise.reject(new VerbError('refused', 'A receiver with consoles keeps no journal.')),
    restore: (name, snapshot) => programs.get(name)?.control.restore(snapshot),
    giveUp: () => {},
    close: async () => {},
  }
}

function virtual(schedule: Assembly['schedule']): VirtualSchedule {
  if (isVirtual(schedule)) return schedule
  throw new VerbError('refused', 'This world runs on real time, which nobody moves.')
}
