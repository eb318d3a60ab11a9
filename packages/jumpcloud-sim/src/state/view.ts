import type { Application } from '../directory/application.ts'
import type { Link } from '../directory/link.ts'
import type { ApiKey, Organization, UserStateSchedule } from '../directory/organization.ts'
import type { Push } from '../directory/push.ts'
import type { SystemUser } from '../directory/system-user.ts'
import type { UserGroup } from '../directory/user-group.ts'
import type { AssociationTarget } from './change.ts'

/** The organisation as rules may see it: everything readable, nothing writable. */
export interface OrgView {
  readonly organization: Organization | undefined
  readonly counters: Readonly<Record<string, number>>
  readonly keys: ReadonlyMap<string, ApiKey>
  readonly users: ReadonlyMap<string, SystemUser>
  readonly groups: ReadonlyMap<string, UserGroup>
  readonly applications: ReadonlyMap<string, Application>
  readonly links: ReadonlyMap<string, Link>
  readonly pushes: ReadonlyMap<number, Push>
  readonly schedules: ReadonlyMap<string, UserStateSchedule>
  membersOf(groupId: string): ReadonlySet<string>
  groupsOf(userId: string): ReadonlySet<string>
  isAssociated(applicationId: string, target: AssociationTarget): boolean
  boundGroups(applicationId: string): readonly string[]
  boundUsers(applicationId: string): readonly string[]
  applicationsOf(target: AssociationTarget): readonly string[]
  userByName(username: string): SystemUser | undefined
  userByEmail(email: string): SystemUser | undefined
  userByEmployeeIdentifier(identifier: string): SystemUser | undefined
  /** Whether a push that brings the user to the application is still in the queue. */
  isPushPending(applicationId: string, userId: string): boolean
  groupByName(name: string): UserGroup | undefined
  /** Ids of users whose password has a date on which it expires. */
  readonly expiringUsers: ReadonlySet<string>
}
