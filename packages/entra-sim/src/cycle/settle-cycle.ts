// What a cycle has come to, settled: committed in one step, then announced.
import type { Engine } from '../engine.ts'
import { settle } from '../settle/settle.ts'
import { owedReferences } from './owed-references.ts'
import type { Session } from './session.ts'

/** @param position where the change log stood when the cycle began */
export function settleCycle(engine: Engine, session: Session, position: number): void {
  const { view, switches } = engine
  const current = view.jobs.get(session.job.id)
  if (!current) return
  const { job, settings, cycleId, startedAt } = session
  const { tally, jobError } = session.facts
  const { changes, audits, mails } = settle({
    ...{ job, current, settings, cycleId, startedAt, position, tally, jobError, switches },
    appName: view.servicePrincipals.get(job.servicePrincipalId)?.displayName ?? '',
    endedAt: engine.now(),
    escrows: session.data.escrows,
    owed: owedReferences(engine, session),
  })
  engine.commit(changes)
  for (const event of audits) engine.audit(event)
  for (const mail of mails) engine.mail(mail)
}
