// What a run would do at a target, found out by doing it at a receiver in this process.
import { type RunFilesOptions, runFiles } from '@scimulator/harness/scenario'
import {
  adoptNamed,
  createPlanCounter,
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

export interface PlanOptions extends RunFilesOptions {
  /** userNames, group names or ids that the run may change. */
  readonly adopt?: readonly string[]
}

/**
 * Sends nothing to the target but the questions how many are there, and who is adopted.
 * @throws BadInput for a name of `adopt` that nobody has
 */
export async function planOf(opened: OpenTarget, paths: readonly string[], options: PlanOptions): Promise<Plan> {
  const { description, connected } = opened
  const runId = description.runId ?? newRunId(systemClock.now(), createRandomIds().random('run'))
  const { saved } = await adoptNamed(connected, options.adopt ?? [])
  const [inventory, counted] = await Promise.all([
    takeInventory(connected),
    figuresOf(opened, runId, paths, { ...options, saved }),
  ])
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
  paths: readonly string[],
  options: RunFilesOptions & { readonly saved: readonly SavedResource[] },
) {
  const rejected: string[] = []
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
    await putThere(options.saved, { ...connected, send: sender.send })
    const adopt = options.saved.map(nameOf)
    const limits = { emailDomain, maxAccounts }
    const target = await guardTarget(connected, { ledgerFolder: false, sample: 0, runId, adopt, ...limits })
    await runFiles(paths, {
      ...options,
      target,
      onEnd(result) {
        counter.endScenario()
        if (result.outcome === 'rejected') rejected.push(result.message ?? result.file)
        options.onEnd?.(result)
      },
    })
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
