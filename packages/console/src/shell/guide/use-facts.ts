// What the world shows of a help page's lines.
import type { Views } from '../../source/source.ts'
import { useItem, useView } from '../../source/use-view.ts'
import { entraGuide } from './entra-guide.ts'
import type { GuideLine, SourceFact } from './guide.ts'
import { jumpCloudGuide } from './jumpcloud-guide.ts'

export interface ReceiverFacts {
  readonly isForeign: boolean
  readonly source: SourceFact | undefined
  readonly people: number
}

/** The receiver's half. */
export function useOwnReceiver(kind: string): ReceiverFacts {
  const sources = useView('lark.sync-sources')
  const members = useView('lark.members', { limit: 1, where: 'status:Active' })
  const source = sources.data?.items.find(({ value }) => value.kind === kind)?.value
  return { isForeign: false, source, people: members.data?.total ?? 0 }
}

/** Where somebody's own endpoint is in its place, that half is its owner's. */
export function useTarget(): ReceiverFacts {
  const people = useView('world.world').data?.items[0]?.value.target?.users ?? 0
  return { isForeign: true, source: undefined, people }
}

export function useEntraGuide(receiver: ReceiverFacts): readonly GuideLine[] {
  const application = useView('entra.applications').data?.items[0]
  const app = application?.key
  const job = useItem('entra.job', app, { app }).data?.value
  const group = useItem('entra.object-mappings', app && 'Group', { app })
  const user = useItem('entra.object-mappings', app && 'User', { app })
  const probes = useView('world.traffic', { where: ['purpose:probe', 'sender:entra'], sort: '-seq', limit: 1 })
  return entraGuide({
    ...receiver,
    app,
    assigned: application?.value.assigned ?? 0,
    tenantUrl: job?.settings.baseAddress ?? '',
    threshold: job?.settings.deletionThresholdCount ?? null,
    isTested: probes.data?.items[0]?.value.status === 200,
    groupRows: rowsIn(group.data?.value),
    userRows: rowsIn(user.data?.value),
    isInitialCycleDone: job !== undefined && !job.isInitialCycleDue && Boolean(job.status.lastSuccessfulExecution),
  })
}

function rowsIn(mapping: Views['entra.object-mappings'] | undefined) {
  return (mapping?.rows ?? []).map(({ target, source }) => ({ target, source: source ?? '' }))
}

export function useJumpCloudGuide(receiver: ReceiverFacts): readonly GuideLine[] {
  const application = useView('jumpcloud.applications').data?.items[0]
  const connector = useView('jumpcloud.connector').data?.items.find(({ key }) => key === application?.key)?.value
  return jumpCloudGuide({
    ...receiver,
    application: application?.key,
    identityManagement: application?.value.identityManagement ?? false,
    isActive: application?.value.integrationActive ?? false,
    userGroups: application?.value.userGroups ?? [],
    baseUrl: connector?.baseUrl ?? '',
    isTested: connector?.lastTest?.passed ?? false,
    groupManagement: connector?.groupManagement ?? true,
  })
}
