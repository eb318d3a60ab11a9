import { DAY_MS } from '@scimulator/shared/runtime'
import type { DirectoryRecord } from '../../directory/record.ts'
import type { IndexKey } from '../../directory/view.ts'
import { identityKeys } from './identity-keys.ts'

/** Lark A13: how long a deleted member can come back. */
export const DELETED_MEMBERS_KEPT_MS = 30 * DAY_MS

export interface DeletedMember {
  readonly record: DirectoryRecord
  readonly deletedAt: number
  /** The sync source that deleted it; null when somebody did by hand. */
  readonly deletedBy: string | null
}

/** The deleted members of all organisations, oldest first, found by the same keys as living ones. */
export class DeletedMembers {
  readonly #byId = new Map<string, DeletedMember>()
  readonly #byKey = new Map<string, Set<string>>()

  get(id: string): DeletedMember | undefined {
    return this.#byId.get(id)
  }

  values(): Iterable<DeletedMember> {
    return this.#byId.values()
  }

  /** Those that fit the key and have not passed their 30 days. */
  find(organisation: string, key: IndexKey, now: number): readonly DeletedMember[] {
    const ids = [...(this.#byKey.get(keyText(organisation, key)) ?? [])]
    return ids.flatMap((id) => this.get(id) ?? []).filter((deleted) => isKept(deleted, now))
  }

  put(deleted: DeletedMember): void {
    this.remove(deleted.record.id)
    this.#byId.set(deleted.record.id, deleted)
    for (const text of keyTexts(deleted))
      this.#byKey.set(text, (this.#byKey.get(text) ?? new Set()).add(deleted.record.id))
  }

  remove(id: string): void {
    const deleted = this.#byId.get(id)
    if (!deleted) return
    for (const text of keyTexts(deleted)) {
      this.#byKey.get(text)?.delete(id)
      if (this.#byKey.get(text)?.size === 0) this.#byKey.delete(text)
    }
    this.#byId.delete(id)
  }

  /** At most `limit` members whose 30 days are over, oldest first. */
  expired(now: number, limit: number): readonly string[] {
    const ids: string[] = []
    for (const deleted of this.#byId.values()) {
      if (ids.length === limit || isKept(deleted, now)) break
      ids.push(deleted.record.id)
    }
    return ids
  }

  clear(): void {
    this.#byId.clear()
    this.#byKey.clear()
  }
}

export function isKept({ deletedAt }: DeletedMember, now: number): boolean {
  return now < deletedAt + DELETED_MEMBERS_KEPT_MS
}

function keyTexts({ record }: DeletedMember): readonly string[] {
  return identityKeys(record).map((key) => keyText(record.organisation, key))
}

function keyText(organisation: string, { index, value }: IndexKey): string {
  return JSON.stringify([organisation, index, value])
}
