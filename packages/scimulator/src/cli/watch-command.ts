import { shippedPrograms } from '@scimulator/harness/world'
import { watchScenarios } from '../watch/watch-scenarios.ts'
import { explainRun } from './explain-run.ts'
import { complain, print } from './output.ts'
import { createRunReporter } from './run-reporter.ts'
import { stopSignal } from './stop-signal.ts'
import { terminalStyle } from './terminal-style.ts'

/** An editor writes a file in several strokes, all within so many milliseconds. */
const QUIET_MS = 40

/** @returns the exit code, once it is stopped. @throws BadInput when there is no scenario */
export async function watchCommand(paths: readonly string[]): Promise<number> {
  const kinds = await shippedPrograms()
  const style = terminalStyle()
  const reporter = createRunReporter({ name: 'screen', isVerbose: false, style, say: print, env: {} })
  const { code } = stopSignal()
  const stopped = new AbortController()
  void code.then(() => stopped.abort())
  await watchScenarios(paths, {
    signal: stopped.signal,
    pause: () => new Promise((resolve) => setTimeout(resolve, QUIET_MS)),
    run: { kinds, record: 'failed', explain: explainRun(kinds), onScenario: reporter.ran },
    onBegin: (changed, scenarios) => print(style.dim(beginText(changed, scenarios))),
    onRan: (run) => reporter.ended(run, []),
    onProblem: complain,
    onQuiet: (scenarios, failed) => print(style.dim(quietText(scenarios, failed))),
  })
  return code
}

function beginText(changed: readonly string[], scenarios: number): string {
  return changed.length === 0 ? counted(scenarios) : `\n${changed.join(', ')}: ${counted(scenarios)}`
}

function quietText(scenarios: number, failed: readonly string[]): string {
  const state = failed.length === 0 ? 'all pass' : `${failed.length} of them not passing: ${failed.join(', ')}`
  return `Watching ${counted(scenarios)}, ${state}. Ctrl-C ends it.`
}

function counted(scenarios: number): string {
  return `${scenarios} ${scenarios === 1 ? 'scenario' : 'scenarios'}`
}
