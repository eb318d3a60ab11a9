import type { Behaviour } from '../behaviour.ts'
import type { AssociationTarget } from '../state/change.ts'
import type { OrgView } from '../state/view.ts'

/**
 * Whether a user is in scope of an application: member of a bound group, or associated directly. `without` is an association or a
 * membership that is about to end. A user leaves the scope only with the last one (JumpCloud: Group Management Considerations).
 */
export function isInScope(
  view: OrgView,
  applicationId: string,
  userId: string,
  behaviour: Behaviour,
  without?: AssociationTarget,
): boolean {
  if (without?.type !== 'user' && hasDirectAssociation(view, applicationId, userId, behaviour)) return true
  return view
    .boundGroups(applicationId)
    .some((groupId) => groupId !== without?.id && view.membersOf(groupId).has(userId))
}

/** Applications that a user is in scope of. */
export function applicationsInScope(view: OrgView, userId: string, behaviour: Behaviour): ReadonlySet<string> {
  const direct = view.applicationsOf({ type: 'user', id: userId })
  const viaGroups = [...view.groupsOf(userId)].flatMap((id) => view.applicationsOf({ type: 'user_group', id }))
  return new Set([...direct, ...viaGroups].filter((id) => isInScope(view, id, userId, behaviour)))
}

/** All users in scope of an application, each once, in the order of its groups. */
export function usersInScope(view: OrgView, applicationId: string, behaviour: Behaviour): readonly string[] {
  const direct = view.boundUsers(applicationId).filter((id) => hasDirectAssociation(view, applicationId, id, behaviour))
  const viaGroups = view.boundGroups(applicationId).flatMap((id) => [...view.membersOf(id)])
  return [...new Set([...viaGroups, ...direct])]
}

/** Whether a direct association brings a user into scope at all. */
export function honoursDirectAssociations(behaviour: Behaviour): boolean {
  return behaviour.directUserAssociations === 'in-scope'
}

function hasDirectAssociation(view: OrgView, applicationId: string, userId: string, behaviour: Behaviour): boolean {
  return honoursDirectAssociations(behaviour) && view.isAssociated(applicationId, { type: 'user', id: userId })
}
