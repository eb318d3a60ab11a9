// What a run would do at a target, found out by doing it at a receiver in this process.
import {
  adoptNamed,
  createPlanCounter,
  type GuardedTarget,
  guardTarget,
  nameAttribute,
  newRunId,
  type OpenTarget,
  parallelOf,
  planText,
  type SavedResource,
  type TargetConnection,
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
  /** What is wrong with files that would not run. */
  readonly rejected: readonly string[]
}

export interface PlanOptions {
  /** userNames, group names or ids that the run may change. */
  readonly adopt?: readonly string[]
  /**
   * Does at a receiver in this process all that the run would do, and says when a scenario has ended.
   * @returns what is wrong with files that would not run
   */
  carryOut(target: GuardedTarget, ended: () => void): Promise<readonly string[]>
}

/**
 * Sends nothing to the target but the questions how many are there, and who is adopted.
 * @throws BadInput for a name of `adopt` that nobody has
 */
export async function planOf(opened: OpenTarget, options: PlanOptions): Promise<Plan> {
  const { description, connected } = opened
  const runId = description.runId ?? newRunId(systemClock.now(), createRandomIds().random('run'))
  const { saved } = await adoptNamed(connected, options.adopt ?? [])
  const [inventory, counted] = await Promise.all([takeInventory(connected), figuresOf(opened, runId, saved, options)])
  const text = planText(counted.figures, {
    url: description.url,
    there: { Users: inventory.count('Users'), Groups: inventory.count('Groups') },
    rate: description.rate,
    parallel: parallelOf(opened),
    runId,
    limits: counted.limits,
    adopted: saved.map(nameOf),
  })
  return { text, runId, rejected: counted.rejected }
}

function nameOf({ kind, id, resource }: SavedResource): string {
  const name = resource[nameAttribute(kind)]
  return typeof name === 'string' ? name : id
}

async function figuresOf(
  { description }: OpenTarget,
  runId: string,
  saved: readonly SavedResource[],
  { carryOut }: PlanOptions,
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
    await putThere(saved, { ...connected, send: sender.send })
    const adopt = saved.map(nameOf)
    const limits = { emailDomain, maxAccounts }
    const target = await guardTarget(connected, { ledgerFolder: false, sample: 0, runId, adopt, ...limits })
    const rejected = await carryOut(target, counter.endScenario)
    return { figures: counter.figures(), limits: target.most, rejected }
  } finally {
    await sender.close()
    await receiver.close()
  }
}

/** Whom the owner has adopted is there, so that the plan knows what is changed and not made. References mean nobody here. */
async function putThere(saved: readonly SavedResource[], { url, headers, send }: TargetConnection): Promise<void> {
  for (const { kind, resource } of saved) {
    const { id: _, meta: __, members: ___, groups: ____, ...rest } = resource
    await send({ method: 'POST', url: `${url}/${kind}`, headers, body: JSON.stringify(rest) })
  }
}
