// One cycle of a job: probe, plan, limit, users, groups, references, settle. Cycles of one job never overlap.
import { ended } from '@scimulator/shared/provisioning'
import type { ObjectError } from '../conversation/outcome.ts'
import type { TenantPorts } from '../tenant-ports.ts'
import { carryOutIntent } from './carry-out-intent.ts'
import { carryOutReferences } from './carry-out-references.ts'
import { duplicateRoles } from './duplicate-roles.ts'
import type { ObjectIntent } from './intent.ts'
import { limitDeletions } from './limit-deletions.ts'
import { planCycle } from './plan-cycle.ts'
import { runProbe } from './run-probe.ts'
import { hasEnded, openSession, type Session } from './session.ts'
import { settleCycle } from './settle-cycle.ts'
import { signedInPorts } from './signed-in-ports.ts'
import { workThrough } from './work-through.ts'

/** The ports are paced already: there is one clock, and one way to send. */
export async function runCycle(ports: TenantPorts, jobId: string): Promise<void> {
  const job = ports.view.jobs.get(jobId)
  if (!job) return
  const session = openSession(ports, job, 'cycle')
  try {
    await runSession(ports, session)
  } finally {
    ended(session.composer.activity)
  }
}

async function runSession(unsigned: TenantPorts, session: Session): Promise<void> {
  const { job, facts } = session
  // What administrators do while the cycle runs belongs to the next one.
  const position = unsigned.view.changeLog.lastPosition
  const ports = await readyPorts(unsigned, session)
  const intents = facts.jobError ? [] : limited(ports, session, [...planCycle(session.plan)])
  if (intents.length > 0) markUnsettled(ports, job.id)
  try {
    await carryOutAll(ports, session, intents)
  } finally {
    ports.progress.delete(job.id)
  }
  settleCycle(ports, session, position)
  await ports.durable()
}

/** Signed in, with a target that has answered; else what ends the cycle is among its facts. */
async function readyPorts(unsigned: TenantPorts, session: Session): Promise<TenantPorts> {
  const { job, facts } = session
  const fail = (error: ObjectError | undefined) => error && facts.add({ kind: 'job failed', error })
  fail(duplicateRoles(unsigned.view.servicePrincipals.get(job.servicePrincipalId)))
  if (facts.jobError) return unsigned
  const { ports, error } = await signedInPorts(unsigned, session)
  fail(error)
  if (!facts.jobError) fail(await runProbe(ports, session, 'activity'))
  return ports
}

/** From here until the cycle is settled, a crash leaves links whose references nobody has written. */
function markUnsettled(ports: TenantPorts, jobId: string): void {
  const job = ports.view.jobs.get(jobId)
  if (!job) return
  const now = ports.now()
  const unsettledSince = Math.min(job.unsettledSince ?? now, now)
  if (unsettledSince === job.unsettledSince) return
  ports.commit([{ kind: 'job', id: jobId, value: { ...job, unsettledSince } }])
}

/** The plan after the prevention of accidental deletions. What was staged before is allowed once an administrator said so. */
export function limited(
  ports: TenantPorts,
  session: Session,
  intents: readonly ObjectIntent[],
): readonly ObjectIntent[] {
  const allowed = session.job.forceDeletes ? new Set(session.data.staged.keys()) : new Set<string>()
  const limit = { thresholdCount: session.settings.deletionThresholdCount, allowed }
  return limitDeletions(intents, limit, ports.switches)
}

async function carryOutAll(ports: TenantPorts, session: Session, intents: readonly ObjectIntent[]): Promise<void> {
  const observe = (completed: number) =>
    ports.progress.set(session.job.id, { total: intents.length, completed, observedAt: ports.now() })
  const carry = async (intent: ObjectIntent) => {
    await carryOutIntent(ports, session, intent)
    observe(session.facts.tally.considered)
  }
  observe(0)
  for (const type of ['User', 'Group'] as const) {
    const those = intents.filter(({ objectType }) => objectType === type)
    await workThrough(ports, session, those, carry)
  }
  if (!hasEnded(ports, session)) await carryOutReferences(ports, session)
}
