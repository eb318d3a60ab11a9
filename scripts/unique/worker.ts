// Runs scenario files with a variant on, one after another, and says of each whether it is still green. Only bundled: see bundle.ts.

import { loadScenario } from '../../packages/harness/src/scenario/load-scenario.ts'
import { runCombination } from '../../packages/harness/src/scenario/run-scenario.ts'
import type { Scenario } from '../../packages/harness/src/scenario/scenario.ts'
import { isRestart } from '../../packages/harness/src/steps/restart.ts'
import { shippedPrograms } from '../../packages/harness/src/world/programs.ts'
import { vocabularyOf } from '../../packages/harness/src/world/vocabulary-of.ts'
import { hooks } from './hooks.ts' // first: the code behind it asks it
import { type Asked, OVER_SOCKET, type Told } from './worker-port.ts'

const kinds = await shippedPrograms()
const vocabulary = await vocabularyOf(kinds)
const root = process.argv[2] ?? '.'

/** Reading and checking takes as long as running. */
const loaded = new Map<string, Scenario>()

process.on('message', async (asked: Asked) => {
  const told = await run(asked)
  process.send?.(told)
})
process.send?.({ ready: true })

/** A file that is red as it is without a socket is asked over one from then on. */
async function run(asked: Asked): Promise<Told> {
  const told = await tryOut(asked)
  return told.isRed && !asked.variant && !asked.isOverSocket ? tryOut({ ...asked, isOverSocket: true }) : told
}

/** To the first combination that is red. */
async function tryOut({ variant, file, isOverSocket = false }: Asked): Promise<Told> {
  hooks.variant = undefined
  hooks.touched.clear()
  const scenario = loaded.get(file) ?? loadScenario(file, { vocabulary, root })
  loaded.set(file, scenario)
  hooks.variant = variant
  // A restart needs a journal, and somebody who listens.
  const isInProcess = !isOverSocket && !scenario.steps.some(isRestart)
  for (const combination of scenario.combinations) {
    const { result } = await runCombination(scenario, combination, { kinds, isInProcess })
    if (result.outcome !== 'passed') return { isRed: true, touched: [], why: whyRed(result) }
  }
  const touched = variant ? [] : [...hooks.touched, ...(isOverSocket ? [OVER_SOCKET] : [])]
  return { isRed: false, touched }
}

function whyRed({
  outcome,
  message,
  steps,
  expectations,
}: Awaited<ReturnType<typeof runCombination>>['result']): string {
  const asked = [...steps.flatMap((one) => one.expectations), ...expectations]
  const failed = asked.find((one) => one.outcome === 'failed')
  const broken = steps.find((one) => one.outcome === 'failed' || one.outcome === 'error')
  return [outcome, message ?? failed?.title ?? broken?.message ?? '', failed?.failures[0]?.item ?? '']
    .join(' ')
    .slice(0, 300)
}
