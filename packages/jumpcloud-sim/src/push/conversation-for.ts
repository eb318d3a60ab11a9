import type { Conversation } from '@scimulator/shared/provisioning'
import type { Behaviour } from '../behaviour.ts'
import type { Connector } from '../directory/application.ts'
import { linkKey } from '../directory/link.ts'
import type { Push } from '../directory/push.ts'
import type { OrgView } from '../state/view.ts'
import { isEntitled } from './entitlement.ts'
import type { PushOutcome } from './outcome.ts'
import { pushGroup } from './push-group.ts'
import { pushUser } from './push-user.ts'

/** How a push of the queue is carried out, with what the connector knows at this moment. */
export function conversationFor(
  view: OrgView,
  { applicationId, work }: Push,
  connector: Connector,
  behaviour: Behaviour,
): Conversation<PushOutcome> {
  if (work.kind === 'user') {
    const link = view.links.get(linkKey(applicationId, 'user', work.user._id))
    return pushUser({ work, connector, behaviour, link })
  }
  const { groupId } = work
  return pushGroup({
    work,
    connector,
    behaviour,
    targetId: view.links.get(linkKey(applicationId, 'user_group', groupId))?.targetId,
    displayName: view.groups.get(groupId)?.name ?? work.name,
    members: () => targetIds(view, applicationId, view.membersOf(groupId)),
    memberCount: () => countConcerned(view, applicationId, view.membersOf(groupId), behaviour),
    memberId: 'userId' in work ? view.links.get(linkKey(applicationId, 'user', work.userId))?.targetId : undefined,
  })
}

function targetIds(view: OrgView, applicationId: string, userIds: Iterable<string>): string[] {
  return [...userIds].flatMap((id) => view.links.get(linkKey(applicationId, 'user', id))?.targetId ?? [])
}

function countConcerned(view: OrgView, applicationId: string, userIds: Iterable<string>, behaviour: Behaviour): number {
  return [...userIds].filter((id) => {
    const user = view.users.get(id)
    return view.links.has(linkKey(applicationId, 'user', id)) || (user !== undefined && isEntitled(user, behaviour))
  }).length
}
