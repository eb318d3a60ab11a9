// A replay at somebody's endpoint is a run like any other: under the guard, with a ledger, under the run's own names, and nothing of it stays.
import { leftoverText } from '../../target/clean-up.ts'
import { type GuardTargetOptions, guardOpened } from '../../target/guarded-target.ts'
import { takeInventory } from '../../target/inventory.ts'
import { ownRequest } from '../../target/namespacing.ts'
import type { OpenTarget } from '../../target/open-target.ts'
import { createPlanCounter, planText } from '../../target/plan-figures.ts'
import { newRunId } from '../../target/run-id.ts'
import { createRunNames } from '../../target/run-names.ts'
import type { Traffic } from './read-traffic.ts'
import { type Replayed, type ReplayStep, replay } from './replay.ts'

type Opened = Pick<OpenTarget, 'description' | 'connected'>

export interface ReplayAtOptions extends Pick<GuardTargetOptions, 'ledgerFolder'> {
  readonly onStep?: (step: ReplayStep) => void
  /** Ends it after the request that is under way; what was made is deleted. */
  readonly signal?: AbortSignal
}

export interface ReplayedAt extends Replayed {
  /** What is there all the same, and how it is removed by hand. */
  readonly leftBehind: readonly string[]
  /** Why nothing more was sent: the target is gone, or somebody who was there has changed. */
  readonly ended: string | undefined
}

/** @throws BadInput where no ledger can be kept */
export async function replayAt(opened: Opened, traffic: Traffic, options: ReplayAtOptions = {}): Promise<ReplayedAt> {
  const { ledgerFolder, onStep, signal } = options
  const target = await guardOpened(opened, ledgerFolder === undefined ? {} : { ledgerFolder })
  const run = await target.openRun('replay')
  const send = run.namespacing(run.guarding(run.send))
  const { url, headers } = opened.connected
  let replayed: Replayed = { steps: [], prepared: 0 }
  let left: readonly string[] = []
  try {
    replayed = await replay(traffic, {
      send,
      url,
      headers,
      ...(onStep ? { onStep } : {}),
      ...(signal ? { signal } : {}),
    })
  } finally {
    const leftovers = await run.cleanUp()
    left = [...leftovers.map((one) => `${leftoverText(one)}. By hand: ${one.byHand}`), ...(await target.finish())]
  }
  return { ...replayed, leftBehind: left, ended: target.damage ?? target.gone }
}

/** What a replay would make and ask; nothing is sent to the target but the question how many are there. */
export async function planReplay(
  { description, connected }: Opened,
  { exchanges, base }: Traffic,
  now: number,
): Promise<string> {
  const runId = description.runId ?? newRunId(now, 0.5)
  const names = createRunNames({ runId, emailDomain: description.emailDomain })
  const counter = createPlanCounter(base)
  for (const exchange of exchanges)
    await counter.counting(async () => exchange)(ownRequest(exchange.request, names, base))
  counter.endScenario()
  const inventory = await takeInventory(connected)
  const there = { Users: inventory.count('Users'), Groups: inventory.count('Groups') }
  const limits = { Users: description.maxAccounts, Groups: 20 }
  return planText(counter.figures(), {
    url: description.url,
    there,
    rate: description.rate,
    parallel: 1,
    runId,
    limits,
  })
}
