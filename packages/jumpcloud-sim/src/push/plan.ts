// The planner: an event, and the organisation as it was just before it, to what each active connector must push. It asks nothing of the
// target, so that a table can state all of it (JumpCloud pushes on events and never reconciles).
//
//  event                         | users                                     | groups, while group management is on
//  ------------------------------+-------------------------------------------+--------------------------------------
//  group bound                   | all members                               | then the group
//  group unbound                 | members in no other bound group: inactive | forgotten; the target keeps it
//  group deleted                 | members in no other bound group: inactive | DELETE, first
//  member added                  | the user                                  | then add
//  member removed                | inactive when it was the last bound group | remove, first
//  user changed                  | the user, when something mapped changed   | added to the groups if STAGED before
//  user deleted                  | inactive                                  | removed from the groups, first
//  connector activated           | everybody in scope                        | then all bound groups
//  connector deactivated         | none                                      | none
import type { Behaviour } from '../behaviour.ts'
import { type Application, activeConnector } from '../directory/application.ts'
import { linkKey } from '../directory/link.ts'
import type { PushIntent, Work } from '../directory/push.ts'
import type { SystemUser } from '../directory/system-user.ts'
import type { AssociationTarget } from '../state/change.ts'
import type { DirectoryEvent } from '../state/directory-event.ts'
import type { OrgView } from '../state/view.ts'
import { isEntitled } from './entitlement.ts'
import { userResource } from './map-user.ts'
import { applicationsInScope, honoursDirectAssociations, isInScope, usersInScope } from './scope.ts'

type Event<Kind extends DirectoryEvent['kind']> = Extract<DirectoryEvent, { kind: Kind }>

/** What `event` makes the active connectors push, in order. `view` is the organisation before the event. */
export function planPush(view: OrgView, event: DirectoryEvent, behaviour: Behaviour): readonly PushIntent[] {
  switch (event.kind) {
    case 'user-updated':
      return planUserUpdated(view, event, behaviour)
    case 'user-deleted':
      return planUserDeleted(view, event.user, behaviour)
    case 'group-updated':
      return planGroupRenamed(view, event)
    case 'group-deleted':
      return pushing(view, event.group.id).flatMap((app) => planGroupGone(view, app, event.group.id, true, behaviour))
    case 'member-added':
      return pushing(view, event.groupId).flatMap((app) => planMemberAdded(view, app, event, behaviour))
    case 'member-removed':
      return pushing(view, event.groupId).flatMap((app) => planMemberRemoved(view, app, event, behaviour))
    case 'bound':
      return planBound(view, event.applicationId, event.target, behaviour)
    case 'unbound':
      return planUnbound(view, event.applicationId, event.target, behaviour)
    case 'integration-activated':
    case 'integration-reactivated':
      return planEverything(view, event.after, behaviour)
    case 'application-updated':
      return planGroupManagement(view, event)
    default:
      return []
  }
}

/** Active applications that a group is bound to. */
function pushing(view: OrgView, groupId: string): Application[] {
  return applications(view, view.applicationsOf({ type: 'user_group', id: groupId }))
}

function applications(view: OrgView, ids: Iterable<string>): Application[] {
  return [...ids].flatMap((id) => {
    const application = view.applications.get(id)
    return application && activeConnector(application) ? [application] : []
  })
}

function managesGroups(application: Application): boolean {
  return activeConnector(application)?.groupManagement ?? false
}

function planUserUpdated(view: OrgView, event: Event<'user-updated'>, behaviour: Behaviour): PushIntent[] {
  const { before, after } = event
  const linked = [...view.applications.keys()].filter((id) => isKnown(view, id, after._id))
  const scope = applicationsInScope(view, after._id, behaviour)
  return applications(view, new Set([...scope, ...linked])).flatMap((application) => {
    const inScope = scope.has(application.id)
    const arrives = !isKnown(view, application.id, after._id) && !isEntitled(before, behaviour)
    if (!concerns(application, event, behaviour)) return []
    const user = userIntents(view, application.id, after, { inScope, password: event.password }, behaviour)
    return arrives && inScope && user.length > 0 ? [...user, ...joinAll(view, application, after._id)] : user
  })
}

/** Whether a change of a user is one that this connector would send. */
function concerns(application: Application, event: Event<'user-updated'>, behaviour: Behaviour): boolean {
  const connector = activeConnector(application)
  if (!connector) return false
  if (event.password !== undefined && connector.syncPassword) return true
  const [before, after] = [event.before, event.after].map((user) =>
    JSON.stringify([user.state, userResource(user, connector.excludedAttributes, behaviour)]),
  )
  return before !== after
}

/** Adds the user to all bound groups with the user as a member. */
export function joinAll(view: OrgView, application: Application, userId: string): PushIntent[] {
  if (!managesGroups(application)) return []
  return view
    .boundGroups(application.id)
    .filter((groupId) => view.membersOf(groupId).has(userId))
    .map((groupId) => memberIntent('member-add', view, application.id, groupId, userId))
}

function planUserDeleted(view: OrgView, user: SystemUser, behaviour: Behaviour): PushIntent[] {
  const known = [...view.applications.keys()].filter((id) => isKnown(view, id, user._id))
  return applications(view, known).flatMap((application) => {
    const leaves = managesGroups(application)
      ? view
          .boundGroups(application.id)
          .filter((groupId) => view.membersOf(groupId).has(user._id))
          .map((groupId) => memberIntent('member-remove', view, application.id, groupId, user._id))
      : []
    return [...leaves, ...userIntents(view, application.id, user, { inScope: false, deleted: true }, behaviour)]
  })
}

function planGroupRenamed(view: OrgView, { before, after }: Event<'group-updated'>): PushIntent[] {
  if (before.name === after.name) return []
  return pushing(view, after.id)
    .filter(managesGroups)
    .map(({ id }) => groupIntent(id, { kind: 'group-rename', groupId: after.id, name: after.name }))
}

function planMemberAdded(
  view: OrgView,
  application: Application,
  { groupId, userId }: Event<'member-added'>,
  behaviour: Behaviour,
): PushIntent[] {
  const user = userIntents(view, application.id, view.users.get(userId), { inScope: true }, behaviour)
  if (user.length === 0 || !managesGroups(application)) return user
  return [...user, memberIntent('member-add', view, application.id, groupId, userId)]
}

function planMemberRemoved(
  view: OrgView,
  application: Application,
  { groupId, userId }: Event<'member-removed'>,
  behaviour: Behaviour,
): PushIntent[] {
  if (!isKnown(view, application.id, userId)) return []
  const leave = managesGroups(application) ? [memberIntent('member-remove', view, application.id, groupId, userId)] : []
  if (isInScope(view, application.id, userId, behaviour, { type: 'user_group', id: groupId })) return leave
  return [...leave, ...userIntents(view, application.id, view.users.get(userId), { inScope: false }, behaviour)]
}

function planBound(
  view: OrgView,
  applicationId: string,
  target: AssociationTarget,
  behaviour: Behaviour,
): PushIntent[] {
  const [application] = applications(view, [applicationId])
  if (!application) return []
  if (target.type === 'user') {
    if (!honoursDirectAssociations(behaviour)) return []
    return userIntents(view, applicationId, view.users.get(target.id), { inScope: true }, behaviour)
  }
  return [
    ...[...view.membersOf(target.id)].flatMap((id) =>
      userIntents(view, applicationId, view.users.get(id), { inScope: true }, behaviour),
    ),
    ...wholeGroups(view, application, [target.id]),
  ]
}

function planUnbound(
  view: OrgView,
  applicationId: string,
  target: AssociationTarget,
  behaviour: Behaviour,
): PushIntent[] {
  const [application] = applications(view, [applicationId])
  if (!application) return []
  if (target.type === 'user_group') return planGroupGone(view, application, target.id, false, behaviour)
  if (isInScope(view, applicationId, target.id, behaviour, target)) return []
  return userIntents(view, applicationId, view.users.get(target.id), { inScope: false }, behaviour)
}

/** A bound group that is deleted is deleted at the target; one that is unbound stays there as it is. Orphaned members go inactive. */
function planGroupGone(
  view: OrgView,
  application: Application,
  groupId: string,
  deleted: boolean,
  behaviour: Behaviour,
): PushIntent[] {
  const name = view.groups.get(groupId)?.name ?? ''
  const kind = deleted && managesGroups(application) ? 'group-delete' : 'group-forget'
  const orphans = [...view.membersOf(groupId)].filter(
    (id) => !isInScope(view, application.id, id, behaviour, { type: 'user_group', id: groupId }),
  )
  return [
    groupIntent(application.id, { kind, groupId, name }),
    ...orphans.flatMap((id) => userIntents(view, application.id, view.users.get(id), { inScope: false }, behaviour)),
  ]
}

function planEverything(view: OrgView, application: Application, behaviour: Behaviour): PushIntent[] {
  return [
    ...usersInScope(view, application.id, behaviour).flatMap((id) =>
      userIntents(view, application.id, view.users.get(id), { inScope: true }, behaviour),
    ),
    ...wholeGroups(view, application, view.boundGroups(application.id)),
  ]
}

/** Turning group management on in an active connector sends the bound groups; turning it off sends nothing. */
function planGroupManagement(view: OrgView, { before, after }: Event<'application-updated'>): PushIntent[] {
  if (!managesGroups(after) || !activeConnector(before) || managesGroups(before)) return []
  return wholeGroups(view, after, view.boundGroups(after.id))
}

/** A group without members is never created, so nothing is planned for it. */
function wholeGroups(view: OrgView, application: Application, groupIds: readonly string[]): PushIntent[] {
  if (!managesGroups(application)) return []
  return groupIds
    .filter((groupId) => view.membersOf(groupId).size > 0)
    .map((groupId) => {
      const intent = groupIntent(application.id, {
        kind: 'group',
        groupId,
        name: view.groups.get(groupId)?.name ?? '',
      })
      return { ...intent, touches: [...intent.touches, ...view.membersOf(groupId)] }
    })
}

/** Nothing for a user whom the target never got and who is not entitled to it now: STAGED, suspended, or on the way out. */
function userIntents(
  view: OrgView,
  applicationId: string,
  user: SystemUser | undefined,
  facts: { inScope: boolean; deleted?: boolean; password?: string | undefined },
  behaviour: Behaviour,
): PushIntent[] {
  if (!user) return []
  const { inScope, deleted = false, password } = facts
  if (!isKnown(view, applicationId, user._id) && !(inScope && isEntitled(user, behaviour))) return []
  const work: Work = { kind: 'user', user, inScope, deleted, ...(password === undefined ? {} : { password }) }
  return [{ applicationId, work, touches: [user._id] }]
}

/** Whether the target has the user, or is about to. */
function isKnown(view: OrgView, applicationId: string, userId: string): boolean {
  if (view.links.has(linkKey(applicationId, 'user', userId))) return true
  return view.isPushPending(applicationId, userId)
}

function groupIntent(applicationId: string, work: Exclude<Work, { kind: 'user' }>): PushIntent {
  return { applicationId, work, touches: [work.groupId] }
}

function memberIntent(
  kind: 'member-add' | 'member-remove',
  view: OrgView,
  applicationId: string,
  groupId: string,
  userId: string,
): PushIntent {
  const name = view.groups.get(groupId)?.name ?? ''
  return { applicationId, work: { kind, groupId, name, userId }, touches: [groupId, userId] }
}
