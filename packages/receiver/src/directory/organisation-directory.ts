import { eachId, type FewIds, withId, withoutId } from '@scimulator/shared/program'
import type { KeyedElement, KeyedRelation } from '@scimulator/shared/scim'
import type { SnapshotRow } from '@scimulator/shared/store'
import type { MembersChanged } from './change.ts'
import { Collection, recordSet } from './collection.ts'
import { copies, Held, type Live } from './held-view.ts'
import type { DirectoryRecord, ResourceKind } from './record.ts'
import { directoryKeys } from './record-keys.ts'
import type { HeldView, IndexKey, LiveView, RecordSet } from './view.ts'

/** The profile's part of a record's index keys. */
export type KeysOf = (record: DirectoryRecord) => readonly IndexKey[]

/** One organisation's people, groups and memberships. Nothing in it refers to another organisation. */
export class OrganisationDirectory implements LiveView, Live {
  readonly organisation: string
  readonly #keysOf: KeysOf
  readonly #collections = new Map<ResourceKind, Collection>()
  /** Group id, then member id. */
  readonly #members = new Map<string, Map<string, KeyedElement>>()
  /** Member id, then the ids of its groups. */
  readonly #groupsOf = new Map<string, FewIds>()
  /** What is told of every write before it is done. */
  readonly #held = new Set<Held>()

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

  groupIds(memberId: string): FewIds | undefined {
    return this.#groupsOf.get(memberId)
  }

  hold(): HeldView {
    const held = new Held(this, (one) => this.#held.delete(one))
    this.#held.add(held)
    return held
  }

  put(record: DirectoryRecord): void {
    for (const held of this.#held) held.beforeRecord(record.kind, record.id)
    this.#collection(record.kind).put(record)
  }

  /** The record, its memberships, and a group's members. Costs as much as it has of these. */
  remove(kind: ResourceKind, id: string): void {
    for (const held of this.#held) held.beforeRecord(kind, id)
    for (const group of eachId(this.groupIds(id))) {
      this.#beforeMembers(group, [id])
      this.#members.get(group)?.delete(id)
    }
    this.#groupsOf.delete(id)
    this.#removeMembers(id, this.#memberIds(id))
    this.#members.delete(id)
    this.#collection(kind).remove(id)
  }

  changeMembers({ group, removeAll, remove, add }: MembersChanged): void {
    if (removeAll) this.#removeMembers(group, this.#memberIds(group))
    this.#removeMembers(group, remove)
    this.addMembers(group, add)
  }

  addMembers(group: string, added: readonly KeyedElement[]): void {
    if (this.#held.size > 0)
      this.#beforeMembers(
        group,
        added.map(({ value }) => value),
      )
    const members = this.#members.get(group) ?? new Map<string, KeyedElement>()
    this.#members.set(group, members)
    for (const element of added) {
      members.set(element.value, element)
      const known = this.#groupsOf.get(element.value)
      const groups = withId(known, group)
      if (groups !== known) this.#groupsOf.set(element.value, groups)
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

  #memberIds(group: string): readonly string[] {
    return [...(this.#members.get(group)?.keys() ?? [])]
  }

  #removeMembers(group: string, removed: readonly string[]): void {
    this.#beforeMembers(group, removed)
    for (const member of removed) {
      this.#members.get(group)?.delete(member)
      const groups = withoutId(this.#groupsOf.get(member), group)
      if (groups === undefined) this.#groupsOf.delete(member)
      else this.#groupsOf.set(member, groups)
    }
  }

  #beforeMembers(group: string, members: readonly string[]): void {
    if (this.#held.size === 0) return
    const copyOf = copies(this)
    for (const held of this.#held) for (const member of members) held.beforeMember(group, member, copyOf)
  }
}

const noMembers: KeyedRelation = new Map<string, KeyedElement>()

function row(collection: string, key: string, value: unknown): SnapshotRow {
  return { collection, key, value }
}
