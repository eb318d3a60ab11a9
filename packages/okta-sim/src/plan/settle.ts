// What follows from an attempt (O215, O601 to O607, O711). Pure.
import type { Behaviour } from '../behaviour.ts'
import type { AppUser } from '../values/app-user.ts'
import type { Application } from '../values/application.ts'
import type { GroupPush } from '../values/group-push.ts'
import type { Job, Task, Work } from '../values/job.ts'
import type { LogFacts, Target } from '../values/log-event.ts'
import type { Outcome } from '../values/outcome.ts'
import { type Change, put, type Step, steps } from './changes.ts'
import { endImport } from './import-acts.ts'
import { subjectOf } from './next-job.ts'
import { appUserOf, type Org, pair } from './org.ts'
import { appTarget, job as jobFor, type Maker, sameValues, userTarget } from './reconcile.ts'

export function settle(org: Org, job: Job, outcome: Outcome, behaviour: Behaviour, maker: Maker): Step {
  const refusals = job.refusals + 1
  if (outcome.busy && refusals < behaviour.rateLimitAttempts) {
    const due = maker.now + pauseMs(outcome.busy.seconds, refusals, behaviour)
    const work = job.work.kind === 'import' ? { ...job.work, ...outcome.read } : job.work
    return { changes: [put('job', job.id, { ...job, work, due, refusals })], log: [] }
  }
  const { failed } = outcome
  const application = org.get('application', job.appId)
  const done = put('job', job.id, null)
  if (application === undefined) return { changes: [done], log: [] }
  if (job.work.kind === 'import')
    return steps({ changes: [done], log: [] }, endImport(org, application, outcome, maker))
  const old = org.all('task').filter((task) => task.appId === job.appId && subjectOf(task.work) === subjectOf(job.work))
  return {
    changes: [
      done,
      ...old.map(({ id }) => put('task', id, null)),
      ...stateAfter(org, job, outcome, new Date(maker.now).toISOString()),
      ...(failed === undefined
        ? newerThan(org, application, job, outcome, maker)
        : [taskOf(application, job.work, failed, maker)]),
    ],
    log: logOf(org, application, job.work, outcome.did, failed),
  }
}

/** A hundred years: an endpoint may name any number of seconds, and what comes of it must still be a date. */
const LONGEST_PAUSE_MS = 100 * 365 * 86_400_000

/** Each further refusal doubles the pause (O603). */
function pauseMs(seconds: number | undefined, refusals: number, { rateLimitPauseMs }: Behaviour): number {
  const first = seconds === undefined ? rateLimitPauseMs : seconds * 1000
  return Math.min(first * 2 ** (refusals - 1), LONGEST_PAUSE_MS)
}

/** What failed is sent again as it was, and may be older than what the endpoint should have: whose profile differs from the last push is pushed (O329). */
function newerThan(org: Org, application: Application, { id, work }: Job, outcome: Outcome, maker: Maker) {
  if ((work.kind !== 'provision' && work.kind !== 'profile') || outcome.leavesProfile) return []
  const known = appUserOf(org, application.id, work.userId)
  const externalId = outcome.targetId ?? known?.externalId
  if (known === undefined || externalId === undefined || !application.features.updateUsers) return []
  const { userName, profile } = known
  const waits = org
    .all('job')
    .some((one) => one.id !== id && one.appId === known.appId && subjectOf(one.work) === work.userId)
  if (waits || (userName === work.userName && sameValues(profile, work.profile))) return []
  return jobFor(application, { kind: 'profile', userId: work.userId, userName, externalId, profile }, maker).changes
}

function stateAfter(org: Org, { work, appId }: Job, outcome: Outcome, at: string): readonly Change[] {
  if (work.kind === 'push-group') return pushAfter(org.get('groupPush', work.pushId), outcome, at)
  if (work.kind === 'delete-group' || work.kind === 'deactivate' || work.kind === 'import') return []
  const known = appUserOf(org, appId, work.userId)
  return known ? [put('appUser', pair(appId, work.userId), appUserAfter(known, outcome, at))] : []
}

function appUserAfter({ error: _, ...known }: AppUser, outcome: Outcome, at: string): AppUser {
  const { failed, targetId, leavesProfile } = outcome
  const linked = {
    ...{ ...known, ...(targetId === undefined ? {} : { externalId: targetId }) },
    // Nothing of it is there, so that it differs from what will be pushed.
    ...(leavesProfile ? { profile: [] } : {}),
    lastUpdated: at,
  }
  if (failed !== undefined) return { ...linked, syncState: 'ERROR', error: failed }
  const status = known.status === 'IMPORTED' ? 'IMPORTED' : 'PROVISIONED'
  const changed = status === known.status ? {} : { statusChanged: at }
  return { ...linked, status, syncState: 'SYNCHRONIZED', lastSync: at, ...changed }
}

function pushAfter(push: GroupPush | undefined, outcome: Outcome, at: string): readonly Change[] {
  const { failed, targetId, written } = outcome
  if (push === undefined) return []
  const { errorSummary: _, ...known } = push
  const next: GroupPush = {
    ...known,
    status: push.status === 'INACTIVE' ? 'INACTIVE' : failed === undefined ? 'ACTIVE' : 'ERROR',
    ...(targetId === undefined ? {} : { targetId }),
    ...(written === undefined ? {} : { targetName: written.name, pushed: written.members }),
    ...(failed === undefined ? { lastPush: at } : { errorSummary: failed }),
  }
  return [put('groupPush', push.id, next)]
}

function taskOf({ id: appId, label }: Application, work: Work, failed: string, maker: Maker): Change {
  const id = maker.id('task')
  const task: Task = { id, appId, at: new Date(maker.now).toISOString(), text: taskText(work, label, failed), work }
  return put('task', id, task)
}

/** What Okta did, and what the endpoint said (O607). */
function taskText(work: Work, app: string, failed: string): string {
  if (work.kind === 'provision')
    return `Automatic provisioning of user ${work.userName} to app ${app} failed: ${failed}`
  if (work.kind === 'profile') return `Automatic profile push of user ${work.userName} to app ${app} failed: ${failed}`
  if (work.kind === 'deactivate')
    return `Automatic deprovisioning of user ${work.userName} from app ${app} failed: ${failed}`
  return failed
}

/** One event for each thing done; of them the last is what failed. */
function logOf(
  org: Org,
  application: Application,
  work: Work,
  did: readonly string[],
  failed: string | undefined,
): readonly LogFacts[] {
  const target = [...subjectTargets(org, work), appTarget(application)]
  return did.map((eventType, at) => ({
    ...{ eventType, target, isJob: true },
    ...(failed !== undefined && at === did.length - 1 ? { reason: failed } : {}),
  }))
}

function subjectTargets(org: Org, work: Work): readonly Target[] {
  if (work.kind === 'push-group') {
    const push = org.get('groupPush', work.pushId)
    const name = push && org.get('group', push.sourceGroupId)?.name
    return [{ id: work.pushId, type: 'AppGroup', displayName: name ?? work.pushId }]
  }
  if (work.kind === 'delete-group') return [{ id: work.targetId, type: 'AppGroup', displayName: work.name }]
  if (work.kind === 'import') return []
  const user = org.get('user', work.userId)
  return user ? [userTarget(user)] : [{ id: work.userId, type: 'User', displayName: work.userName }]
}
