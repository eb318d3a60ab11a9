import { readFileSync } from 'node:fs'
import {
  exitCodeOf,
  PLAIN,
  scenarioTree,
  summaryText,
  type TreeStyle,
  writeArtefacts,
} from '@scimulator/harness/report'
import { BadInput, type RunFilesOptions, runFiles } from '@scimulator/harness/scenario'
import {
  assertConsent,
  guardOpened,
  namesInFile,
  type OpenTarget,
  openTarget,
  parallelOf,
  readDescription,
} from '@scimulator/harness/target'
import { PROGRAM_KINDS } from '@scimulator/harness/world'
import pc from 'picocolors'
import { resolveScenarios, type ScenarioLibrary, scenarioLibrary } from '../shipped/scenario-library.ts'
import { complain, print } from './output.ts'
import type { RunArguments } from './run-options.ts'
import { VERSION } from './version.ts'

const DEFAULT_RESULT = '.scimulator/results/latest.json'

/** @returns the exit code. @throws BadInput */
export async function runCommand(written: readonly string[], given: RunArguments): Promise<number> {
  assertNoNamespace(given)
  const library = scenarioLibrary()
  const paths = pathsOf(written, given, library)
  const description = readDescription(given, { env: process.env })
  if (description) assertConsent(description, given.iOwnThisTarget ?? false)
  const interrupted = new AbortController()
  const interruption = description && cleanUpOnInterrupt(interrupted)
  const { signal } = interrupted
  const opened = description && (await openTarget(description, { env: process.env, signal, onPause: complain }))
  try {
    const named = paths.filter((path) => !written.includes(path))
    // What ships inside is shown by its name, wherever it is installed.
    const rootOf = (path: string): string => (named.some((one) => path.startsWith(one)) ? library.folder : '.')
    const code = await runAgainst(opened, paths, given, { signal, rootOf })
    return interruption?.exitCode() ?? code
  } finally {
    await opened?.close()
    interruption?.stopListening()
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

async function runAgainst(
  opened: OpenTarget | undefined,
  paths: readonly string[],
  given: RunArguments,
  fixed: Pick<RunFilesOptions, 'signal' | 'rootOf'>,
): Promise<number> {
  const style: TreeStyle = pc.isColorSupported && process.stdout.isTTY ? pc : PLAIN
  const detail = given.brief ? 'brief' : 'all'
  const progress = createProgress()
  const options: RunFilesOptions = {
    kinds: PROGRAM_KINDS,
    ...fixed,
    ...(given.seed === undefined ? {} : { seed: integer('--seed', given.seed) }),
    ...(given.port === undefined ? {} : { port: integer('--port', given.port) }),
    ...(given.filter === undefined ? {} : { filter: given.filter }),
    ...(opened ? { target: await guardOpened(opened, guardOptions(given)), parallel: parallelOf(opened) } : {}),
    onStart: progress.show,
    onScenario(result) {
      progress.clear()
      print(scenarioTree(result, detail, style))
    },
  }
  const { run, recorded } = await runFiles(paths, options)
  progress.clear()
  writeArtefacts(run, recorded, { ...given, json: given.json ?? DEFAULT_RESULT }, VERSION)
  print(`\n${summaryText(run, style)}`)
  for (const note of opened?.connected.notes ?? []) print(style.dim(note))
  print(style.dim(`JSON result: ${given.json ?? DEFAULT_RESULT}`))
  return exitCodeOf(run)
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

const SIGNAL_EXIT = { SIGINT: 130, SIGTERM: 143 } as const

/** The first Ctrl-C lets the step at work end and the target be cleaned up; the second one ends at once. */
function cleanUpOnInterrupt(interrupted: AbortController): Interruption {
  let code: number | undefined
  const listeners = Object.entries(SIGNAL_EXIT).map(([signal, exit]) => {
    const listener = (): void => {
      complain('Interrupted: this step ends, then what the run has created is deleted. Once more ends at once.')
      code = exit
      interrupted.abort()
    }
    process.once(signal, listener)
    return () => void process.off(signal, listener)
  })
  return {
    exitCode: () => code,
    stopListening: () =>
      listeners.forEach((off) => {
        off()
      }),
  }
}

function integer(option: string, text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new BadInput(`${option} takes a whole number from 0 on, not "${text}".`)
}

interface Progress {
  show(file: string): void
  clear(): void
}

/** The file at work, on a terminal only; logs of CI stay free of it. */
function createProgress(): Progress {
  if (!process.stderr.isTTY) return { show() {}, clear() {} }
  return {
    show: (file) => void process.stderr.write(`\r\u001B[K… ${file}`),
    clear: () => void process.stderr.write('\r\u001B[K'),
  }
}
