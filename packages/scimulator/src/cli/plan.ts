// What a run would do at a target, found out by doing it at a receiver in this process.
import { type RunFilesOptions, runFiles } from '@scimulator/harness/scenario'
import {
  createPlanCounter,
  guardTarget,
  newRunId,
  type OpenTarget,
  parallelOf,
  planText,
  takeInventory,
} from '@scimulator/harness/target'
import { createReceiver } from '@scimulator/receiver'
import { createSender } from '@scimulator/shared/http'
import { createRandomIds, systemClock } from '@scimulator/shared/runtime'

export interface Plan {
  /** For people. */
  readonly text: string
  /** The run that has these names. */
  readonly runId: string
}

/** Sends nothing to the target but the questions how many are there. */
export async function planOf(opened: OpenTarget, paths: readonly string[], options: RunFilesOptions): Promise<Plan> {
  const { description, connected } = opened
  const runId = description.runId ?? newRunId(systemClock.now(), createRandomIds().random('run'))
  const [inventory, counted] = await Promise.all([takeInventory(connected), figuresOf(opened, runId, paths, options)])
  const text = planText(counted.figures, {
    url: description.url,
    there: { Users: inventory.count('Users'), Groups: inventory.count('Groups') },
    rate: description.rate,
    parallel: parallelOf(opened),
    runId,
    limits: counted.limits,
  })
  return { text, runId }
}

async function figuresOf(
  { description }: OpenTarget,
  runId: string,
  paths: readonly string[],
  options: RunFilesOptions,
) {
  const token = createRandomIds().token('plan')
  const receiver = createReceiver({ profile: 'rfc', sources: [{ token }] })
  const { url } = await receiver.listen({ port: 0 })
  const base = `${url}/scim/v2`
  const sender = createSender({ clock: systemClock })
  const counter = createPlanCounter(base)
  const { emailDomain, maxAccounts } = description
  try {
    const connected = {
      ...{ url: base, token, send: counter.counting(sender.send), watchSecrets: () => () => {} },
      headers: [['Authorization', `Bearer ${token}`]] as const,
    }
    const target = await guardTarget(connected, { ledgerFolder: false, sample: 0, runId, emailDomain, maxAccounts })
    await runFiles(paths, {
      ...options,
      target,
      onEnd(result) {
        counter.endScenario()
        options.onEnd?.(result)
      },
    })
    return { figures: counter.figures(), limits: target.most }
  } finally {
    await sender.close()
    await receiver.close()
  }
}
