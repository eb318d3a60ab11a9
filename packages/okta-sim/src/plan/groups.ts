// What becomes of groups, and what follows for applications that they assign and for pushed ones.
import { VerbError } from '@scimulator/shared/behaviour'
import type { Group } from '../values/group.ts'
import type { User } from '../values/user.ts'
import { after } from './after.ts'
import { put, type Step, steps } from './changes.ts'
import { pushAgain, pushesOf } from './group-pushes.ts'
import { rulesWithout } from './group-rules.ts'
import { membersOf, type Org, pair } from './org.ts'
import { withFollowing } from './people.ts'
import { type Maker, userTarget } from './reconcile.ts'

export function createGroup(org: Org, name: string, description: string | undefined, maker: Maker) {
  if (org.all('group').some((group) => group.name === name))
    throw new VerbError('conflict', `There is a group "${name}" already.`)
  const group = newGroup(name, description, maker)
  return { group, step: { changes: [put('group', group.id, group)], log: [] } }
}

export function newGroup(name: string, description: string | undefined, maker: Maker): Group {
  const at = new Date(maker.now).toISOString()
  return {
    ...{ id: maker.id('00g'), name, ...(description === undefined ? {} : { description }) },
    ...{ created: at, lastUpdated: at, lastMembershipUpdated: at },
  }
}

export function renameGroup(org: Org, group: Group, name: string, maker: Maker): Step {
  const own = describeGroup(group, { ...group, name }, maker)
  return steps(own, pushAgain(after(org, own.changes), group, maker))
}

/** The name as it is, the description another one: no endpoint hears of that. */
export function describeGroup(
  group: Group,
  { name, description }: Pick<Group, 'name' | 'description'>,
  maker: Maker,
): Step {
  const { description: _, ...kept } = group
  const lastUpdated = new Date(maker.now).toISOString()
  const next: Group = { ...kept, name, ...(description === undefined ? {} : { description }), lastUpdated }
  return { changes: [put('group', group.id, next)], log: [] }
}

/** The people's applications come before the pushed group, so that whom it names is there (O444). */
export function setMember(org: Org, group: Group, user: User, isMember: boolean, maker: Maker): Step {
  const key = pair(group.id, user.id)
  if ((org.get('member', key) !== undefined) === isMember) return { changes: [], log: [] }
  const eventType = `group.user_membership.${isMember ? 'add' : 'remove'}`
  const target = [userTarget(user), { id: group.id, type: 'UserGroup', displayName: group.name } as const]
  const value = isMember ? { groupId: group.id, userId: user.id } : null
  const lastMembershipUpdated = new Date(maker.now).toISOString()
  const changes = [put('member', key, value), put('group', group.id, { ...group, lastMembershipUpdated })]
  const own = { changes, log: [{ eventType, target }] }
  return steps(withFollowing(org, own, [user], maker), pushAgain(after(org, own.changes), group, maker))
}

/** A group that is pushed cannot be deleted (O919). */
export function deleteGroup(org: Org, group: Group, maker: Maker): Step {
  if (pushesOf(org, group).length > 0)
    throw new VerbError('conflict', `${group.name} is pushed; unlink it before it is deleted.`)
  const users = membersOf(org, group.id)
  const assignments = org.all('assignment').filter(({ type, id }) => type === 'group' && id === group.id)
  const own = {
    changes: [
      put('group', group.id, null),
      ...rulesWithout(org, group.id, maker),
      ...users.map(({ id }) => put('member', pair(group.id, id), null)),
      ...assignments.map(({ appId, id }) => put('assignment', pair(appId, id), null)),
    ],
    log: [],
  }
  return withFollowing(org, own, users, maker)
}
