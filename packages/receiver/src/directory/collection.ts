import { type FewIds, withId, withoutId } from '@scimulator/shared/program'
import type { DirectoryRecord } from './record.ts'
import type { IndexKey, RecordSet } from './view.ts'

/** The records of one kind in one organisation, with their indexes: index name, then value, then ids. */
export class Collection {
  readonly #records = new Map<string, DirectoryRecord>()
  readonly #indexes = new Map<string, Map<string, FewIds>>()
  readonly #keysOf: (record: DirectoryRecord) => readonly IndexKey[]
  readonly all: RecordSet

  constructor(keysOf: (record: DirectoryRecord) => readonly IndexKey[]) {
    this.#keysOf = keysOf
    const records = this.#records
    this.all = {
      get size() {
        return records.size
      },
      has: (id) => records.has(id),
      values: () => records.values(),
      ids: () => records.keys(),
    }
  }

  get(id: string): DirectoryRecord | undefined {
    return this.#records.get(id)
  }

  lookup(index: string, value: string): RecordSet {
    return recordSet(this.#indexes.get(index)?.get(value), this.#records)
  }

  put(record: DirectoryRecord): void {
    const old = this.#records.get(record.id)
    const oldKeys = old ? this.#keysOf(old) : []
    const newKeys = this.#keysOf(record)
    this.#records.set(record.id, record)
    // Keys that stay are left alone, so that a record keeps its place in the order of an index.
    for (const key of oldKeys) if (!holds(newKeys, key)) this.#unindex(key, record.id)
    for (const key of newKeys) this.#index(key, record.id)
  }

  remove(id: string): void {
    const record = this.#records.get(id)
    if (!record) return
    for (const key of this.#keysOf(record)) this.#unindex(key, id)
    this.#records.delete(id)
  }

  #index({ index, value }: IndexKey, id: string): void {
    let values = this.#indexes.get(index)
    if (!values) {
      values = new Map()
      this.#indexes.set(index, values)
    }
    const known = values.get(value)
    const ids = withId(known, id)
    if (ids !== known) values.set(value, ids)
  }

  #unindex({ index, value }: IndexKey, id: string): void {
    const values = this.#indexes.get(index)
    const left = withoutId(values?.get(value), id)
    if (left === undefined) values?.delete(value)
    else values?.set(value, left)
  }
}

/** The records behind a set of ids, read lazily. */
export function recordSet(
  ids: FewIds | undefined,
  records: { get(id: string): DirectoryRecord | undefined },
): RecordSet {
  if (ids === undefined) return emptySet
  if (typeof ids === 'string') return setOfOne(ids, records)
  return {
    size: ids.size,
    has: (id) => ids.has(id),
    values: () => recordsOf(ids.keys(), records),
    ids: () => ids.keys(),
  }
}

function setOfOne(one: string, records: { get(id: string): DirectoryRecord | undefined }): RecordSet {
  return { size: 1, has: (id) => id === one, values: () => recordsOf([one], records), ids: () => [one] }
}

const emptySet: RecordSet = { size: 0, has: () => false, values: () => [], ids: () => [] }

/** The records of ids, read one by one; an id without one is passed over. */
export function* recordsOf(
  ids: Iterable<string>,
  records: { get(id: string): DirectoryRecord | undefined },
): Iterable<DirectoryRecord> {
  for (const id of ids) {
    const record = records.get(id)
    if (record) yield record
  }
}

function holds(keys: readonly IndexKey[], wanted: IndexKey): boolean {
  return keys.some(({ index, value }) => index === wanted.index && value === wanted.value)
}
