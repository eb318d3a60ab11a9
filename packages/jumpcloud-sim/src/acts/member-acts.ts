import type { SystemUser } from '../directory/system-user.ts'
import type { UserGroup } from '../directory/user-group.ts'
import type { DirectoryEvent } from '../state/directory-event.ts'
import type { OrgView } from '../state/view.ts'

/** Adding a member again is no event. */
export function addMember(view: OrgView, group: UserGroup, user: SystemUser): DirectoryEvent | undefined {
  if (view.membersOf(group.id).has(user._id)) return undefined
  return { kind: 'member-added', groupId: group.id, userId: user._id }
}

/** Removing somebody who is no member is no event. */
export function removeMember(view: OrgView, group: UserGroup, user: SystemUser): DirectoryEvent | undefined {
  if (!view.membersOf(group.id).has(user._id)) return undefined
  return { kind: 'member-removed', groupId: group.id, userId: user._id }
}
