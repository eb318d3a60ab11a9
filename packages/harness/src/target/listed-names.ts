// Before something of the run's is deleted it is looked at. Where few are there, one list shows the names of all at once.
import type { JsonObject } from '@scimulator/shared/scim'
import type { Inventory } from './inventory.ts'
import { answeredObject, resourcesIn } from './read-answer.ts'
import type { ResourceKind } from './resource-kind.ts'
import { getRequest, nameAttribute, type TargetConnection } from './target-connection.ts'

/** What a list has shown of those that are to be deleted, by id; nothing of others. */
export type ListNames = (kind: ResourceKind, ids: readonly string[]) => Promise<ReadonlyMap<string, JsonObject>>

/** Where more are there, a list costs more than looks at the few. */
const MOST_THERE = 100

/** Fewer than these are looked at one by one. */
const WORTH_A_LIST = 3

const COUNT = 200

export function createListedNames(connection: TargetConnection, inventory: Pick<Inventory, 'count'>): ListNames {
  const useless = new Set<ResourceKind>()
  return async (kind, ids) => {
    if (useless.has(kind) || ids.length < WORTH_A_LIST || inventory.count(kind) > MOST_THERE) return new Map()
    const query = `?attributes=${nameAttribute(kind)}&startIndex=1&count=${COUNT}`
    const body = answeredObject(await connection.send(getRequest(connection, `/${kind}${query}`)))
    const wanted = new Set(ids)
    const found = resourcesIn(body, kind).filter(({ id }) => wanted.has(id))
    // An endpoint that shows none of them, or that refuses the list, is not asked again.
    if (found.length === 0) useless.add(kind)
    return new Map(found.map(({ id, resource }) => [id, resource]))
  }
}
