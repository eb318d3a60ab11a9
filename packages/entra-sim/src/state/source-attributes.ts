// What a mapping can read of an object: the attributes of the directory under the names of the old Azure AD Graph, and those that
// the engine computes.

import type { EntraSwitches } from '../behaviour.ts'
import type { EntraGroup } from '../directory/entra-group.ts'
import type { EntraUser } from '../directory/entra-user.ts'
import { withoutGuestMark } from '../directory/guest-name.ts'
import type { AttributeSource, SourceValue } from '../expression/index.ts'
import { assignedRoles } from './assigned-roles.ts'
import type { EntraView } from './state.ts'

export interface SourceContext {
  readonly view: EntraView
  readonly servicePrincipalId: string
  readonly isSoftDeleted: boolean
  readonly switches: EntraSwitches
}

/** Reads a user's source attributes. Own properties only; an unknown name has no value. */
export function userSource(user: EntraUser, context: SourceContext): AttributeSource {
  return (name) => computedAttribute(user, name, context) ?? own(user.attributes, name)
}

export function groupSource(group: EntraGroup, view: EntraView): AttributeSource {
  const attributes: Readonly<Record<string, SourceValue | undefined>> = {
    objectId: group.id,
    displayName: group.displayName,
    description: group.description,
    mail: group.mail,
    mailNickname: group.mailNickname,
    mailEnabled: group.mailEnabled,
    securityEnabled: group.securityEnabled,
  }
  return (name) => (name === 'members' ? [...view.memberships.rightsOf(group.id)] : own(attributes, name))
}

function computedAttribute(user: EntraUser, name: string, context: SourceContext): SourceValue | undefined {
  switch (name) {
    case 'objectId':
      return user.id
    case 'IsSoftDeleted':
      return context.isSoftDeleted
    case 'userPrincipalName':
      return withoutGuestMark(nameFor(user, context.switches), context.view.tenant.initialDomain)
    case 'originalUserPrincipalName':
      return nameFor(user, context.switches)
    case 'manager':
      return managerOf(user, context.view)
    case 'appRoleAssignments':
      return rolesOf(user, context)
    default:
      return undefined
  }
}

function nameFor(user: EntraUser, switches: EntraSwitches): string {
  const present = String(user.attributes.userPrincipalName)
  return switches.softDeleteRename === 'keepOldName' ? (user.nameBeforeDeletion ?? present) : present
}

/** A soft-deleted manager does not count. */
function managerOf(user: EntraUser, view: EntraView): string | null {
  const manager = user.managerId === undefined ? undefined : view.users.get(user.managerId)
  return manager && manager.deletedAt === undefined ? manager.id : null
}

function rolesOf(user: EntraUser, { view, servicePrincipalId }: SourceContext): SourceValue {
  const roles = assignedRoles(view, servicePrincipalId, user.id)
  return roles.map(({ id, value, displayName }) => ({ id, value, displayName }))
}

function own(attributes: Readonly<Record<string, SourceValue | undefined>>, name: string): SourceValue | undefined {
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined
}
