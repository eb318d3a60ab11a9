import type { KeyedElement, KeyedRelation } from '@scimulator/shared/scim'
import type { SnapshotRow } from '@scimulator/shared/store'
import type { MembersChanged } from './change.ts'
import { Collection, recordSet } from './collection.ts'
import type { DirectoryRecord, ResourceKind } from './record.ts'
import { directoryKeys } from './record-keys.ts'
import type { DirectoryView, IndexKey, RecordSet } from './view.ts'

/** The profile's part of a record's index keys. */
export type KeysOf = (record: DirectoryRecord) => readonly IndexKey[]

/** One organisation's people, groups and memberships. Nothing in it refers to another organisation. */
export class OrganisationDirectory implements DirectoryView {
  readonly organisation: string
  readonly #keysOf: KeysOf
  readonly #collections = new Map<ResourceKind, Collection>()
  /** Group id, then member id. */
  readonly #members = new Map<string, Map<string, KeyedElement>>()
  /** Member id, then the ids of its groups. */
  readonly #groupsOf = new Map<string, Set<string>>()

  constructor(organisation: string, profileKeys: KeysOf) {
    this.#keysOf = (record) => [...directoryKeys(record), ...profileKeys(record)]
    this.organisation = organisation
    for (const kind of ['User', 'Group']) this.#collection(kind)
  }

  get(kind: ResourceKind, id: string): DirectoryRecord | undefined {
    return this.#collection(kind).get(id)
  }

  all(kind: ResourceKind): RecordSet {
    return this.#collection(kind).all
  }

  lookup(kind: ResourceKind, index: string, value: string): RecordSet {
    return this.#collection(kind).lookup(index, value)
  }

  members(groupId: string): KeyedRelation {
    return this.#members.get(groupId) ?? noMembers
  }

  groupsOf(memberId: string): RecordSet {
    return recordSet(this.#groupsOf.get(memberId), this.#collection('Group'))
  }

  put(record: DirectoryRecord): void {
    this.#collection(record.kind).put(record)
  }

  /** The record, its memberships, and a group's members. Costs as much as it has of these. */
  remove(kind: ResourceKind, id: string): void {
    for (const group of this.#groupsOf.get(id) ?? []) this.#members.get(group)?.delete(id)
    this.#groupsOf.delete(id)
    this.#removeAllMembers(id)
    this.#members.delete(id)
    this.#collection(kind).remove(id)
  }

  changeMembers({ group, removeAll, remove, add }: MembersChanged): void {
    if (removeAll) this.#removeAllMembers(group)
    for (const member of remove) this.#removeMember(group, member)
    this.addMembers(group, add)
  }

  addMembers(group: string, added: readonly KeyedElement[]): void {
    const members = this.#members.get(group) ?? new Map<string, KeyedElement>()
    this.#members.set(group, members)
    for (const element of added) {
      members.set(element.value, element)
      const groups = this.#groupsOf.get(element.value) ?? new Set<string>()
      this.#groupsOf.set(element.value, groups.add(group))
    }
  }

  *recordRows(): Iterable<SnapshotRow> {
    for (const [kind, { all }] of this.#collections) {
      for (const record of all.values()) yield row('records', `${kind} ${record.id}`, record)
    }
  }

  *memberRows(): Iterable<SnapshotRow> {
    const { organisation } = this
    for (const [group, members] of this.#members) {
      for (const member of members.values()) {
        yield row('members', `${group} ${member.value}`, { organisation, group, member })
      }
    }
  }

  #collection(kind: ResourceKind): Collection {
    const known = this.#collections.get(kind)
    if (known) return known
    const made = new Collection(this.#keysOf)
    this.#collections.set(kind, made)
    return made
  }

  #removeAllMembers(group: string): void {
    for (const member of [...(this.#members.get(group)?.keys() ?? [])]) this.#removeMember(group, member)
  }

  #removeMember(group: string, member: string): void {
    this.#members.get(group)?.delete(member)
    const groups = this.#groupsOf.get(member)
    groups?.delete(group)
    if (groups?.size === 0) this.#groupsOf.delete(member)
  }
}

const noMembers: KeyedRelation = new Map<string, KeyedElement>()

function row(collection: string, key: string, value: unknown): SnapshotRow {
  return { collection, key, value }
}
