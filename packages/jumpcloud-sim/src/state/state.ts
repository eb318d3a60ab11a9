// The organisation in memory: indexed collections behind one `apply`. Rules see it as OrgView; only the store calls `apply`.

import { Relation } from '@scimulator/shared/program'
import type { SnapshotRow, StateShape } from '@scimulator/shared/store'
import type { Application } from '../directory/application.ts'
import { DATA_VERSION } from '../directory/data-versions.ts'
import { type Link, linkKey } from '../directory/link.ts'
import type { ApiKey, Organization, UserStateSchedule } from '../directory/organization.ts'
import type { Push } from '../directory/push.ts'
import type { SystemUser } from '../directory/system-user.ts'
import type { UserGroup } from '../directory/user-group.ts'
import { createUserIndex } from '../directory/user-index.ts'
import type { AssociationTarget, Change } from './change.ts'
import type { OrgView } from './view.ts'

export interface OrgState extends OrgView, StateShape<Change> {}

export function createOrgState(): OrgState {
  return new State()
}

type ProvisioningChange = Extract<
  Change,
  { kind: `${'application' | 'association' | 'link' | 'push' | 'schedule'}.${'put' | 'delete'}` }
>

class State implements OrgState {
  readonly name = 'jumpcloud-sim'
  readonly version = DATA_VERSION
  organization: Organization | undefined
  counters: Readonly<Record<string, number>> = {}
  readonly keys = new Map<string, ApiKey>()
  readonly users = new Map<string, SystemUser>()
  readonly groups = new Map<string, UserGroup>()
  readonly applications = new Map<string, Application>()
  readonly links = new Map<string, Link>()
  readonly pushes = new Map<number, Push>()
  readonly schedules = new Map<string, UserStateSchedule>()
  readonly #userIndex = createUserIndex()
  readonly #groupNames = new Map<string, string>()
  readonly #members = new Relation()
  readonly #associations = new Relation()
  /** How many pushes that would bring a user to an application are still in the queue. */
  readonly #arrivals = new Map<string, number>()

  apply(change: Change): void {
    switch (change.kind) {
      case 'organization.put':
        this.organization = change.organization
        return
      case 'ids.put':
        this.counters = change.counters
        return
      case 'key.put':
        this.keys.set(change.key.id, change.key)
        return
      case 'user.put':
        this.#putUser(change.user)
        return
      case 'user.delete':
        this.#deleteUser(change.id)
        return
      case 'group.put':
        this.#putGroup(change.group)
        return
      case 'group.delete':
        this.#deleteGroup(change.id)
        return
      case 'member.put':
        this.#members.set(change.groupId, change.userId, true)
        return
      case 'member.delete':
        this.#members.set(change.groupId, change.userId, false)
        return
      default:
        this.#applyProvisioning(change)
        return
    }
  }

  #applyProvisioning(change: ProvisioningChange): void {
    switch (change.kind) {
      case 'application.put':
        this.applications.set(change.application.id, change.application)
        return
      case 'application.delete':
        this.#deleteApplication(change.id)
        return
      case 'association.put':
        this.#associations.set(change.applicationId, targetKey(change.target), true)
        return
      case 'association.delete':
        this.#associations.set(change.applicationId, targetKey(change.target), false)
        return
      case 'link.put':
        this.links.set(linkKey(change.link.applicationId, change.link.type, change.link.objectId), change.link)
        return
      case 'link.delete':
        this.links.delete(change.key)
        return
      case 'push.put':
        this.#putPush(change.push)
        return
      case 'push.delete':
        this.#deletePush(change.seq)
        return
      case 'schedule.put':
        this.schedules.set(change.schedule.id, change.schedule)
        return
      case 'schedule.delete':
        this.schedules.delete(change.id)
    }
  }

  collectionOf({ kind }: Change): string {
    return kind.split('.')[0] ?? kind
  }

  *rows(): Iterable<SnapshotRow> {
    let number = 0
    for (const change of this.#asChanges()) {
      number += 1
      yield { collection: change.kind, key: String(number), value: change }
    }
  }

  load(row: SnapshotRow): void {
    // A row holds the change that makes its resource, as written by `rows`.
    this.apply(row.value as Change)
  }

  clear(): void {
    this.organization = undefined
    this.counters = {}
    const collections = [this.keys, this.users, this.groups, this.applications, this.links, this.pushes, this.schedules]
    const indexes = [this.#userIndex, this.#groupNames, this.#members, this.#associations, this.#arrivals]
    for (const collection of [...collections, ...indexes]) collection.clear()
  }

  membersOf(groupId: string): ReadonlySet<string> {
    return this.#members.rightsOf(groupId)
  }

  groupsOf(userId: string): ReadonlySet<string> {
    return this.#members.leftsOf(userId)
  }

  isAssociated(applicationId: string, target: AssociationTarget): boolean {
    return this.#associations.has(applicationId, targetKey(target))
  }

  boundGroups(applicationId: string): readonly string[] {
    return targetsOf(this.#associations.rightsOf(applicationId), 'user_group')
  }

  boundUsers(applicationId: string): readonly string[] {
    return targetsOf(this.#associations.rightsOf(applicationId), 'user')
  }

  applicationsOf(target: AssociationTarget): readonly string[] {
    return [...this.#associations.leftsOf(targetKey(target))]
  }

  userByName(username: string): SystemUser | undefined {
    return found(this.users, this.#userIndex.byName(username))
  }

  userByEmail(email: string): SystemUser | undefined {
    return found(this.users, this.#userIndex.byEmail(email))
  }

  userByEmployeeIdentifier(identifier: string): SystemUser | undefined {
    return found(this.users, this.#userIndex.byEmployeeIdentifier(identifier))
  }

  groupByName(name: string): UserGroup | undefined {
    return found(this.groups, this.#groupNames.get(name.toLowerCase()))
  }

  isPushPending(applicationId: string, userId: string): boolean {
    return this.#arrivals.has(`${applicationId} ${userId}`)
  }

  get expiringUsers(): ReadonlySet<string> {
    return this.#userIndex.expiring
  }

  #putUser(user: SystemUser): void {
    this.#userIndex.replace(this.users.get(user._id), user)
    this.users.set(user._id, user)
  }

  #deleteUser(id: string): void {
    this.#userIndex.replace(this.users.get(id), undefined)
    this.users.delete(id)
    this.#members.dropRight(id)
    this.#associations.dropRight(targetKey({ type: 'user', id }))
  }

  #putGroup(group: UserGroup): void {
    this.#forgetGroupName(group.id)
    this.groups.set(group.id, group)
    this.#groupNames.set(group.name.toLowerCase(), group.id)
  }

  #deleteGroup(id: string): void {
    this.#forgetGroupName(id)
    this.groups.delete(id)
    this.#members.dropLeft(id)
    this.#associations.dropRight(targetKey({ type: 'user_group', id }))
  }

  #forgetGroupName(id: string): void {
    const name = this.groups.get(id)?.name.toLowerCase()
    if (name !== undefined && this.#groupNames.get(name) === id) this.#groupNames.delete(name)
  }

  #deleteApplication(id: string): void {
    this.applications.delete(id)
    this.#associations.dropLeft(id)
    for (const [key, link] of this.links) if (link.applicationId === id) this.links.delete(key)
  }

  #putPush(push: Push): void {
    if (!this.pushes.has(push.seq)) this.#countArrival(push, 1)
    this.pushes.set(push.seq, push)
  }

  #deletePush(seq: number): void {
    const push = this.pushes.get(seq)
    if (push) this.#countArrival(push, -1)
    this.pushes.delete(seq)
  }

  #countArrival({ applicationId, work }: Push, step: number): void {
    if (work.kind !== 'user' || !work.inScope) return
    const key = `${applicationId} ${work.user._id}`
    const count = (this.#arrivals.get(key) ?? 0) + step
    if (count > 0) this.#arrivals.set(key, count)
    else this.#arrivals.delete(key)
  }

  *#asChanges(): Iterable<Change> {
    if (this.organization) yield { kind: 'organization.put', organization: this.organization }
    if (Object.keys(this.counters).length > 0) yield { kind: 'ids.put', counters: this.counters }
    for (const key of this.keys.values()) yield { kind: 'key.put', key }
    for (const user of this.users.values()) yield { kind: 'user.put', user }
    for (const group of this.groups.values()) yield { kind: 'group.put', group }
    for (const [groupId, userId] of this.#members.pairs()) yield { kind: 'member.put', groupId, userId }
    for (const application of this.applications.values()) yield { kind: 'application.put', application }
    for (const [applicationId, key] of this.#associations.pairs()) {
      yield { kind: 'association.put', applicationId, target: targetOf(key) }
    }
    for (const link of this.links.values()) yield { kind: 'link.put', link }
    for (const push of this.pushes.values()) yield { kind: 'push.put', push }
    for (const schedule of this.schedules.values()) yield { kind: 'schedule.put', schedule }
  }
}

function found<Value>(collection: ReadonlyMap<string, Value>, key: string | undefined): Value | undefined {
  return key === undefined ? undefined : collection.get(key)
}

function targetKey({ type, id }: AssociationTarget): string {
  return `${type} ${id}`
}

function targetOf(key: string): AssociationTarget {
  const [type, id = ''] = key.split(' ', 2)
  return { type: type === 'user' ? 'user' : 'user_group', id }
}

function targetsOf(keys: ReadonlySet<string>, type: AssociationTarget['type']): string[] {
  return [...keys].map(targetOf).flatMap((target) => (target.type === type ? [target.id] : []))
}
