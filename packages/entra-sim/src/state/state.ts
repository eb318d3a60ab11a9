// The tenant's state: indexed collections behind one `apply`. Rules see it through `EntraView`, which cannot change it.

import { Relation } from '@scimulator/shared/program'
import type { SnapshotRow, StateShape } from '@scimulator/shared/store'
import { type ChangeLog, EventLog, type SourceEvent } from '../directory/change-log.ts'
import { DATA_VERSION } from '../directory/data-versions.ts'
import type { DeletedApp } from '../directory/deleted-app.ts'
import { DeletedItems } from '../directory/deleted-items.ts'
import { type EntraGroup, isDynamic, isPaused } from '../directory/entra-group.ts'
import type { EntraUser } from '../directory/entra-user.ts'
import type { AppRoleAssignment, ServicePrincipal } from '../directory/service-principal.ts'
import type { Tenant } from '../directory/tenant.ts'
import type { Escrow } from '../job/escrow.ts'
import type { SynchronizationJob } from '../job/job.ts'
import type { Link } from '../job/link.ts'
import { MatchingValues } from '../job/matching-values.ts'
import type { StagedDelete } from '../job/staged-delete.ts'
import type { EngineChange, JobChange, JournalledChange, SourceChange } from './change.ts'

/** What one job keeps about objects: Graph calls the whole the connector data store. */
export interface JobData {
  readonly links: ReadonlyMap<string, Link>
  /** Members of groups that were sent to the target: group's object id to member's object id. */
  readonly references: Pick<Relation, 'has' | 'rightsOf' | 'leftsOf'>
  readonly escrows: ReadonlyMap<string, Escrow>
  readonly staged: ReadonlyMap<string, StagedDelete>
  /** Made from the directory, never stored. */
  readonly matchingValues: MatchingValues
}

export interface EntraView {
  readonly tenant: Tenant
  /** Live users and those in the bin. */
  readonly users: ReadonlyMap<string, EntraUser>
  readonly groups: ReadonlyMap<string, EntraGroup>
  /** Group's object id to member's object id. Those of soft-deleted users stay and are hidden. */
  readonly memberships: Pick<Relation, 'has' | 'rightsOf' | 'leftsOf'>
  readonly servicePrincipals: ReadonlyMap<string, ServicePrincipal>
  /** Halves of applications in the bin, by their object ids. */
  readonly deletedApps: ReadonlyMap<string, DeletedApp>
  readonly assignments: ReadonlyMap<string, AppRoleAssignment>
  readonly jobs: ReadonlyMap<string, SynchronizationJob>
  readonly changeLog: ChangeLog
  /** Object id of the user with this userPrincipalName, whatever its case. */
  userIdByName(userPrincipalName: string): string | undefined
  userIdByKey(key: string): string | undefined
  groupIdsByName(displayName: string): ReadonlySet<string>
  /** Dynamic groups whose rule is being processed. */
  dynamicGroupIds(): ReadonlySet<string>
  /** Ids of the assignments of one principal to one service principal. */
  assignmentIds(resourceId: string, principalId: string): ReadonlySet<string>
  principalsAssignedTo(resourceId: string): ReadonlySet<string>
  /** Ids of what lies in the bin, the oldest first. */
  deletedIds(): Iterable<string>
  /** Object ids of those whose manager this user is. */
  reportsOf(managerId: string): ReadonlySet<string>
  jobData(jobId: string): JobData
}

interface MutableJobData {
  readonly links: Map<string, Link>
  readonly references: Relation
  readonly escrows: Map<string, Escrow>
  readonly staged: Map<string, StagedDelete>
  readonly matchingValues: MatchingValues
}

const NO_TENANT: Tenant = { tenantId: '', displayName: '', defaultDomain: '', initialDomain: '' }

export class EntraState implements EntraView, StateShape<JournalledChange> {
  readonly name = 'entra-sim'
  readonly version = DATA_VERSION
  tenant = NO_TENANT
  readonly users = new Map<string, EntraUser>()
  readonly groups = new Map<string, EntraGroup>()
  readonly memberships = new Relation()
  readonly servicePrincipals = new Map<string, ServicePrincipal>()
  readonly deletedApps = new Map<string, DeletedApp>()
  readonly assignments = new Map<string, AppRoleAssignment>()
  readonly jobs = new Map<string, SynchronizationJob>()
  readonly changeLog = new EventLog()
  idCounters: Readonly<Record<string, number>> = {}
  readonly #jobData = new Map<string, MutableJobData>()
  readonly #userByName = new Map<string, string>()
  readonly #userByKey = new Map<string, string>()
  readonly #groupsByName = new Relation()
  readonly #dynamicGroups = new Set<string>()
  readonly #reports = new Relation()
  readonly #assignmentsByPrincipal = new Relation()
  readonly #principalsByResource = new Relation()
  readonly #deletedItems = new DeletedItems()

  userIdByName(userPrincipalName: string): string | undefined {
    return this.#userByName.get(userPrincipalName.toLowerCase())
  }

  userIdByKey(key: string): string | undefined {
    return this.#userByKey.get(key)
  }

  groupIdsByName(displayName: string): ReadonlySet<string> {
    return this.#groupsByName.rightsOf(displayName)
  }

  dynamicGroupIds(): ReadonlySet<string> {
    return this.#dynamicGroups
  }

  assignmentIds(resourceId: string, principalId: string): ReadonlySet<string> {
    return this.#assignmentsByPrincipal.rightsOf(`${resourceId} ${principalId}`)
  }

  principalsAssignedTo(resourceId: string): ReadonlySet<string> {
    return this.#principalsByResource.rightsOf(resourceId)
  }

  deletedIds(): Iterable<string> {
    return this.#deletedItems.ids()
  }

  reportsOf(managerId: string): ReadonlySet<string> {
    return this.#reports.rightsOf(managerId)
  }

  jobData(jobId: string): JobData {
    return this.#dataOf(jobId)
  }

  apply(change: JournalledChange): void {
    if ('position' in change) {
      this.#applySource(change)
      this.changeLog.put({ position: change.position, event: eventOf(change) })
      return
    }
    switch (change.kind) {
      case 'tenant':
        this.tenant = change.value
        return
      case 'servicePrincipal':
        put(this.servicePrincipals, change.id, change.value)
        return
      case 'deletedApp':
        put(this.deletedApps, change.id, change.value)
        this.#deletedItems.put(change.id, change.value?.deletedAt)
        return
      case 'job':
        put(this.jobs, change.id, change.value)
        if (change.value === null) this.#jobData.delete(change.id)
        return
      case 'idCounters':
        this.idCounters = change.value
        return
      default:
        // A cycle that is under way while its job is deleted may still have something to say.
        if (this.jobs.has(change.jobId)) this.#applyToJob(change)
    }
  }

  #applyToJob(change: JobChange): void {
    switch (change.kind) {
      case 'link':
        put(this.#dataOf(change.jobId).links, change.objectId, change.value)
        return
      case 'reference':
        this.#dataOf(change.jobId).references.set(change.groupId, change.memberId, change.present)
        return
      case 'escrow':
        put(this.#dataOf(change.jobId).escrows, change.key, change.value)
        return
      case 'staged':
        put(this.#dataOf(change.jobId).staged, change.objectId, change.value)
    }
  }

  collectionOf({ kind }: JournalledChange): string {
    return kind
  }

  *rows(): Iterable<SnapshotRow> {
    yield engineRow('', { kind: 'tenant', value: this.tenant })
    for (const [key, value] of this.users) yield { collection: 'users', key, value }
    for (const [key, value] of this.groups) yield { collection: 'groups', key, value }
    for (const pair of this.memberships.pairs()) yield { collection: 'memberships', key: pair.join(' '), value: pair }
    for (const [id, value] of this.servicePrincipals) yield engineRow(id, { kind: 'servicePrincipal', id, value })
    for (const [id, value] of this.deletedApps) yield engineRow(id, { kind: 'deletedApp', id, value })
    for (const [key, value] of this.assignments) yield { collection: 'assignments', key, value }
    for (const [id, value] of this.jobs) yield engineRow(id, { kind: 'job', id, value })
    for (const [jobId, data] of this.#jobData) yield* rowsOfJob(jobId, data)
    for (const entry of this.changeLog.since(0)) {
      yield { collection: 'changeLog', key: String(entry.position), value: entry.event }
    }
    yield engineRow('', { kind: 'idCounters', value: this.idCounters })
  }

  load({ collection, key, value }: SnapshotRow): void {
    // Rows come from `rows()` of the same version, which gave each collection its type; the engine's rows are changes.
    if (collection === 'users') {
      this.#putUser(key, value as EntraUser)
      return
    }
    if (collection === 'groups') {
      this.#putGroup(key, value as EntraGroup)
      return
    }
    if (collection === 'assignments') {
      this.#putAssignment(value as AppRoleAssignment, true)
      return
    }
    if (collection === 'memberships') {
      const [groupId, memberId] = value as [string, string]
      this.memberships.set(groupId, memberId, true)
      return
    }
    if (collection === 'changeLog') {
      this.changeLog.put({ position: Number(key), event: value as SourceEvent })
      return
    }
    this.apply(value as JournalledChange)
  }

  clear(): void {
    this.tenant = NO_TENANT
    this.idCounters = {}
    const maps = [this.users, this.groups, this.servicePrincipals, this.assignments, this.jobs, this.#jobData]
    for (const map of [...maps, this.deletedApps, this.#userByName, this.#userByKey]) map.clear()
    const relations = [
      this.memberships,
      this.#reports,
      this.#groupsByName,
      this.#assignmentsByPrincipal,
      this.#principalsByResource,
    ]
    for (const relation of relations) relation.clear()
    this.#dynamicGroups.clear()
    this.#deletedItems.clear()
    this.changeLog.clear()
  }

  #dataOf(jobId: string): MutableJobData {
    const known = this.#jobData.get(jobId)
    if (known) return known
    const fresh = {
      links: new Map(),
      references: new Relation(),
      escrows: new Map(),
      staged: new Map(),
      matchingValues: new MatchingValues(),
    }
    this.#jobData.set(jobId, fresh)
    return fresh
  }

  #applySource(change: SourceChange): void {
    switch (change.kind) {
      case 'user':
        this.#putUser(change.id, change.value)
        return
      case 'group':
        this.#putGroup(change.id, change.value)
        return
      case 'membership':
        this.memberships.set(change.id, change.memberId, change.present)
        return
      case 'assignment':
        this.#putAssignment(change.value, change.present)
        return
    }
  }

  #putUser(id: string, value: EntraUser | null): void {
    const before = this.users.get(id)
    if (before) {
      this.#userByName.delete(nameKey(before))
      if (before.key !== undefined) this.#userByKey.delete(before.key)
      if (before.managerId !== undefined) this.#reports.set(before.managerId, id, false)
    }
    put(this.users, id, value)
    this.#deletedItems.put(id, value?.deletedAt)
    if (!value) return
    this.#userByName.set(nameKey(value), id)
    if (value.key !== undefined) this.#userByKey.set(value.key, id)
    if (value.managerId !== undefined) this.#reports.set(value.managerId, id, true)
  }

  #putGroup(id: string, value: EntraGroup | null): void {
    const before = this.groups.get(id)
    if (before) this.#groupsByName.set(before.displayName, id, false)
    this.#dynamicGroups.delete(id)
    put(this.groups, id, value)
    this.#deletedItems.put(id, value?.deletedAt)
    if (!value) return
    this.#groupsByName.set(value.displayName, id, true)
    if (isDynamic(value) && !isPaused(value) && value.deletedAt === undefined) this.#dynamicGroups.add(id)
  }

  #putAssignment(value: AppRoleAssignment, present: boolean): void {
    const principal = `${value.resourceId} ${value.principalId}`
    put(this.assignments, value.id, present ? value : null)
    this.#assignmentsByPrincipal.set(principal, value.id, present)
    const isAssigned = this.#assignmentsByPrincipal.rightsOf(principal).size > 0
    this.#principalsByResource.set(value.resourceId, value.principalId, isAssigned)
  }
}

function put<Value>(map: Map<string, Value>, key: string, value: Value | null): void {
  if (value === null) map.delete(key)
  else map.set(key, value)
}

function nameKey(user: EntraUser): string {
  return String(user.attributes.userPrincipalName).toLowerCase()
}

function eventOf(change: SourceChange): SourceEvent {
  switch (change.kind) {
    case 'user':
      return { about: 'User', id: change.id }
    case 'group':
      return { about: 'Group', id: change.id }
    case 'membership':
      return { about: 'Membership', id: change.id, memberId: change.memberId }
    case 'assignment':
      return { about: 'Assignment', id: change.value.principalId, resourceId: change.value.resourceId }
  }
}

function engineRow(key: string, change: EngineChange): SnapshotRow {
  return { collection: change.kind, key, value: change }
}

function* rowsOfJob(jobId: string, data: MutableJobData): Iterable<SnapshotRow> {
  for (const [objectId, value] of data.links) {
    yield engineRow(`${jobId} ${objectId}`, { kind: 'link', jobId, objectId, value })
  }
  for (const [groupId, memberId] of data.references.pairs()) {
    const key = `${jobId} ${groupId} ${memberId}`
    yield engineRow(key, { kind: 'reference', jobId, groupId, memberId, present: true })
  }
  for (const [key, value] of data.escrows) yield engineRow(`${jobId} ${key}`, { kind: 'escrow', jobId, key, value })
  for (const [objectId, value] of data.staged) {
    yield engineRow(`${jobId} ${objectId}`, { kind: 'staged', jobId, objectId, value })
  }
}
