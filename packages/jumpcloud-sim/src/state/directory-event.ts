import type { Application } from '../directory/application.ts'
import type { UserStateSchedule } from '../directory/organization.ts'
import type { SystemUser } from '../directory/system-user.ts'
import type { UserGroup } from '../directory/user-group.ts'
import type { AssociationTarget, Change } from './change.ts'

/** Something that happened in the organisation. Changes, pushes and Directory Insights all follow from it. */
export type DirectoryEvent =
  | { readonly kind: 'user-created'; readonly user: SystemUser }
  | {
      readonly kind: 'user-updated'
      readonly before: SystemUser
      readonly after: SystemUser
      /** A new password in clear, while it is known; sent only where the connector syncs passwords. */
      readonly password?: string
    }
  | { readonly kind: 'user-deleted'; readonly user: SystemUser }
  | { readonly kind: 'group-created'; readonly group: UserGroup }
  | { readonly kind: 'group-updated'; readonly before: UserGroup; readonly after: UserGroup }
  | { readonly kind: 'group-deleted'; readonly group: UserGroup }
  | { readonly kind: 'member-added'; readonly groupId: string; readonly userId: string }
  | { readonly kind: 'member-removed'; readonly groupId: string; readonly userId: string }
  | { readonly kind: 'application-created'; readonly application: Application }
  | { readonly kind: 'application-updated'; readonly before: Application; readonly after: Application }
  | { readonly kind: 'application-deleted'; readonly application: Application }
  | { readonly kind: 'integration-activated'; readonly before: Application; readonly after: Application }
  | { readonly kind: 'integration-deactivated'; readonly before: Application; readonly after: Application }
  | { readonly kind: 'integration-reactivated'; readonly before: Application; readonly after: Application }
  | { readonly kind: 'bound'; readonly applicationId: string; readonly target: AssociationTarget }
  | { readonly kind: 'unbound'; readonly applicationId: string; readonly target: AssociationTarget }
  | { readonly kind: 'schedule-created'; readonly schedule: UserStateSchedule }
  | { readonly kind: 'schedule-deleted'; readonly schedule: UserStateSchedule; readonly wasCarriedOut: boolean }

/** The facts that an event makes true. */
export function changesOf(event: DirectoryEvent): readonly Change[] {
  switch (event.kind) {
    case 'user-created':
      return [{ kind: 'user.put', user: event.user }]
    case 'user-updated':
      return [{ kind: 'user.put', user: event.after }]
    case 'user-deleted':
      return [{ kind: 'user.delete', id: event.user._id }]
    case 'group-created':
      return [{ kind: 'group.put', group: event.group }]
    case 'group-updated':
      return [{ kind: 'group.put', group: event.after }]
    case 'group-deleted':
      return [{ kind: 'group.delete', id: event.group.id }]
    case 'member-added':
      return [{ kind: 'member.put', groupId: event.groupId, userId: event.userId }]
    case 'member-removed':
      return [{ kind: 'member.delete', groupId: event.groupId, userId: event.userId }]
    case 'bound':
      return [{ kind: 'association.put', applicationId: event.applicationId, target: event.target }]
    case 'unbound':
      return [{ kind: 'association.delete', applicationId: event.applicationId, target: event.target }]
    case 'schedule-created':
      return [{ kind: 'schedule.put', schedule: event.schedule }]
    case 'schedule-deleted':
      return [{ kind: 'schedule.delete', id: event.schedule.id }]
    default:
      return applicationChanges(event)
  }
}

function applicationChanges(
  event: Extract<DirectoryEvent, { kind: `application-${string}` | `integration-${string}` }>,
): readonly Change[] {
  if (event.kind === 'application-deleted') return [{ kind: 'application.delete', id: event.application.id }]
  const application = event.kind === 'application-created' ? event.application : event.after
  return [{ kind: 'application.put', application }]
}
