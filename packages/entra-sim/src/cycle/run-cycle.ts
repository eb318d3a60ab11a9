// One cycle of a job: probe, plan, limit, users, groups, references, settle. Cycles of one job never overlap.
import { ended } from '@scimulator/shared/provisioning'
import type { ObjectError } from '../conversation/outcome.ts'
import type { Engine } from '../engine.ts'
import { carryOutIntent } from './carry-out-intent.ts'
import { carryOutReferences } from './carry-out-references.ts'
import { duplicateRoles } from './duplicate-roles.ts'
import type { ObjectIntent } from './intent.ts'
import { limitDeletions } from './limit-deletions.ts'
import { pacedEngine } from './paced-engine.ts'
import { planCycle } from './plan-cycle.ts'
import { runProbe } from './run-probe.ts'
import { hasEnded, openSession, type Session } from './session.ts'
import { settleCycle } from './settle-cycle.ts'
import { signedInEngine } from './signed-in-engine.ts'
import { workThrough } from './work-through.ts'

export async function runCycle(unpaced: Engine, jobId: string): Promise<void> {
  const paced = pacedEngine(unpaced)
  const job = paced.view.jobs.get(jobId)
  if (!job) return
  const session = openSession(paced, job, 'cycle')
  try {
    await runSession(paced, session)
  } finally {
    ended(session.composer.activity)
  }
}

async function runSession(paced: Engine, session: Session): Promise<void> {
  const { job, facts } = session
  // What administrators do while the cycle runs belongs to the next one.
  const position = paced.view.changeLog.lastPosition
  const engine = await readyEngine(paced, session)
  const intents = facts.jobError ? [] : limited(engine, session, [...planCycle(session.plan)])
  if (intents.length > 0) markUnsettled(engine, job.id)
  try {
    await carryOutAll(engine, session, intents)
  } finally {
    engine.progress.delete(job.id)
  }
  settleCycle(engine, session, position)
  await engine.durable()
}

/** Signed in, with a target that has answered; else what ends the cycle is among its facts. */
async function readyEngine(paced: Engine, session: Session): Promise<Engine> {
  const { job, facts } = session
  const fail = (error: ObjectError | undefined) => error && facts.add({ kind: 'job failed', error })
  fail(duplicateRoles(paced.view.servicePrincipals.get(job.servicePrincipalId)))
  if (facts.jobError) return paced
  const { engine, error } = await signedInEngine(paced, session)
  fail(error)
  if (!facts.jobError) fail(await runProbe(engine, session, 'activity'))
  return engine
}

/** From here until the cycle is settled, a crash leaves links whose references nobody has written. */
function markUnsettled(engine: Engine, jobId: string): void {
  const job = engine.view.jobs.get(jobId)
  if (!job) return
  const now = engine.now()
  const unsettledSince = Math.min(job.unsettledSince ?? now, now)
  if (unsettledSince === job.unsettledSince) return
  engine.commit([{ kind: 'job', id: jobId, value: { ...job, unsettledSince } }])
}

/** The plan after the prevention of accidental deletions. What was staged before is allowed once an administrator said so. */
export function limited(engine: Engine, session: Session, intents: readonly ObjectIntent[]): readonly ObjectIntent[] {
  const allowed = session.job.forceDeletes ? new Set(session.data.staged.keys()) : new Set<string>()
  const limit = { thresholdCount: session.settings.deletionThresholdCount, allowed }
  return limitDeletions(intents, limit, engine.switches)
}

async function carryOutAll(engine: Engine, session: Session, intents: readonly ObjectIntent[]): Promise<void> {
  const observe = (completed: number) =>
    engine.progress.set(session.job.id, { total: intents.length, completed, observedAt: engine.now() })
  const carry = async (intent: ObjectIntent) => {
    await carryOutIntent(engine, session, intent)
    observe(session.facts.tally.considered)
  }
  observe(0)
  for (const type of ['User', 'Group'] as const) {
    const those = intents.filter(({ objectType }) => objectType === type)
    await workThrough(engine, session, those, carry)
  }
  if (!hasEnded(engine, session)) await carryOutReferences(engine, session)
}
