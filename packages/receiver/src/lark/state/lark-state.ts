import type { SnapshotRow } from '@scimulator/shared/store'
import type { ProfileChange } from '../../directory/change.ts'
import type { ProfileState } from '../../directory/profile-state.ts'
import { type Notice, noticeKey } from '../log/notice.ts'
import { noActivity, type SourceActivity } from '../values/activity.ts'
import { type Administrator, firstAdministrator } from '../values/administrator.ts'
import { type DeletedMember, DeletedMembers } from '../values/deleted-members.ts'
import { type NamedObject, NamedObjects } from '../values/named-object.ts'
import type { SyncSource } from '../values/sync-source.ts'
import { fieldKey, type SyncedField } from '../values/synced-field.ts'
import type { LarkChange, Session } from './lark-change.ts'

/** What rules and pages may read. */
export interface LarkView {
  readonly named: NamedObjects
  readonly deleted: DeletedMembers
  source(id: string): SyncSource | undefined
  sources(): Iterable<SyncSource>
  /** The source that has, or once had, the token of this hash. */
  sourceByToken(hash: string): SyncSource | undefined
  activity(source: string): SourceActivity
  administrator(id: string): Administrator | undefined
  /** Email address of a present or former administrator. */
  addressOf(id: string): string | undefined
  /** Those of an organisation; the one it starts with stands first. */
  administrators(organisation: string): readonly Administrator[]
  /** Those of all organisations, but for the ones that organisations start with. */
  allAdministrators(): Iterable<Administrator>
  administratorByToken(hash: string): Administrator | undefined
  session(hash: string): Session | undefined
  notice(key: string): Notice | undefined
  notices(): Iterable<Notice>
  field(organisation: string, field: string): SyncedField | undefined
}

/** Lark's own collections, kept by the receiver's store. */
export class LarkState implements ProfileState, LarkView {
  readonly named = new NamedObjects()
  readonly deleted = new DeletedMembers()
  readonly #sources = new Map<string, SyncSource>()
  readonly #sourceOfToken = new Map<string, string>()
  readonly #activities = new Map<string, SourceActivity>()
  readonly #administrators = new Map<string, Administrator>()
  readonly #administratorOfToken = new Map<string, string>()
  readonly #sessions = new Map<string, Session>()
  readonly #notices = new Map<string, Notice>()
  readonly #fields = new Map<string, SyncedField>()

  source(id: string): SyncSource | undefined {
    return this.#sources.get(id)
  }

  sources(): Iterable<SyncSource> {
    return this.#sources.values()
  }

  sourceByToken(hash: string): SyncSource | undefined {
    return this.source(this.#sourceOfToken.get(hash) ?? '')
  }

  activity(source: string): SourceActivity {
    return this.#activities.get(source) ?? noActivity(source)
  }

  administrator(id: string): Administrator | undefined {
    const found = this.#administrators.get(id)
    return found?.removedAt === undefined ? found : undefined
  }

  addressOf(id: string): string | undefined {
    return this.#administrators.get(id)?.email
  }

  administrators(organisation: string): readonly Administrator[] {
    const first = firstAdministrator(organisation)
    const known = [...this.#administrators.values()].filter((one) => one.organisation === organisation)
    const all = known.some(({ id }) => id === first.id) ? known : [first, ...known]
    return all.filter(({ removedAt }) => removedAt === undefined)
  }

  allAdministrators(): Iterable<Administrator> {
    return [...this.#administrators.values()].filter(({ removedAt }) => removedAt === undefined)
  }

  administratorByToken(hash: string): Administrator | undefined {
    return this.administrator(this.#administratorOfToken.get(hash) ?? '')
  }

  session(hash: string): Session | undefined {
    return this.#sessions.get(hash)
  }

  notice(key: string): Notice | undefined {
    return this.#notices.get(key)
  }

  notices(): Iterable<Notice> {
    return this.#notices.values()
  }

  field(organisation: string, field: string): SyncedField | undefined {
    return this.#fields.get(fieldKey({ organisation, field }))
  }

  apply(change: ProfileChange): void {
    // The profile's changes are made by this profile only.
    this.#apply(change as LarkChange)
  }

  *rows(): Iterable<SnapshotRow> {
    for (const source of this.#sources.values()) yield row('sources', source.id, source)
    for (const activity of this.#activities.values()) yield row('activities', activity.source, activity)
    for (const object of this.named.values()) yield row('named', object.id, object)
    for (const deleted of this.deleted.values()) yield row('deleted', deleted.record.id, deleted)
    for (const one of this.#administrators.values()) yield row('administrators', one.id, one)
    for (const session of this.#sessions.values()) yield row('sessions', session.hash, session)
    for (const notice of this.#notices.values()) yield row('notices', noticeKey(notice), notice)
    for (const field of this.#fields.values()) yield row('fields', fieldKey(field), field)
  }

  load(row: SnapshotRow): void {
    const asChange = changeOfRow[row.collection]
    if (!asChange)
      throw new Error(`Snapshot: the collection "${row.collection}" belongs to no part of the lark profile`)
    this.#apply(asChange(row.value))
  }

  clear(): void {
    this.named.clear()
    this.deleted.clear()
    const maps = [this.#sources, this.#sourceOfToken, this.#activities, this.#administrators, this.#sessions]
    for (const map of [...maps, this.#administratorOfToken, this.#notices, this.#fields]) map.clear()
  }

  #apply(change: LarkChange): void {
    if (change.kind === 'profile:source-put') this.#putSource(change.source)
    else if (change.kind === 'profile:source-removed') this.#removeSource(change.id)
    else if (change.kind === 'profile:activity-put') this.#activities.set(change.activity.source, change.activity)
    else if (change.kind === 'profile:named-put') this.named.put(change.object)
    else if (change.kind === 'profile:deleted-put') this.deleted.put(change.deleted)
    else if (change.kind === 'profile:deleted-removed') this.deleted.remove(change.id)
    else this.#applyOther(change)
  }

  #applyOther(
    change: Exclude<LarkChange, { kind: `profile:${'source' | 'named' | 'deleted' | 'activity'}-${string}` }>,
  ): void {
    if (change.kind === 'profile:administrator-put') this.#putAdministrator(change.administrator)
    else if (change.kind === 'profile:session-put') this.#sessions.set(change.session.hash, change.session)
    else if (change.kind === 'profile:session-removed') this.#sessions.delete(change.hash)
    else if (change.kind === 'profile:notice-put') this.#notices.set(noticeKey(change.notice), change.notice)
    else if (change.kind === 'profile:notice-removed') this.#notices.delete(change.key)
    else this.#fields.set(fieldKey(change.field), change.field)
  }

  #putSource(source: SyncSource): void {
    this.#sources.set(source.id, source)
    for (const hash of [...source.formerTokens, source.token.hash]) this.#sourceOfToken.set(hash, source.id)
  }

  #removeSource(id: string): void {
    const source = this.#sources.get(id)
    for (const hash of source ? [...source.formerTokens, source.token.hash] : []) this.#sourceOfToken.delete(hash)
    this.#sources.delete(id)
    this.#activities.delete(id)
  }

  #putAdministrator(administrator: Administrator): void {
    const old = this.#administrators.get(administrator.id)
    for (const hash of old?.tokenHashes ?? []) this.#administratorOfToken.delete(hash)
    this.#administrators.set(administrator.id, administrator)
    for (const hash of administrator.tokenHashes) this.#administratorOfToken.set(hash, administrator.id)
  }
}

function row(collection: string, key: string, value: unknown): SnapshotRow {
  return { collection: `lark-${collection}`, key, value }
}

/** Rows were written by `rows()` of the same version, so that their values have the type that their collection says. */
const changeOfRow: Readonly<Record<string, (value: unknown) => LarkChange>> = {
  'lark-sources': (value) => ({ kind: 'profile:source-put', source: value as SyncSource }),
  'lark-activities': (value) => ({ kind: 'profile:activity-put', activity: value as SourceActivity }),
  'lark-named': (value) => ({ kind: 'profile:named-put', object: value as NamedObject }),
  'lark-deleted': (value) => ({ kind: 'profile:deleted-put', deleted: value as DeletedMember }),
  'lark-administrators': (value) => ({ kind: 'profile:administrator-put', administrator: value as Administrator }),
  'lark-sessions': (value) => ({ kind: 'profile:session-put', session: value as Session }),
  'lark-notices': (value) => ({ kind: 'profile:notice-put', notice: value as Notice }),
  'lark-fields': (value) => ({ kind: 'profile:field-put', field: value as SyncedField }),
}
