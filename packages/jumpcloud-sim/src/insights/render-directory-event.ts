import type { Application } from '../directory/application.ts'
import type { SystemUser } from '../directory/system-user.ts'
import type { AssociationTarget } from '../state/change.ts'
import type { DirectoryEvent } from '../state/directory-event.ts'
import type { OrgView } from '../state/view.ts'
import type { Initiator, InsightsFacts, InsightsResource } from './event.ts'

type Rendered = Omit<InsightsFacts, 'initiated_by' | 'success'>

/** What Directory Insights says of an event of the directory. `view` is the organisation before the event. */
export function renderDirectoryEvent(view: OrgView, event: DirectoryEvent, by: Initiator): readonly InsightsFacts[] {
  return rendered(view, event).map((facts) => ({ ...facts, initiated_by: by, success: true }))
}

function rendered(view: OrgView, event: DirectoryEvent): readonly Rendered[] {
  switch (event.kind) {
    case 'user-created':
      return [{ event_type: 'user_create', resource: userResource(event.user) }]
    case 'user-updated':
      return userUpdated(event.before, event.after, event.password !== undefined)
    case 'user-deleted':
      return [{ event_type: 'user_delete', resource: userResource(event.user) }]
    case 'group-created':
    case 'group-deleted': {
      const { id, name } = event.group
      const type = event.kind === 'group-created' ? 'group_create' : 'group_delete'
      return [{ event_type: type, resource: { type: 'user_group', id, name } }]
    }
    case 'group-updated': {
      const { id, name } = event.after
      const resource = { type: 'user_group', id, name }
      return [{ event_type: 'group_update', resource, changes: differences(event.before, event.after) }]
    }
    case 'member-added':
    case 'member-removed':
      return [membershipChange(view, event.kind === 'member-added' ? 'add' : 'remove', event.groupId, event.userId)]
    case 'bound':
    case 'unbound':
      return [associationChange(view, event.kind === 'bound' ? 'add' : 'remove', event.applicationId, event.target)]
    case 'schedule-created':
    case 'schedule-deleted':
      return scheduleEvents(view, event)
    default:
      return [applicationEvent(event)]
  }
}

function userUpdated(before: SystemUser, after: SystemUser, hasPassword: boolean): Rendered[] {
  const resource = userResource(after)
  const changes = differences(before, after)
  const special = [
    ...(after.state !== before.state ? [stateEvent(before, after)] : []),
    ...(after.password_expired && !before.password_expired ? ['user_password_expired'] : []),
    ...(hasPassword ? [before.password_date === null ? 'user_password_set' : 'user_password_change'] : []),
    ...(after.account_locked && !before.account_locked ? ['user_lockout'] : []),
    ...(!after.account_locked && before.account_locked ? ['user_unlocked'] : []),
  ]
  return ['user_update', ...special].map((event_type) => ({ event_type, resource, changes }))
}

function stateEvent(before: SystemUser, after: SystemUser): string {
  if (after.state === 'SUSPENDED') return 'user_suspended'
  return before.state === 'SUSPENDED' ? 'user_unsuspended' : 'user_activated'
}

function membershipChange(view: OrgView, op: string, groupId: string, userId: string): Rendered {
  const group = view.groups.get(groupId)
  return {
    event_type: 'association_change',
    resource: { type: 'user_group', id: groupId, name: group?.name ?? '' },
    association: { op, action_source: 'membership', connection: edge(groupId, 'user_group', userId, 'user') },
  }
}

function associationChange(view: OrgView, op: string, applicationId: string, target: AssociationTarget): Rendered {
  const application = view.applications.get(applicationId)
  return {
    event_type: 'association_change',
    resource: { type: 'application', id: applicationId, name: application?.displayLabel ?? '' },
    association: { op, connection: edge(applicationId, 'application', target.id, target.type) },
  }
}

function edge(from: string, fromType: string, to: string, toType: string): Record<string, unknown> {
  return { from: { object_id: from, type: fromType }, to: { object_id: to, type: toType } }
}

function scheduleEvents(
  view: OrgView,
  event: Extract<DirectoryEvent, { kind: 'schedule-created' | 'schedule-deleted' }>,
): Rendered[] {
  const verb = event.kind === 'schedule-created' ? 'create' : 'delete'
  const noun = event.schedule.state === 'SUSPENDED' ? 'suspension' : 'activation'
  return event.schedule.userIds.flatMap((id) => {
    const user = view.users.get(id)
    return user ? [{ event_type: `user_${noun}_schedule_${verb}`, resource: userResource(user) }] : []
  })
}

function applicationEvent(
  event: Extract<DirectoryEvent, { kind: `application-${string}` | `integration-${string}` }>,
): Rendered {
  const application = 'after' in event ? event.after : event.application
  const facts = { resource: applicationResource(application), application: applicationName(application) }
  switch (event.kind) {
    case 'application-created':
      return { event_type: 'application_create', ...facts }
    case 'application-deleted':
      return { event_type: 'application_delete', ...facts }
    case 'integration-activated':
    case 'integration-reactivated':
      return { event_type: 'integration_activate', ...facts }
    case 'integration-deactivated':
      return { event_type: 'integration_deactivate', ...facts }
    case 'application-updated':
      return { event_type: 'application_update', ...facts }
  }
}

function userResource({ _id, username }: Pick<SystemUser, '_id' | 'username'>): InsightsResource {
  return { type: 'user', id: _id, username }
}

export function applicationName({ id, displayLabel }: Pick<Application, 'id' | 'displayLabel'>): {
  id: string
  name: string
} {
  return { id, name: displayLabel }
}

function applicationResource({ id, displayLabel }: Application): InsightsResource {
  return { type: 'application', id, name: displayLabel }
}

/** Fields whose values differ, in order of their names. */
function differences<Value extends object>(
  before: Value,
  after: Value,
): { field: string; from?: unknown; to?: unknown }[] {
  const old = new Map<string, unknown>(Object.entries(before))
  const now = new Map<string, unknown>(Object.entries(after))
  const fields = [...new Set([...old.keys(), ...now.keys()])].sort()
  return fields
    .filter((field) => JSON.stringify(old.get(field)) !== JSON.stringify(now.get(field)))
    .map((field) => ({ field, from: old.get(field), to: now.get(field) }))
}
