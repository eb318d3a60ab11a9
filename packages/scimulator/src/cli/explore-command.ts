import {
  asGiven,
  EXPLORATION_RESULT_VERSION,
  type ExplorationResult,
  type Explored,
  type ExploreOptions,
  entraSender,
  explained,
  explore,
  jumpCloudSender,
  oktaSender,
  reachedText,
  type Sender,
  scenarioRunner,
} from '@scimulator/harness/explore'
import { BadInput, readShard } from '@scimulator/harness/scenario'
import {
  assertConsent,
  guardOpened,
  type OpenTarget,
  openTarget,
  parallelOf,
  readDescription,
  type TargetFlags,
} from '@scimulator/harness/target'
import { shippedPrograms } from '@scimulator/harness/world'
import { onStopSignal } from '@scimulator/shared/platform'
import { keepInCorpus, readCorpus } from './corpus.ts'
import { explainRun } from './explain-run.ts'
import { oneOf } from './one-of.ts'
import { complain, EXIT, print } from './output.ts'
import { assertOneOnStandardOutput, assertWritableFile, STANDARD_OUTPUT, writeOutput } from './output-files.ts'
import type { PlanOptions } from './plan.ts'
import { planOrConsent } from './plan-or-consent.ts'
import { createProgress } from './progress.ts'
import { wholeNumber } from './whole-number.ts'

export interface ExploreArguments extends TargetFlags {
  readonly idp: string
  readonly acts: string
  readonly histories: string
  readonly minutes?: string
  readonly seed: string
  readonly faults?: boolean
  readonly deviation?: string
  readonly corpus?: string
  readonly shard?: string
  readonly out: string
  readonly json?: string
  readonly ledger?: string
  readonly plan?: boolean
  readonly iOwnThisTarget?: boolean
}

/** @returns the exit code. @throws BadInput */
export async function exploreCommand(given: ExploreArguments): Promise<number> {
  // `own` is our receiver, as without --target.
  const { target, ...rest } = given
  const flags: ExploreArguments = target === undefined || target === 'own' ? rest : given
  const description = readDescription(flags, { env: process.env })
  const asked = readAsked(flags, description !== undefined)
  if (flags.plan && !description) throw new BadInput('--plan needs --target URL: it tells what would happen there.')
  // On a terminal the owner can be asked; elsewhere nobody can.
  if (description && !flags.plan && !process.stdin.isTTY) assertConsent(description, flags.iOwnThisTarget ?? false)
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
    const answer = opened && (await planOrConsent(opened, flags, (show) => counted(asked, signal, show)))
    const code =
      answer && 'code' in answer
        ? answer.code
        : await exploreAt(opened, asked, signal, { ledger: flags.ledger, ...answer })
    return stopped ?? code
  } finally {
    await opened?.close()
    stopListening()
  }
}

const IDPS = ['entra', 'entra-legacy', 'jumpcloud', 'okta', 'okta-catalogue'] as const

interface Asked {
  readonly idp: (typeof IDPS)[number]
  readonly acts: number
  readonly histories: number
  readonly seed: number
  readonly minutes: number
  readonly hasFaults: boolean
  readonly isForeign: boolean
  readonly shard: { readonly index: number; readonly of: number }
  readonly out: string
  readonly json?: string
  readonly corpus?: string
  readonly deviations: readonly string[]
}

/** @throws BadInput */
function readAsked(given: ExploreArguments, isForeign: boolean): Asked {
  const { idp, acts, histories, seed, minutes, out, json, corpus, deviation = '', faults = false } = given
  assertWritableFile('--out', out)
  assertWritableFile('--json', json)
  assertOneOnStandardOutput({ '--out': out, '--json': json })
  if (isForeign && deviation !== '')
    throw new BadInput('--deviation is for our own receiver; leave it or --target out.')
  return {
    idp: oneOf('--idp', idp, IDPS),
    acts: wholeNumber('--acts', acts, 1),
    histories: wholeNumber('--histories', histories, 1),
    seed: wholeNumber('--seed', seed, 0),
    minutes: minutes === undefined ? Number.POSITIVE_INFINITY : wholeNumber('--minutes', minutes, 1),
    hasFaults: faults,
    isForeign,
    shard: shardIn(given.shard),
    out,
    ...(json === undefined ? {} : { json }),
    ...(corpus === undefined ? {} : { corpus }),
    deviations: deviation.split(',').filter((name) => name !== ''),
  }
}

/** @throws BadInput */
function shardIn(text: string | undefined): Asked['shard'] {
  if (text === undefined) return { index: 1, of: 1 }
  const shard = readShard(text, process.env.JOB_COMPLETION_INDEX)
  if (!shard) throw new BadInput(`--shard is "${text}". Write 2/4 for the second of four.`)
  return shard
}

/** The same histories at a receiver in this process. What is lived again because it failed is not among them. */
async function counted(asked: Asked, signal: AbortSignal, show: (what: string) => void): Promise<PlanOptions> {
  return {
    async carryOut(target, ended) {
      const onHistory = (done: number): void => {
        ended()
        show(`history ${done}`)
      }
      const run = await scenarioRunner(asked.out, { signal, target })
      await exploreAs(asked, { ...asked, corpus: corpusOf(asked), run, onHistory, isOver: () => signal.aborted })
      return []
    },
  }
}

function corpusOf({ corpus, deviations }: Asked): readonly string[] {
  return corpus === undefined ? [] : readCorpus(corpus).map((text) => asGiven(text, deviations))
}

async function exploreAt(
  opened: OpenTarget | undefined,
  asked: Asked,
  signal: AbortSignal,
  { ledger, runId }: { readonly ledger?: string | undefined; readonly runId?: string },
): Promise<number> {
  const guard = { ...(ledger === undefined ? {} : { ledgerFolder: ledger }), ...(runId === undefined ? {} : { runId }) }
  const target = opened && (await guardOpened(opened, guard))
  const progress = createProgress()
  const end = performance.now() + asked.minutes * 60_000
  const options = { signal, ...(target ? { target } : {}) }
  const exploration = {
    ...asked,
    parallel: opened ? parallelOf(opened) : 1,
    corpus: corpusOf(asked),
    run: await scenarioRunner(asked.out, options),
    onHistory: (done: number) => progress.show(`${done} histories`),
    isOver: () => signal.aborted || performance.now() > end,
  }
  const explored = await exploreAs(asked, exploration).finally(progress.stop)
  const explain = explainRun(await shippedPrograms())
  const causes = explored.found ? await explained(explored.found.text, asked.out, explain, options) : []
  const left = (await target?.finish()) ?? []
  const result = resultOf(explored, asked, causes)
  tell(result, asked)
  for (const { id, title, text } of causes) print(`What explains it: ${id}: ${title}. ${text}`)
  if (explored.found && causes.length === 0) print('Nothing that is known explains it.')
  for (const one of left) complain(one)
  if (explored.found || saysNothing(explored)) return EXIT.failed
  return left.length > 0 ? EXIT.leftovers : EXIT.passed
}

/** Nothing was found because nothing could be looked at. */
function saysNothing({ reached, unjudged }: Pick<ExplorationResult, 'reached' | 'unjudged'>): boolean {
  return unjudged !== undefined && reached.histories === 0
}

type Exploration = Omit<ExploreOptions<never>, 'sender'>

function exploreAs(asked: Asked, exploration: Exploration): Promise<Explored> {
  const as = <Act>(sender: Sender<Act>) => explore({ ...exploration, sender })
  if (asked.idp === 'jumpcloud') return as(jumpCloudSender(asked))
  if (asked.idp === 'okta') return as(oktaSender({ ...asked, kind: 'wizard' }))
  if (asked.idp === 'okta-catalogue') return as(oktaSender({ ...asked, kind: 'catalogue' }))
  return as(entraSender({ ...asked, isOptscim: asked.idp === 'entra' }))
}

function resultOf(
  { reached, unsteady, unjudged, found }: Explored,
  { idp, seed, acts, shard }: Asked,
  causes: readonly { readonly id: string }[],
): ExplorationResult {
  const explainedBy = causes.map(({ id }) => id)
  return {
    ...{ kind: 'exploration', version: EXPLORATION_RESULT_VERSION, idp, seed, acts, shard, reached, unsteady },
    ...(unjudged ? { unjudged } : {}),
    found: found ? [{ ...found, explainedBy }] : [],
  }
}

/** Standard output has one thing: the report for people, or what an option sends there. */
function tell(result: ExplorationResult, { out, json, corpus }: Asked): void {
  if (json !== undefined) writeOutput(json, `${JSON.stringify(result, null, 2)}\n`)
  const say = json === STANDARD_OUTPUT || out === STANDARD_OUTPUT ? complain : print
  for (const line of reachedText(result.reached, result.seed)) say(line)
  if (result.unsteady > 0)
    say(`Failed once and passed when lived again, so that the endpoint is not blamed: ${result.unsteady} histories.`)
  const { unjudged } = result
  if (unjudged)
    say(`Not lived to the end, and not judged: ${unjudged.histories} histories more. The first: ${unjudged.why}`)
  const [found] = result.found
  if (!found) {
    if (!saysNothing(result)) say('Nothing was found: each ended in the directory that the references foresee.')
    return
  }
  writeOutput(out, found.text)
  if (found.acts === undefined) say('A history of the corpus ends in another directory still:')
  else say(`One of them ends in another directory. Its shortest form has ${found.acts} acts:`)
  say(`  ${found.message.split('\n').join('\n  ')}`)
  say(`It is in ${out}: scimulator run ${out}`)
  if (corpus !== undefined && found.acts !== undefined) say(`Kept: ${keepInCorpus(corpus, asGiven(found.text, []))}`)
}
