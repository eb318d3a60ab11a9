import { type Explored, entraSender, explained, explore, scenarioRunner } from '@scimulator/harness/explore'
import { BadInput } from '@scimulator/harness/scenario'
import {
  assertConsent,
  guardOpened,
  type OpenTarget,
  openTarget,
  readDescription,
  type TargetFlags,
} from '@scimulator/harness/target'
import { shippedPrograms } from '@scimulator/harness/world'
import { onStopSignal } from '@scimulator/shared/platform'
import { explainRun } from './explain-run.ts'
import { oneOf } from './one-of.ts'
import { complain, EXIT, print } from './output.ts'
import { assertWritableFile, writeOutput } from './output-files.ts'
import { createProgress } from './progress.ts'
import { wholeNumber } from './whole-number.ts'

export interface ExploreArguments extends TargetFlags {
  readonly idp: string
  readonly acts: string
  readonly histories: string
  readonly minutes?: string
  readonly seed: string
  readonly deviation?: string
  readonly out: string
  readonly ledger?: string
  readonly iOwnThisTarget?: boolean
}

/** @returns the exit code. @throws BadInput */
export async function exploreCommand(given: ExploreArguments): Promise<number> {
  const asked = readAsked(given)
  const description = readDescription(given, { env: process.env })
  if (description && given.deviation !== undefined)
    throw new BadInput('--deviation is for our own receiver; leave it or --target out.')
  if (description) assertConsent(description, given.iOwnThisTarget ?? false)
  const interrupted = new AbortController()
  let stopped: number | undefined
  const stopListening = onStopSignal(({ exitCode }) => {
    complain(
      'Interrupted. Finishing this history, then deleting what this run created. Press Ctrl-C again to quit now.',
    )
    stopped = exitCode
    interrupted.abort()
  })
  const { signal } = interrupted
  const opened = description && (await openTarget(description, { env: process.env, signal, onPause: complain }))
  try {
    const code = await exploreAt(opened, asked, signal, given)
    return stopped ?? code
  } finally {
    await opened?.close()
    stopListening()
  }
}

interface Asked {
  readonly idp: 'entra' | 'entra-legacy'
  readonly acts: number
  readonly histories: number
  readonly seed: number
  readonly minutes: number
  readonly out: string
  readonly deviations: readonly string[]
}

/** @throws BadInput */
function readAsked({ idp, acts, histories, seed, minutes, out, deviation = '' }: ExploreArguments): Asked {
  assertWritableFile('--out', out)
  return {
    idp: oneOf('--idp', idp, ['entra', 'entra-legacy'] as const),
    acts: wholeNumber('--acts', acts, 1),
    histories: wholeNumber('--histories', histories, 1),
    seed: wholeNumber('--seed', seed, 0),
    minutes: minutes === undefined ? Number.POSITIVE_INFINITY : wholeNumber('--minutes', minutes, 1),
    out,
    deviations: deviation.split(',').filter((name) => name !== ''),
  }
}

async function exploreAt(
  opened: OpenTarget | undefined,
  asked: Asked,
  signal: AbortSignal,
  { ledger }: ExploreArguments,
): Promise<number> {
  const target = opened && (await guardOpened(opened, ledger === undefined ? {} : { ledgerFolder: ledger }))
  const progress = createProgress()
  const end = performance.now() + asked.minutes * 60_000
  const options = { signal, ...(target ? { target } : {}) }
  const explored = await explore({
    ...asked,
    sender: entraSender({
      isOptscim: asked.idp === 'entra',
      deviations: asked.deviations,
      isForeign: opened !== undefined,
    }),
    run: await scenarioRunner(asked.out, options),
    onHistory: (done) => progress.show(`${done} histories`),
    isOver: () => signal.aborted || performance.now() > end,
  }).finally(progress.stop)
  const explain = explainRun(await shippedPrograms())
  const causes = explored.found ? await explained(explored.found.text, asked.out, explain, options) : []
  const left = (await target?.finish()) ?? []
  tell(explored, asked)
  for (const { id, title, text } of causes) print(`What explains it: ${id}: ${title}. ${text}`)
  if (explored.found && causes.length === 0) print('Nothing that is known explains it.')
  for (const one of left) complain(one)
  if (explored.found) return EXIT.failed
  return left.length > 0 ? EXIT.leftovers : EXIT.passed
}

function tell({ histories, reached, found }: Explored, { acts, seed, out }: Asked): void {
  const single = [...reached].filter(([name]) => !name.includes(', '))
  const done = single.map(([name, times]) => `${name} ${times}`).join(', ')
  print(`${histories} histories of at most ${acts} acts, with seed ${seed}.`)
  print(`Acts: ${done}.`)
  print(`Pairs of acts, one right after the other: ${reached.size - single.length}.`)
  if (!found) {
    print('Nothing was found: each ended in the directory that the references foresee.')
    return
  }
  writeOutput(out, found.text)
  print(`One of them ends in another directory. Its shortest form has ${found.acts} acts:`)
  print(`  ${found.message.split('\n').join('\n  ')}`)
  print(`It is in ${out}: scimulator run ${out}`)
}
