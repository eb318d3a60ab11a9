// What becomes of people, and what follows for their applications.
import { VerbError } from '@scimulator/shared/behaviour'
import type { GroupRule } from '../values/group-rule.ts'
import type { Profile, User, UserStatus } from '../values/user.ts'
import { after } from './after.ts'
import { type Change, put, type Step, steps } from './changes.ts'
import { pushesOfRule, ruled, setRuleStatus, withoutRule } from './group-rules.ts'
import { type Org, pair } from './org.ts'
import { type Maker, reconcile, userTarget } from './reconcile.ts'

interface NewUser {
  readonly profile: Profile
  readonly isActive: boolean
  readonly key?: string
}

export function createUser(org: Org, { profile, isActive, key }: NewUser, maker: Maker) {
  isFree(org, profile.login)
  const at = new Date(maker.now).toISOString()
  const user: User = {
    ...{ id: maker.id('00u'), status: isActive ? 'ACTIVE' : 'STAGED', created: at, lastUpdated: at, profile },
    ...{ statusChanged: at, ...(isActive ? { activated: at } : {}) },
    ...(key === undefined ? {} : { key }),
  }
  const log = [lifecycle(user, 'create')]
  return { user, step: withFollowing(org, { changes: [put('user', user.id, user)], log }, [user], maker) }
}

export function changeUser(
  org: Org,
  user: User,
  set: Readonly<Record<string, string | null | undefined>>,
  maker: Maker,
): Step {
  const merged = Object.entries({ ...user.profile, ...set }).filter(([, value]) => typeof value === 'string')
  const profile = { ...user.profile, ...Object.fromEntries(merged) }
  for (const [name, value] of Object.entries(set)) if (value === null) Reflect.deleteProperty(profile, name)
  for (const name of ['login', 'email', 'firstName', 'lastName'] as const)
    if (!profile[name]) throw new VerbError('invalid', `update-user: ${name} cannot be empty.`)
  if (profile.login !== user.profile.login) isFree(org, profile.login)
  const next = { ...user, profile, lastUpdated: new Date(maker.now).toISOString() }
  const log = [{ eventType: 'user.account.update_profile', target: [userTarget(next)] }]
  const own = { changes: [put('user', user.id, next)], log }
  return withFollowing(org, own, [next], maker)
}

/** Deactivated, a person keeps their groups and loses what was assigned to them alone (O319, O445). */
export function moveUser(org: Org, user: User, status: UserStatus, maker: Maker): Step {
  const at = new Date(maker.now).toISOString()
  const activated = status === 'ACTIVE' && user.status !== 'SUSPENDED' ? { activated: at } : {}
  const next = { ...user, status, lastUpdated: at, statusChanged: at, ...activated }
  const lost = status === 'DEPROVISIONED' ? ownAssignments(org, user) : []
  const log = [lifecycle(next, user.status === 'SUSPENDED' && status === 'ACTIVE' ? 'unsuspend' : VERBS[status])]
  return withFollowing(org, { changes: [put('user', user.id, next), ...lost], log }, [next], maker)
}

const VERBS = { ACTIVE: 'activate', STAGED: 'create', SUSPENDED: 'suspend', DEPROVISIONED: 'deactivate' }

export function deleteUser(org: Org, user: User): Step {
  const members = org.all('member').filter(({ userId }) => userId === user.id)
  return {
    changes: [
      put('user', user.id, null),
      ...members.map(({ groupId, userId }) => put('member', pair(groupId, userId), null)),
    ],
    log: [lifecycle(user, 'delete.initiated')],
  }
}

function ownAssignments(org: Org, user: User): readonly Change[] {
  return org
    .all('assignment')
    .filter(({ type, id }) => type === 'user' && id === user.id)
    .map(({ appId, id }) => put('assignment', pair(appId, id), null))
}

/** The step with what follows from it for these people at every application, or at the one with this id. */
export function withFollowing(org: Org, own: Step, users: readonly User[], maker: Maker, appId?: string): Step {
  const changed = own.changes.flatMap(({ kind, value }) => (kind === 'user' && value ? [value] : []))
  if (changed.length === 0) return steps(own, reconcile(after(org, own.changes), users, maker, appId))
  return ruledAnd(org, own, changed, users, maker)
}

/** Everybody ACTIVE is looked at (O920). */
export function activateRule(org: Org, rule: GroupRule, maker: Maker): Step {
  if (rule.status !== 'INACTIVE') throw new VerbError('conflict', `The rule is ${rule.status}; it has to be INACTIVE.`)
  const people = org.all('user')
  return ruledAnd(org, { changes: [setRuleStatus(rule, 'ACTIVE', maker)], log: [] }, people, people, maker)
}

export function deactivateRule(rule: GroupRule, maker: Maker): Step {
  if (rule.status !== 'ACTIVE') throw new VerbError('conflict', `The rule is ${rule.status}; it has to be ACTIVE.`)
  return { changes: [setRuleStatus(rule, 'INACTIVE', maker)], log: [] }
}

export function deleteRule(org: Org, rule: GroupRule, removesUsers: boolean, maker: Maker): Step {
  const { step, users } = withoutRule(org, rule, removesUsers)
  const followed = withFollowing(org, step, users, maker)
  return users.length > 0 ? steps(followed, pushesOfRule(org, rule, followed.changes, maker)) : followed
}

/** Groups that assign come before what they assign, and pushed ones after it. */
function ruledAnd(org: Org, own: Step, changed: readonly User[], users: readonly User[], maker: Maker): Step {
  const { members, pushes } = ruled(after(org, own.changes), changed, maker)
  const both = steps(own, members)
  const next = after(org, both.changes)
  return steps(both, reconcile(next, users, maker), pushes(next))
}

function isFree(org: Org, login: string): void {
  if (org.all('user').some(({ profile }) => profile.login === login))
    throw new VerbError('conflict', `There is a person with the login "${login}" already.`)
}

function lifecycle(user: User, what: string) {
  return { eventType: `user.lifecycle.${what}`, target: [userTarget(user)] }
}

/** @throws a VerbError for a person whose state does not let this be done (O913) */
export function mustBe({ status, profile }: User, allowed: readonly UserStatus[], verb: string): void {
  if (allowed.includes(status)) return
  throw new VerbError('conflict', `${verb}: ${profile.login} is ${status}; it has to be ${allowed.join(' or ')}.`)
}
