// Which pushed groups a change of a group is told to (O413, O418, O422).
import type { Group } from '../values/group.ts'
import type { GroupPush } from '../values/group-push.ts'
import { type Step, steps } from './changes.ts'
import type { Org } from './org.ts'
import { job, type Maker } from './reconcile.ts'

export function pushesOf(org: Org, { id }: Group): readonly GroupPush[] {
  return org.all('groupPush').filter(({ sourceGroupId, status }) => sourceGroupId === id && status !== 'INACTIVE')
}

/** A push that waits already says what will be there when it runs. */
export function pushAgain(org: Org, group: Group, maker: Maker): Step {
  return steps(...pushesOf(org, group).map((push) => pushOne(org, push, false, maker)))
}

export function pushOne(org: Org, push: GroupPush, isFull: boolean, maker: Maker): Step {
  const application = org.get('application', push.appId)
  if (!application?.connection) return { changes: [], log: [] }
  return job(application, { kind: 'push-group', pushId: push.id, isFull }, maker)
}
