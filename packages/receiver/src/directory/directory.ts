import type { SnapshotRow, StateShape } from '@scimulator/shared/store'
import { type Change, type DirectoryChange, isProfileChange } from './change.ts'
import { DATA_VERSION } from './data-versions.ts'
import { type KeysOf, OrganisationDirectory } from './organisation-directory.ts'
import type { ProfileState } from './profile-state.ts'
import type { MemberRow, RecordRow } from './rows.ts'
import type { DirectoryView, LiveView } from './view.ts'

/** The receiver's whole state: the directories of all organisations, the counters of ids, and the profile's own part. */
export class Directory implements StateShape<Change> {
  /** Each profile keeps collections of its own, so that a folder of one is refused to another. */
  readonly name: string
  readonly version = DATA_VERSION
  /** How many seeded ids of each kind were given out. */
  idCounters: Readonly<Record<string, number>> = {}
  readonly #organisations = new Map<string, OrganisationDirectory>()
  readonly #profile: { readonly state: ProfileState; readonly keys: KeysOf }

  constructor(profile: { readonly name: string; readonly state: ProfileState; readonly keys: KeysOf }) {
    this.name = profile.name === 'lark' ? 'receiver' : `receiver-${profile.name}`
    this.#profile = profile
  }

  /** The organisation's directory; an empty one when nothing was written to it yet. */
  organisation(name: string): LiveView {
    return this.#writable(name)
  }

  organisations(): Iterable<DirectoryView> {
    return this.#organisations.values()
  }

  apply(change: Change): void {
    if (isProfileChange(change)) this.#profile.state.apply(change)
    else this.#applyOwn(change)
  }

  /** `record`, `members`, `ids`, and `source`, `named` and others of the profile. */
  collectionOf({ kind }: Change): string {
    return kind.replace('profile:', '').split('-')[0] ?? kind
  }

  *rows(): Iterable<SnapshotRow> {
    yield { collection: 'ids', key: 'counters', value: this.idCounters }
    for (const organisation of this.#organisations.values()) yield* organisation.recordRows()
    for (const organisation of this.#organisations.values()) yield* organisation.memberRows()
    yield* this.#profile.state.rows()
  }

  load(row: SnapshotRow): void {
    // Rows of these collections were written by `rows()` of the same version.
    if (row.collection === 'ids') this.idCounters = row.value as Readonly<Record<string, number>>
    else if (row.collection === 'records') this.#loadRecord(row.value as RecordRow)
    else if (row.collection === 'members') this.#loadMember(row.value as MemberRow)
    else this.#profile.state.load(row)
  }

  clear(): void {
    this.idCounters = {}
    this.#organisations.clear()
    this.#profile.state.clear()
  }

  #applyOwn(change: DirectoryChange): void {
    if (change.kind === 'ids-given') this.idCounters = change.counters
    else if (change.kind === 'record-put') this.#writable(change.record.organisation).put(change.record)
    else if (change.kind === 'members-changed') this.#writable(change.organisation).changeMembers(change)
    else this.#writable(change.organisation).remove(change.resourceKind, change.id)
  }

  #loadRecord(row: RecordRow): void {
    this.#writable(row.organisation).put(row)
  }

  #loadMember(row: MemberRow): void {
    const { organisation, group, member } = row
    this.#writable(organisation).addMembers(group, [member])
  }

  #writable(name: string): OrganisationDirectory {
    const known = this.#organisations.get(name)
    if (known) return known
    const created = new OrganisationDirectory(name, this.#profile.keys)
    this.#organisations.set(name, created)
    return created
  }
}
