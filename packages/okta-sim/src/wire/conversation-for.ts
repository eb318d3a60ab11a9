import type { Conversation } from '@scimulator/shared/provisioning'
import { appUserOf, membersOf, type Org } from '../plan/org.ts'
import type { Work } from '../values/job.ts'
import type { Outcome } from '../values/outcome.ts'
import { deactivateUser } from './deactivate-user.ts'
import { importPeople } from './import-people.ts'
import type { Membership } from './patch-group.ts'
import { provisionUser } from './provision-user.ts'
import { deleteGroup, pushGroup } from './push-group.ts'
import { pushProfile } from './push-profile.ts'
import type { Line } from './talk.ts'

interface Drawn {
  /** What a new account has until somebody sets another (O211). */
  readonly password: string
  /** Whether an import takes this account. */
  readonly takes: (id: string) => boolean
}

export function conversationFor(org: Org, work: Work, line: Line, { password, takes }: Drawn): Conversation<Outcome> {
  switch (work.kind) {
    case 'provision':
      return provisionUser(line, work, password)
    case 'profile':
      return pushProfile(line, work)
    case 'deactivate':
      return deactivateUser(line, work.externalId)
    case 'delete-group':
      return deleteGroup(line, work.name, work.targetId)
    case 'import':
      return importPeople(line, work, takes)
    case 'push-group':
      return groupOf(org, work, line)
  }
}

/** Who is in the group now, among those whom the endpoint knows (O401, O403). */
function* groupOf(
  org: Org,
  { pushId, isFull }: Extract<Work, { kind: 'push-group' }>,
  line: Line,
): Conversation<Outcome> {
  const push = org.get('groupPush', pushId)
  const group = push && org.get('group', push.sourceGroupId)
  if (push === undefined || group === undefined || push.status === 'INACTIVE') return { did: [] }
  const { targetId, pushed, isLinked } = push
  return yield* pushGroup(line, {
    ...{ name: group.name, members: knownMembers(org, push.appId, group.id), pushed, keepsOthers: isLinked, isFull },
    ...(targetId === undefined ? {} : { targetId }),
  })
}

function knownMembers(org: Org, appId: string, groupId: string): readonly Membership[] {
  return membersOf(org, groupId).flatMap((user) => {
    const known = user.status === 'ACTIVE' ? appUserOf(org, appId, user.id) : undefined
    return known?.externalId === undefined ? [] : [{ value: known.externalId, display: known.userName }]
  })
}
