import { readFileSync } from 'node:fs'
import {
  type ArtefactPaths,
  exitCodeOf,
  type RunResult,
  type ScenarioResult,
  writeArtefacts,
} from '@scimulator/harness/report'
import { BadInput, type RunFilesOptions, readTags, runFiles } from '@scimulator/harness/scenario'
import {
  assertConsent,
  guardOpened,
  namesInFile,
  type OpenTarget,
  openTarget,
  parallelOf,
  readDescription,
} from '@scimulator/harness/target'
import { shippedPrograms } from '@scimulator/harness/world'
import { onStopSignal } from '@scimulator/shared/platform'
import { assertMadeUp } from '../shipped/made-up.ts'
import { resolveScenarios, type ScenarioLibrary, scenarioLibrary } from '../shipped/scenario-library.ts'
import { VERSION } from '../shipped/version.ts'
import { explainRun } from './explain-run.ts'
import { again, isAmong, rememberRun } from './last-run.ts'
import { listRuns } from './list-runs.ts'
import { oneOf } from './one-of.ts'
import { complain, EXIT, print } from './output.ts'
import {
  assertOneOnStandardOutput,
  assertWritableFile,
  assertWritableFolder,
  STANDARD_OUTPUT,
  writeOutput,
} from './output-files.ts'
import type { PlanOptions } from './plan.ts'
import { type Counting, planOrConsent } from './plan-or-consent.ts'
import { createProgress } from './progress.ts'
import type { RunArguments } from './run-options.ts'
import { createRunReporter, RUN_REPORTERS, type RunReporterName, reporterFor } from './run-reporter.ts'
import { shardOf } from './shard-options.ts'
import { terminalStyle } from './terminal-style.ts'
import { wholeNumber } from './whole-number.ts'

const DEFAULT_RESULT = '.scimulator/results/latest.json'

/** @returns the exit code. @throws BadInput */
export async function runCommand(typed: readonly string[], asked: RunArguments): Promise<number> {
  assertNoNamespace(asked)
  const { written, given, among } = asked.failed
    ? again(typed, asked)
    : { written: typed, given: asked, among: undefined }
  if (among && among.length === 0) {
    print('Everything passed in the last run.')
    return EXIT.passed
  }
  const reporter = oneOf('--reporter', reporterFor(given.reporter, process.env), RUN_REPORTERS)
  const files = filesOf(given)
  const library = scenarioLibrary()
  const paths = pathsOf(written, given, library)
  const named = paths.filter((path) => !written.includes(path))
  // What ships inside is shown by its name, wherever it is installed.
  const rootOf = (path: string): string => (named.some((one) => path.startsWith(one)) ? library.folder : '.')
  const chosen = { rootOf, ...(among ? { among: isAmong(among) } : {}) }
  if (given.html !== undefined && !given.withPersonalData)
    assertMadeUp(paths, 'Say --with-personal-data if they may stand in it.')
  if (given.list) return listRuns(paths, { ...(await whatToRun(given)), ...chosen })
  const description = readDescription(given, { env: process.env })
  if (given.plan && !description) throw new BadInput('--plan needs --target URL: it tells what would happen there.')
  // On a terminal the owner can be asked; elsewhere nobody can.
  if (description && !given.plan && !process.stdin.isTTY) assertConsent(description, given.iOwnThisTarget ?? false)
  const interrupted = new AbortController()
  const interruption = description && cleanUpOnInterrupt(interrupted)
  const { signal } = interrupted
  let opened: OpenTarget | undefined
  try {
    opened = description && (await openTarget(description, { env: process.env, signal, onPause: complain }))
    const fixed = { signal, ...chosen }
    const counting: Counting = (show) => counted(paths, given, fixed, show)
    const answer = opened && (await planOrConsent(opened, given, counting))
    if (answer && 'code' in answer) return interruption?.exitCode() ?? answer.code
    const agreed = { ...fixed, ...answer }
    const run = await runAgainst(opened, paths, { ...given, ...files, reporter }, agreed)
    rememberRun(run, written, given.all ?? false)
    const code = exitCodeOf(run)
    return interruption?.exitCode() ?? code
  } catch (error) {
    const stopped = interruption?.exitCode()
    if (stopped === undefined) throw error
    complain(error instanceof Error ? error.message : String(error))
    return stopped
  } finally {
    await opened?.close()
    interruption?.stopListening()
  }
}

type Fixed = Pick<RunFilesOptions, 'signal' | 'rootOf' | 'among'>

/** The files at a receiver in this process, for what they would do. */
async function counted(
  paths: readonly string[],
  given: RunArguments,
  fixed: Fixed,
  show: (what: string) => void,
): Promise<PlanOptions> {
  const { adopt } = guardOptions(given)
  const options = { ...(await whatToRun(given)), ...fixed, onStart: show }
  return {
    ...(adopt ? { adopt } : {}),
    async carryOut(target, ended) {
      const rejected: string[] = []
      const onEnd = ({ outcome, message, file }: ScenarioResult): void => {
        ended()
        if (outcome === 'rejected') rejected.push(message ?? file)
      }
      await runFiles(paths, { ...options, target, onEnd })
      return rejected
    },
  }
}

async function whatToRun(given: RunArguments): Promise<Omit<RunFilesOptions, 'signal' | 'target'>> {
  const programs = await shippedPrograms()
  return {
    kinds: programs,
    ...(given.seed === undefined ? {} : { seed: wholeNumber('--seed', given.seed) }),
    ...(given.port === undefined ? {} : { port: wholeNumber('--port', given.port) }),
    ...(given.filter === undefined ? {} : { filter: given.filter }),
    ...(given.tags === undefined ? {} : { tags: readTags(given.tags) }),
    ...(await shardOf(given)),
    failFast: given.failFast ?? false,
    record: given.record ? 'all' : 'failed',
    explain: explainRun(programs),
  }
}

function assertNoNamespace({ namespace }: RunArguments): void {
  if (namespace === undefined) return
  throw new BadInput(
    '--namespace is gone: every name begins with scimulator- and the id of the run, so that each run has its own. ' +
      '--run-id repeats a run under its names.',
  )
}

function guardOptions({ ledger, adopt }: RunArguments): { ledgerFolder?: string; adopt?: readonly string[] } {
  return {
    ...(ledger === undefined ? {} : { ledgerFolder: ledger }),
    ...(adopt === undefined ? {} : { adopt: namesInFile(readText(adopt)) }),
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new BadInput(`--adopt: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Where results go, looked at before anything runs. @throws BadInput when one of them cannot be written */
function filesOf({ json, junit, html, har, transcripts }: RunArguments): ArtefactPaths {
  assertOneOnStandardOutput({ '--json': json, '--junit': junit, '--html': html, '--har': har })
  assertWritableFile('--json', json)
  assertWritableFile('--junit', junit)
  assertWritableFile('--html', html)
  assertWritableFolder('--har', har)
  assertWritableFolder('--transcripts', transcripts)
  return { ...(json === undefined ? defaultResult() : { json }) }
}

/** Nobody has asked for it, so that a folder that cannot be written is no reason not to run. */
function defaultResult(): ArtefactPaths {
  try {
    assertWritableFile('--json', DEFAULT_RESULT)
    return { json: DEFAULT_RESULT }
  } catch {
    return {}
  }
}

async function runAgainst(
  opened: OpenTarget | undefined,
  paths: readonly string[],
  given: RunArguments & { readonly reporter: RunReporterName },
  { runId, ...fixed }: Fixed & { readonly runId?: string },
): Promise<RunResult> {
  const style = terminalStyle()
  // What is for people makes way for a result on standard output.
  const say = [given.json, given.junit, given.html, given.har].includes(STANDARD_OUTPUT) ? complain : print
  const isVerbose = given.verbose ?? false
  const reporter = createRunReporter({ name: given.reporter, isVerbose, style, say, env: process.env })
  const progress = createProgress()
  let done = 0
  const options: RunFilesOptions = {
    ...(await whatToRun(given)),
    ...fixed,
    ...(opened
      ? {
          target: await guardOpened(opened, { ...guardOptions(given), ...(runId ? { runId } : {}) }),
          parallel: parallelOf(opened),
        }
      : {}),
    onStart: (file) => progress.show(`${done} done, ${file}`),
    onEnd({ file }) {
      done += 1
      progress.show(`${done} done, the latest ${file}`)
    },
    onScenario(result) {
      progress.clear()
      reporter.ran(result)
    },
  }
  const { run, recorded } = await runFiles(paths, options).finally(progress.stop)
  writeArtefacts(run, recorded, given, VERSION)
  if (given.html !== undefined) {
    const { runPage } = await import('@scimulator/harness/html')
    writeOutput(given.html, runPage(run))
  }
  const written = [given.json, given.html].filter((file) => file !== undefined && file !== STANDARD_OUTPUT)
  reporter.ended(run, [...(opened?.connected.notes ?? []), ...written.map((file) => `Result: ${file}`)])
  return run
}

/** @throws BadInput when nothing is named, or nothing is there under a name */
function pathsOf(written: readonly string[], { all }: RunArguments, library: ScenarioLibrary): readonly string[] {
  if (all && written.length > 0) throw new BadInput('--all runs what ships inside; leave the paths out.')
  if (all) return [library.folder]
  if (written.length > 0) return resolveScenarios(written, library)
  throw new BadInput('Which scenarios? Give files, folders or names ("scimulator list" shows them), or --all.')
}

interface Interruption {
  /** 130 after SIGINT, 143 after SIGTERM; undefined when neither came. */
  exitCode(): number | undefined
  stopListening(): void
}

/** The first Ctrl-C lets the step at work end and the target be cleaned up; the second one ends at once. */
function cleanUpOnInterrupt(interrupted: AbortController): Interruption {
  let code: number | undefined
  const stopListening = onStopSignal(({ exitCode }) => {
    complain('Interrupted. Finishing this step, then deleting what this run created. Press Ctrl-C again to quit now.')
    code = exitCode
    interrupted.abort()
  })
  return { exitCode: () => code, stopListening }
}
