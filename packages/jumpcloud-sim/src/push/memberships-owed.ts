// What hung on a user whose pushes failed. A push to a group leaves out the members whom the target never got, and is not repeated; so
// once the target does have one of them, the memberships are still owed. Those that wait in the queue anyway come by themselves.
import type { Behaviour } from '../behaviour.ts'
import { activeConnector } from '../directory/application.ts'
import { linkKey } from '../directory/link.ts'
import type { Push, PushIntent } from '../directory/push.ts'
import type { OrgView } from '../state/view.ts'
import type { PushOutcome } from './outcome.ts'
import { joinAll } from './plan.ts'

/**
 * The memberships to push because `outcome` has just made a user's id at the target known.
 *
 * @param view as it is before the outcome is committed
 * @param waiting the pushes in the queue that touch this user
 */
export function membershipsOwed(
  view: OrgView,
  { applicationId, work }: Push,
  { link }: PushOutcome,
  waiting: readonly Push[],
  behaviour: Behaviour,
): readonly PushIntent[] {
  if (behaviour.membershipAfterHeal === 'onGroupEvent') return []
  if (work.kind !== 'user' || !work.inScope || !link) return []
  const before = view.links.get(linkKey(applicationId, 'user', work.user._id))
  const application = view.applications.get(applicationId)
  if (before?.targetId === link.targetId || !application || !activeConnector(application)) return []
  const coming = new Set(waiting.flatMap((push) => groupThatIsBrought(push.work) ?? []))
  return joinAll(view, application, work.user._id).filter(
    ({ work: owed }) => !coming.has(groupThatIsBrought(owed) ?? ''),
  )
}

/** The group whose members a push brings, the user among them. */
function groupThatIsBrought(work: Push['work']): string | undefined {
  return work.kind === 'group' || work.kind === 'member-add' ? work.groupId : undefined
}
