// What a cycle has come to, settled: committed in one step, then announced.

import { settle } from '../settle/settle.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import { owedReferences } from './owed-references.ts'
import type { Session } from './session.ts'

/** @param position where the change log stood when the cycle began */
export function settleCycle(ports: TenantPorts, session: Session, position: number): void {
  const { view, switches } = ports
  const current = view.jobs.get(session.job.id)
  if (!current) return
  const { job, settings, cycleId, startedAt } = session
  const { tally, jobError } = session.facts
  const { changes, audits, mails } = settle({
    ...{ job, current, settings, cycleId, startedAt, position, tally, jobError, switches },
    appName: view.servicePrincipals.get(job.servicePrincipalId)?.displayName ?? '',
    endedAt: ports.now(),
    escrows: session.data.escrows,
    owed: owedReferences(ports, session),
  })
  ports.commit(changes)
  for (const event of audits) ports.audit(event)
  for (const mail of mails) ports.mail(mail)
}
