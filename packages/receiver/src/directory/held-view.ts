import { copyOfIds, type FewIds } from '@scimulator/shared/program'
import type { KeyedElement, KeyedRelation } from '@scimulator/shared/scim'
import { recordSet, recordsOf } from './collection.ts'
import type { DirectoryRecord, ResourceKind } from './record.ts'
import type { DirectoryView, HeldView, RecordSet } from './view.ts'

/** What a held view reads of the directory that it was taken of, where nothing has changed since. */
export interface Live extends DirectoryView {
  /** The ids of the groups of a member. */
  groupIds(memberId: string): FewIds | undefined
}

/**
 * An organisation as it was when this was made. Records are immutable, so that of each the one before its first write is enough; members
 * and groups are copied before their first. What is not written to costs nothing.
 */
export class Held implements HeldView {
  readonly #live: Live
  readonly #onRelease: (held: Held) => void
  readonly #records = new Map<string, DirectoryRecord | undefined>()
  readonly #members = new Map<string, KeyedRelation>()
  readonly #groups = new Map<string, FewIds | undefined>()

  constructor(live: Live, onRelease: (held: Held) => void) {
    this.#live = live
    this.#onRelease = onRelease
  }

  get organisation(): string {
    return this.#live.organisation
  }

  get(kind: ResourceKind, id: string): DirectoryRecord | undefined {
    if (this.#records.size > 0) {
      const key = keyOf(kind, id)
      if (this.#records.has(key)) return this.#records.get(key)
    }
    return this.#live.get(kind, id)
  }

  all(kind: ResourceKind): RecordSet {
    return this.#taken(kind, this.#live.all(kind))
  }

  lookup(kind: ResourceKind, index: string, value: string): RecordSet {
    return this.#taken(kind, this.#live.lookup(kind, index, value))
  }

  members(groupId: string): KeyedRelation {
    return this.#members.get(groupId) ?? this.#live.members(groupId)
  }

  groupsOf(memberId: string): RecordSet {
    const ids = this.#groups.has(memberId) ? this.#groups.get(memberId) : this.#live.groupIds(memberId)
    return recordSet(ids, { get: (id) => this.get('Group', id) })
  }

  release(): void {
    this.#onRelease(this)
  }

  /** Called before a record is put, replaced or removed. */
  beforeRecord(kind: ResourceKind, id: string): void {
    const key = keyOf(kind, id)
    if (!this.#records.has(key)) this.#records.set(key, this.#live.get(kind, id))
  }

  /** Called before a member is put into a group or taken out of it. */
  beforeMember(groupId: string, memberId: string, copyOf: (groupId: string) => KeyedRelation): void {
    if (!this.#members.has(groupId)) this.#members.set(groupId, copyOf(groupId))
    if (!this.#groups.has(memberId)) this.#groups.set(memberId, copyOfIds(this.#live.groupIds(memberId)))
  }

  /** The ids as they are now, which is as they were: nothing has been written yet. @throws Error when something has */
  #taken(kind: ResourceKind, set: RecordSet): RecordSet {
    if (this.#records.size > 0) throw new Error('The sets of a held view are taken before anything is written.')
    const ids = [...set.ids()]
    let known: ReadonlySet<string> | undefined
    return {
      size: ids.length,
      has(id) {
        known ??= new Set(ids)
        return known.has(id)
      },
      values: () => recordsOf(ids, { get: (id) => this.get(kind, id) }),
      ids: () => ids,
    }
  }
}

/** Of the members of groups that are about to change, each copied once for all who hold the directory. */
export function copies(live: DirectoryView): (groupId: string) => KeyedRelation {
  const made = new Map<string, KeyedRelation>()
  return (groupId) => {
    const known = made.get(groupId)
    if (known) return known
    const copy = new Map<string, KeyedElement>()
    for (const element of live.members(groupId).values()) copy.set(element.value, element)
    made.set(groupId, copy)
    return copy
  }
}

function keyOf(kind: ResourceKind, id: string): string {
  return `${kind} ${id}`
}
