import type { KeyedDelta, KeyedElement, KeyedRelation } from '../keyed-relation.ts'
import { ScimError } from '../scim-error.ts'

/** How often one PATCH may run through a whole relation; naming elements by their key needs none. */
const maxScans = 20

/** A relation as it looks in the middle of a PATCH: the stored one, untouched, and what has been added and removed. */
export class KeyedDraft {
  readonly #attribute: string
  readonly #relation: KeyedRelation
  #removeAll = false
  #scans = 0
  readonly #removed = new Set<string>()
  readonly #added = new Map<string, KeyedElement>()

  constructor(attribute: string, relation: KeyedRelation) {
    this.#attribute = attribute
    this.#relation = relation
  }

  has(value: string): boolean {
    return this.#added.has(value) || this.#hasStored(value)
  }

  add(element: KeyedElement): void {
    if (this.has(element.value)) return
    if (!this.#removed.delete(element.value)) this.#added.set(element.value, element)
  }

  remove(value: string): void {
    if (!this.#added.delete(value) && this.#hasStored(value)) this.#removed.add(value)
  }

  clear(): void {
    this.#removeAll = true
    this.#removed.clear()
    this.#added.clear()
  }

  /** @throws ScimError 400 tooMany when a PATCH asks for it again and again. */
  *elements(): Iterable<KeyedElement> {
    this.#scans += 1
    if (this.#scans > maxScans) {
      throw new ScimError(
        'tooMany',
        `A PATCH filters ${this.#attribute} by something else than value ${maxScans} times.`,
      )
    }
    if (!this.#removeAll) {
      for (const element of this.#relation.values()) if (!this.#removed.has(element.value)) yield element
    }
    yield* this.#added.values()
  }

  /** Undefined when nothing has changed, also when everything was removed and added again. */
  delta(): KeyedDelta | undefined {
    const attribute = this.#attribute
    const add = [...this.#added.values()]
    if (this.#removeAll) {
      const kept = add.filter(({ value }) => this.#relation.has(value)).length
      if (kept < this.#relation.size) return { attribute, removeAll: true, remove: [], add }
      const isSame = add.length === kept
      const fresh = add.filter(({ value }) => !this.#relation.has(value))
      return isSame ? undefined : { attribute, removeAll: false, remove: [], add: fresh }
    }
    if (add.length === 0 && this.#removed.size === 0) return undefined
    return { attribute, removeAll: false, remove: [...this.#removed], add }
  }

  #hasStored(value: string): boolean {
    return !this.#removeAll && !this.#removed.has(value) && this.#relation.has(value)
  }
}
