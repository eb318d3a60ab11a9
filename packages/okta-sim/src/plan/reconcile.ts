// Who has an application, who should have it, and what follows for the endpoint (O225, O301, O311, O315 to O320, O446). Pure.

import type { Behaviour } from '../behaviour.ts'
import { type AttributeValue, appProfile, invalidFor } from '../values/app-profile.ts'
import type { AppUser } from '../values/app-user.ts'
import type { Application } from '../values/application.ts'
import type { Work } from '../values/job.ts'
import type { LogFacts, Target } from '../values/log-event.ts'
import { ownWords } from '../values/own-words.ts'
import type { User } from '../values/user.ts'
import { NOTHING, put, type Step, steps } from './changes.ts'
import { appUserOf, type Org, pair, scopeOf } from './org.ts'

/** What the planner is given to make things with. */
export interface Maker {
  readonly now: number
  readonly behaviour: Behaviour
  /** An id of Okta's form: `0ua` and seventeen characters. */
  id(prefix: string): string
}

/** What the directory wants of these people at every application, or at the one with this id. */
export function reconcile(org: Org, users: readonly User[], maker: Maker, appId?: string): Step {
  const applications = org
    .all('application')
    .filter(({ status, id }) => status === 'ACTIVE' && (appId === undefined || id === appId))
  return steps(...applications.flatMap((application) => users.map((user) => one(org, application, user, maker))))
}

function one(org: Org, application: Application, user: User, maker: Maker): Step {
  const has = appUserOf(org, application.id, user.id)
  const scope = scopeOf(org, application.id, user.id)
  if (has === undefined) return scope && user.status === 'ACTIVE' ? comes(application, user, scope, maker) : NOTHING
  if (scope === undefined || user.status === 'DEPROVISIONED') return leaves(application, user, has, maker)
  const moved = scope === has.scope ? NOTHING : rescoped(application, user, { ...has, scope })
  return isPushed(user, maker) ? steps(moved, stays(application, user, { ...has, scope }, maker)) : moved
}

/** Assigned by hand, or now by a group alone: the endpoint hears nothing of it. */
function rescoped(application: Application, user: User, appUser: AppUser): Step {
  return { changes: [put('appUser', pair(application.id, user.id), appUser)], log: [] }
}

function isPushed({ status }: User, { behaviour: { suspendedProfile } }: Maker): boolean {
  return status === 'ACTIVE' || (status === 'SUSPENDED' && suspendedProfile === 'at-once')
}

function comes(application: Application, user: User, scope: AppUser['scope'], maker: Maker): Step {
  const at = new Date(maker.now).toISOString()
  const appUser: AppUser = {
    ...{ id: maker.id('0ua'), appId: application.id, userId: user.id, scope, userName: user.profile.login },
    ...{ status: 'STAGED', syncState: 'DISABLED', profile: appProfile(application, user) },
    ...{ created: at, lastUpdated: at, statusChanged: at },
  }
  const joined = logged('application.user_membership.add', application, user)
  const kept = { changes: [put('appUser', pair(application.id, user.id), appUser)], log: [joined] }
  return application.connection ? steps(kept, provision(application, user, appUser, maker)) : kept
}

/** Sends somebody who has the application: the lookup, and what follows. */
export function provision(application: Application, user: User, appUser: AppUser, maker: Maker): Step {
  const profile = appProfile(application, user)
  const { error: _, ...known } = appUser
  const next: AppUser = { ...known, userName: user.profile.login, profile, syncState: 'SYNCING' }
  const work = { kind: 'provision', oktaId: user.id, userId: user.id, userName: next.userName, profile } as const
  return steps(
    { changes: [put('appUser', pair(application.id, user.id), next)], log: invalid(application, user) },
    job(application, work, maker),
  )
}

/** The connection with the application ends at once; the endpoint hears of it if it knows the person, and if it should (O235, O318). */
function leaves(application: Application, user: User, has: AppUser, maker: Maker): Step {
  const left = logged('application.user_membership.remove', application, user)
  const gone = { changes: [put('appUser', pair(application.id, user.id), null)], log: [left] }
  if (has.externalId === undefined || !application.connection || !application.features.deactivateUsers) return gone
  const { externalId, userName } = has
  return steps(gone, job(application, { kind: 'deactivate', userId: user.id, userName, externalId }, maker))
}

function stays(application: Application, user: User, has: AppUser, maker: Maker): Step {
  const profile = appProfile(application, user, has.profile)
  const userName = user.profile.login
  const isSame = userName === has.userName && sameValues(profile, has.profile)
  const { externalId } = has
  // What is not pushed stays as it was known, so that it is seen to differ later.
  if (isSame || externalId === undefined || !application.connection || !application.features.updateUsers) return NOTHING
  const next: AppUser = { ...has, userName, profile }
  const kept = { changes: [put('appUser', pair(application.id, user.id), next)], log: invalid(application, user) }
  return steps(kept, job(application, { kind: 'profile', userId: user.id, userName, externalId, profile }, maker))
}

/** An expression that fails for this person is told, and its attribute is as if it had no value (O823). */
function invalid(application: Application, user: User): readonly LogFacts[] {
  return invalidFor(application, user).map((name) => ({
    ...logged('application.appuser.mapping.invalid.expression', application, user),
    reason: ownWords(`The expression of ${name} could not be evaluated.`),
  }))
}

export function sameValues(one: readonly AttributeValue[], other: readonly AttributeValue[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

export function job(application: Application, work: Work, maker: Maker): Step {
  const id = maker.id('job')
  return { changes: [put('job', id, { id, appId: application.id, work, due: maker.now, refusals: 0 })], log: [] }
}

function logged(eventType: string, application: Application, user: User) {
  return { eventType, target: [userTarget(user), appTarget(application)] }
}

export function userTarget({ id, profile }: User): Target {
  return { id, type: 'User', displayName: `${profile.firstName} ${profile.lastName}` }
}

export function appTarget({ id, label }: Application): Target {
  return { id, type: 'AppInstance', displayName: label }
}
