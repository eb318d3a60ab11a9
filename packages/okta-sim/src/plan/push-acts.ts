// The tab Push Groups (O405, O408, O421 to O430).
import { VerbError } from '@scimulator/shared/behaviour'
import type { Application } from '../values/application.ts'
import type { Group } from '../values/group.ts'
import type { GroupPush } from '../values/group-push.ts'
import { after } from './after.ts'
import { put, type Step, steps } from './changes.ts'
import { pushOne } from './group-pushes.ts'
import type { Org } from './org.ts'
import { appTarget, job, type Maker } from './reconcile.ts'

/** @param targetId of the group to link, where one of the endpoint's is chosen */
export function beginPush(
  org: Org,
  application: Application,
  group: Group,
  targetId: string | undefined,
  maker: Maker,
): Step {
  const isPushed = org.all('groupPush').some((one) => one.appId === application.id && one.sourceGroupId === group.id)
  if (isPushed) throw new VerbError('conflict', `${group.name} is pushed already.`)
  if (!application.connection) throw new VerbError('conflict', 'Enable provisioning before groups are pushed.')
  const at = new Date(maker.now).toISOString()
  const push: GroupPush = {
    ...{ id: maker.id('gPm'), appId: application.id, sourceGroupId: group.id, status: 'ACTIVE', pushed: [] },
    isLinked: targetId !== undefined,
    ...{ created: at, lastUpdated: at },
    ...(targetId === undefined ? {} : { targetId }),
  }
  const own = withPush(application, push, 'mapping.created')
  return steps(own, pushOne(after(org, own.changes), push, false, maker))
}

/** Deactivated, changes wait; activated, the whole group is written (O422). */
export function setPushActive(
  org: Org,
  application: Application,
  push: GroupPush,
  isActive: boolean,
  maker: Maker,
): Step {
  const lastUpdated = new Date(maker.now).toISOString()
  const next: GroupPush = { ...push, status: isActive ? 'ACTIVE' : 'INACTIVE', lastUpdated }
  const what = isActive ? 'activate_mapping' : 'deactivate_mapping'
  const own = withPush(application, next, what)
  return isActive ? steps(own, pushOne(after(org, own.changes), next, true, maker)) : own
}

/** The link ends; the endpoint's group goes or stays (O421). What waits for the push is not sent any more. */
export function unlink(org: Org, application: Application, push: GroupPush, deletesGroup: boolean, maker: Maker): Step {
  const waiting = org.all('job').filter(({ work }) => work.kind === 'push-group' && work.pushId === push.id)
  const tasks = org.all('task').filter(({ work }) => work.kind === 'push-group' && work.pushId === push.id)
  const own = {
    changes: [
      put('groupPush', push.id, null),
      ...waiting.map(({ id }) => put('job', id, null)),
      ...tasks.map(({ id }) => put('task', id, null)),
    ],
    log: [],
  }
  const { targetId, targetName } = push
  if (!deletesGroup || targetId === undefined) return own
  const name = targetName ?? org.get('group', push.sourceGroupId)?.name ?? targetId
  return steps(own, job(application, { kind: 'delete-group', name, targetId }, maker))
}

function withPush(application: Application, push: GroupPush, what: string): Step {
  const target = [{ id: push.id, type: 'AppGroup', displayName: push.id } as const, appTarget(application)]
  const log = [{ eventType: `application.provision.group_push.${what}`, target }]
  return { changes: [put('groupPush', push.id, push)], log }
}
