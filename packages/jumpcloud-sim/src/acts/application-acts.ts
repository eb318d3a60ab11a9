import { VerbError } from '@scimulator/shared/behaviour'
import type { Application } from '../directory/application.ts'
import { type ActContext, instant } from '../directory/context.ts'
import type { DirectoryEvent } from '../state/directory-event.ts'
import type { OrgView } from '../state/view.ts'

export interface NewApplication {
  readonly displayLabel: string
  readonly identityManagement: boolean
  readonly name?: string
  readonly ssoUrl?: string
  readonly config?: Readonly<Record<string, unknown>>
  readonly sso?: Readonly<Record<string, unknown>>
}

export function createApplication(
  view: OrgView,
  fields: NewApplication,
  { now, ids }: ActContext,
): Extract<DirectoryEvent, { kind: 'application-created' }> {
  refuseTaken(view, fields.displayLabel)
  const application: Application = {
    id: ids.objectId('application'),
    name: fields.name ?? 'custom-scim',
    displayName: 'Custom Application',
    displayLabel: fields.displayLabel,
    ssoUrl: fields.ssoUrl ?? '',
    config: fields.config ?? {},
    ...(fields.sso ? { sso: fields.sso } : {}),
    active: true,
    created: instant(now),
    organization: view.organization?.id ?? '',
    identityManagement: fields.identityManagement,
  }
  return { kind: 'application-created', application }
}

export function deleteApplication(application: Application): DirectoryEvent {
  return { kind: 'application-deleted', application }
}

/** JumpCloud allows labels to repeat; people here name an application by its label, so that it must be theirs alone. */
export function refuseTaken(view: OrgView, displayLabel: string, id?: string): void {
  const holder = [...view.applications.values()].find(
    (each) => each.displayLabel.toLowerCase() === displayLabel.toLowerCase(),
  )
  if (holder && holder.id !== id) {
    throw new VerbError('conflict', `There is an application with the display label ${holder.displayLabel} already`)
  }
}
