import { Relation } from '@scimulator/shared/program'
import type { ChangeLog } from '../directory/change-log.ts'

type KeysOf = (objectType: 'User' | 'Group', objectId: string) => readonly string[]

/**
 * Which source objects have which matching value: an index beside the links of a job. It follows the change log, so that asking costs
 * what changed since it was asked last; only with other mappings, or after a start of the program, it is made anew.
 */
export class MatchingValues {
  readonly #objects = new Relation()
  #mappings: object | undefined
  #position = 0

  /** Ids of the objects with this key. */
  idsWith(key: string): ReadonlySet<string> {
    return this.#objects.rightsOf(key)
  }

  /** @param reader gives the keys that an object has now; none once it is deleted */
  follow({ changeLog }: { readonly changeLog: ChangeLog }, mappings: object, reader: () => KeysOf): void {
    if (mappings !== this.#mappings) this.#begin(mappings)
    if (this.#position === changeLog.lastPosition) return
    const keysOf = reader()
    for (const { event } of changeLog.since(this.#position)) {
      if (event.about === 'User' || event.about === 'Group') this.#put(event.id, keysOf(event.about, event.id))
    }
    this.#position = changeLog.lastPosition
  }

  #begin(mappings: object): void {
    this.#mappings = mappings
    this.#position = 0
    this.#objects.clear()
  }

  #put(objectId: string, keys: readonly string[]): void {
    for (const key of [...this.#objects.leftsOf(objectId)]) this.#objects.set(key, objectId, false)
    for (const key of keys) this.#objects.set(key, objectId, true)
  }
}
