import type { Application } from '../directory/application.ts'
import type { Link } from '../directory/link.ts'
import type { ApiKey, Organization, UserStateSchedule } from '../directory/organization.ts'
import type { Push } from '../directory/push.ts'
import type { SystemUser } from '../directory/system-user.ts'
import type { UserGroup } from '../directory/user-group.ts'

export interface AssociationTarget {
  readonly type: 'user' | 'user_group'
  readonly id: string
}

/** A fact, absolute: applying it twice is applying it once. The journal keeps these. */
export type Change =
  | { readonly kind: 'organization.put'; readonly organization: Organization }
  | { readonly kind: 'ids.put'; readonly counters: Readonly<Record<string, number>> }
  | { readonly kind: 'key.put'; readonly key: ApiKey }
  | { readonly kind: 'user.put'; readonly user: SystemUser }
  | { readonly kind: 'user.delete'; readonly id: string }
  | { readonly kind: 'group.put'; readonly group: UserGroup }
  | { readonly kind: 'group.delete'; readonly id: string }
  | { readonly kind: 'member.put'; readonly groupId: string; readonly userId: string }
  | { readonly kind: 'member.delete'; readonly groupId: string; readonly userId: string }
  | { readonly kind: 'application.put'; readonly application: Application }
  | { readonly kind: 'application.delete'; readonly id: string }
  | { readonly kind: 'association.put'; readonly applicationId: string; readonly target: AssociationTarget }
  | { readonly kind: 'association.delete'; readonly applicationId: string; readonly target: AssociationTarget }
  | { readonly kind: 'link.put'; readonly link: Link }
  | { readonly kind: 'link.delete'; readonly key: string }
  | { readonly kind: 'push.put'; readonly push: Push }
  | { readonly kind: 'push.delete'; readonly seq: number }
  | { readonly kind: 'schedule.put'; readonly schedule: UserStateSchedule }
  | { readonly kind: 'schedule.delete'; readonly id: string }
