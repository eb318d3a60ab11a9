// `scimulator test URL --suite NAME`: what others have published, asked of one endpoint.
import { writeFileSync } from 'node:fs'
import { BadInput } from '@scimulator/harness'
import { runSuites, SUITE_NAMES, type SuiteName, type SuiteResult, suiteScreen } from '@scimulator/harness/suites'
import type { TargetDescription } from '@scimulator/harness/target'
import pc from 'picocolors'
import { complain } from './output.ts'
import { STANDARD_OUTPUT } from './output-files.ts'
import { createProgress } from './progress.ts'

export interface SuitesArguments {
  /** Names, separated by commas. */
  readonly suite: string
  readonly reporter?: string
  readonly json?: string
  readonly verbose?: boolean
}

/** Options that choose among what the examination asks, which a suite does not. */
const OF_THE_EXAMINATION = ['only', 'finding', 'baseline', 'writeBaseline', 'failOn', 'access', 'accessUrl', 'block']

/** @throws BadInput for a name that no suite has, and for an option that says nothing to a suite */
export function suiteNames({ suite }: SuitesArguments, given: object): readonly SuiteName[] {
  const odd = OF_THE_EXAMINATION.find((name) => name in given)
  if (odd !== undefined) throw new BadInput(`--suite asks all of a suite; --${kebab(odd)} does not go with it.`)
  return suite.split(',').map((one) => {
    const found = SUITE_NAMES.find((name) => name === one.trim())
    if (found === undefined) throw new BadInput(`--suite takes ${SUITE_NAMES.join(', ')}, not "${one.trim()}".`)
    return found
  })
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

interface Asked {
  readonly description: TargetDescription
  readonly endsInSlash: boolean
  readonly settle?: readonly number[]
  readonly suites: readonly SuiteName[]
}

/** @returns the exit code */
export async function suitesCommand(asked: Asked, given: SuitesArguments): Promise<number> {
  const progress = createProgress()
  const result = await runSuites({
    ...asked,
    onProgress: ({ done, of, requests }) => progress.show(`${done} of ${of}, ${requests} requests`),
    onPause: complain,
  }).finally(progress.stop)
  tell(result, given)
  return exitCode(result)
}

function tell(result: SuiteResult, { json: file, reporter, verbose = false }: SuitesArguments): void {
  const json = `${JSON.stringify(result, null, 2)}\n`
  if (file !== undefined && file !== STANDARD_OUTPUT) writeFileSync(file, json)
  const style = pc.createColors(pc.isColorSupported && process.stdout.isTTY)
  if (reporter === 'json' || file === STANDARD_OUTPUT) process.stdout.write(json)
  else process.stdout.write(suiteScreen(result, { style, verbose }))
}

function exitCode({ trouble, suites, leftBehind }: SuiteResult): number {
  if (trouble) return 2
  if (suites.some(({ counts }) => counts.fail > 0)) return 1
  return leftBehind.length > 0 ? 4 : 0
}
