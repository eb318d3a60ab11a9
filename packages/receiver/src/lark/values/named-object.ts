import type { DataSource } from './member.ts'

/** A department or a job title: named, unique by name in its organisation, made by a sync or by hand (B03, B08, C03). */
export interface NamedObject {
  readonly kind: NamedKind
  readonly id: string
  readonly organisation: string
  readonly name: string
  readonly dataSource: DataSource
  /** The sync source that made it; null when made by hand. */
  readonly source: string | null
  readonly created: number
}

export type NamedKind = 'department' | 'job title'

/** Names are compared without regard to case and surrounding blanks. */
function foldName(name: string): string {
  return name.trim().toLowerCase()
}

/** Departments and job titles by id and by name. Finding one costs the same however many there are. */
export class NamedObjects {
  readonly #byId = new Map<string, NamedObject>()
  readonly #byName = new Map<string, string>()
  readonly #madeBy = new Map<string, number>()

  get(id: string): NamedObject | undefined {
    return this.#byId.get(id)
  }

  find(organisation: string, kind: NamedKind, name: string): NamedObject | undefined {
    return this.get(this.#byName.get(nameKey({ organisation, kind, name })) ?? '')
  }

  values(): Iterable<NamedObject> {
    return this.#byId.values()
  }

  /** How many of a kind a source made. */
  countMadeBy(kind: NamedKind, source: string): number {
    return this.#madeBy.get(`${kind} ${source}`) ?? 0
  }

  put(object: NamedObject): void {
    const old = this.#byId.get(object.id)
    if (old) this.#byName.delete(nameKey(old))
    else if (object.source !== null) this.#count(`${object.kind} ${object.source}`)
    this.#byId.set(object.id, object)
    this.#byName.set(nameKey(object), object.id)
  }

  clear(): void {
    this.#byId.clear()
    this.#byName.clear()
    this.#madeBy.clear()
  }

  #count(key: string): void {
    this.#madeBy.set(key, (this.#madeBy.get(key) ?? 0) + 1)
  }
}

function nameKey({ organisation, kind, name }: Pick<NamedObject, 'organisation' | 'kind' | 'name'>): string {
  return JSON.stringify([organisation, kind, foldName(name)])
}
