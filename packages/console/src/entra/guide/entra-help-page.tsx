import type { ReceiverFacts } from '../../parts/guide.ts'
import { HelpPage } from '../../parts/help-page.tsx'
import type { Views } from '../../source/source.ts'
import { useItem, useView } from '../../source/use-view.ts'
import { entraGuide } from './entra-guide.ts'

/** It ticks itself from what the world shows. */
export function EntraHelpPage({ receiver }: { readonly receiver: ReceiverFacts }) {
  const application = useView('entra.applications').data?.items[0]
  const app = application?.key
  const job = useItem('entra.job', app, { app }).data?.value
  const group = useItem('entra.object-mappings', app && 'Group', { app })
  const user = useItem('entra.object-mappings', app && 'User', { app })
  const probes = useView('world.traffic', { where: ['purpose:probe', 'sender:entra'], sort: '-seq', limit: 1 })
  const lines = entraGuide({
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
  return <HelpPage word="entra" title="Entra ID help page" lines={lines} />
}

function rowsIn(mapping: Views['entra.object-mappings'] | undefined) {
  return (mapping?.rows ?? []).map(({ target, source }) => ({ target, source: source ?? '' }))
}
