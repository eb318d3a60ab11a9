import { VerbError } from '@scimulator/shared/behaviour'
import type { Application } from '../directory/application.ts'
import type { AssociationTarget } from '../state/change.ts'
import type { DirectoryEvent } from '../state/directory-event.ts'
import type { OrgView } from '../state/view.ts'

/** A second association of the same two objects is refused with JumpCloud's message "Already Exists". */
export function bind(view: OrgView, { id }: Application, target: AssociationTarget): DirectoryEvent {
  if (view.isAssociated(id, target)) throw new VerbError('conflict', 'Already Exists')
  return { kind: 'bound', applicationId: id, target }
}

export function unbind(view: OrgView, { id, displayLabel }: Application, target: AssociationTarget): DirectoryEvent {
  if (view.isAssociated(id, target)) return { kind: 'unbound', applicationId: id, target }
  throw new VerbError('not-found', `${displayLabel} is not associated with ${target.type} ${target.id}`)
}
