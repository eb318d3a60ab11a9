import {
  exitCodeOf,
  PLAIN,
  scenarioTree,
  summaryText,
  type TreeStyle,
  writeArtefacts,
} from '@scimulator/harness/report'
import { BadInput, type RunFilesOptions, runFiles } from '@scimulator/harness/scenario'
import { PROGRAM_KINDS } from '@scimulator/harness/world'
import pc from 'picocolors'
import { complain, print } from './output.ts'
import { readTarget } from './read-target.ts'
import { VERSION } from './version.ts'

export interface RunArguments {
  readonly seed?: string
  readonly filter?: string
  readonly json?: string
  readonly junit?: string
  readonly transcripts?: string
  readonly har?: string
  readonly port?: string
  readonly brief?: boolean
  readonly target?: string
  readonly tokenEnv?: string
  readonly namespace?: string
  readonly iOwnThisTarget?: boolean
}

const DEFAULT_RESULT = '.scimulator/results/latest.json'

/** @returns the exit code. @throws BadInput */
export async function runCommand(paths: readonly string[], given: RunArguments): Promise<number> {
  const style: TreeStyle = pc.isColorSupported && process.stdout.isTTY ? pc : PLAIN
  const detail = given.brief ? 'brief' : 'all'
  const progress = createProgress()
  const interrupted = new AbortController()
  const options: RunFilesOptions = {
    kinds: PROGRAM_KINDS,
    signal: interrupted.signal,
    ...(given.seed === undefined ? {} : { seed: integer('--seed', given.seed) }),
    ...(given.port === undefined ? {} : { port: integer('--port', given.port) }),
    ...(given.filter === undefined ? {} : { filter: given.filter }),
    ...(given.target === undefined ? {} : { target: await readTarget(given.target, given) }),
    onStart: progress.show,
    onScenario(result) {
      progress.clear()
      print(scenarioTree(result, detail, style))
    },
  }
  const stopListening = given.target === undefined ? () => {} : cleanUpOnInterrupt(interrupted)
  const { run, recorded } = await runFiles(paths, options).finally(stopListening)
  progress.clear()
  writeArtefacts(run, recorded, { ...given, json: given.json ?? DEFAULT_RESULT }, VERSION)
  print(`\n${summaryText(run, style)}`)
  print(style.dim(`JSON result: ${given.json ?? DEFAULT_RESULT}`))
  return exitCodeOf(run)
}

/** The first Ctrl-C lets the step at work end and the target be cleaned up; the second one ends at once. */
function cleanUpOnInterrupt(interrupted: AbortController): () => void {
  const onInterrupt = (): void => {
    complain('Interrupted: this step ends, then what the run has created is deleted. Once more ends at once.')
    interrupted.abort()
  }
  process.once('SIGINT', onInterrupt)
  return () => process.off('SIGINT', onInterrupt)
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
