// Before something of the run's is written to or deleted it is looked at. One list shows the names of several: those that are asked for at
// about the same time share it. What was made last stands at the end of most lists, and at the beginning of some.
import type { JsonObject } from '@scimulator/shared/scim'
import type { Inventory } from './inventory.ts'
import { answeredObject, resourcesIn } from './read-answer.ts'
import type { ResourceKind } from './resource-kind.ts'
import { getRequest, nameAttribute, type TargetConnection } from './target-connection.ts'

/** What a list has shown of those that are asked for, by id; nothing of others. */
export type ListNames = (kind: ResourceKind, ids: readonly string[]) => Promise<ReadonlyMap<string, JsonObject>>

/** Where a list shows those who came last. */
export type NewestAt = 'end' | 'beginning'

export interface ListedNames {
  readonly names: ListNames
  /** Where lists have shown all that they were asked for so far; undefined when that is not known. */
  newestAt(kind: ResourceKind): NewestAt | undefined
}

/** One is looked at by its id. */
const WORTH_A_LIST = 2

const COUNT = 200
/** So far before the end a list begins: many endpoints show no more than a hundred at a time. */
export const BACK = 80

/** How long others are waited for, in milliseconds: about as long as a look takes. */
const WINDOW = { least: 3, most: 60 }

interface Batch {
  readonly wanted: Set<string>
  readonly found: Promise<ReadonlyMap<string, JsonObject>>
}

export interface ListedNamesOptions {
  readonly connection: TargetConnection
  readonly inventory: Pick<Inventory, 'count'>
  wait(ms: number): Promise<void>
}

export function createListedNames({ connection, inventory, wait }: ListedNamesOptions): ListedNames {
  const lists = { Users: newList(inventory.count('Users')), Groups: newList(inventory.count('Groups')) }
  const batches = new Map<ResourceKind, Batch>()
  let window = WINDOW.least

  async function gather(kind: ResourceKind, wanted: ReadonlySet<string>): Promise<ReadonlyMap<string, JsonObject>> {
    await wait(window)
    batches.delete(kind)
    const list = lists[kind]
    const [newestAt] = list.places
    if (wanted.size < WORTH_A_LIST || newestAt === undefined) return new Map()
    const startIndex = newestAt === 'end' ? Math.max(1, list.total - BACK) : 1
    const query = `?attributes=${nameAttribute(kind)}&startIndex=${startIndex}&count=${COUNT}`
    const exchange = await connection.send(getRequest(connection, `/${kind}${query}`))
    window = Math.min(WINDOW.most, Math.max(WINDOW.least, exchange.durationMs))
    const body = answeredObject(exchange)
    const found = resourcesIn(body, kind).filter(({ id }) => wanted.has(id))
    note(list, newestAt, found.length, body)
    return new Map(found.map(({ id, resource }) => [id, resource]))
  }

  function batchOf(kind: ResourceKind): Batch {
    const under = batches.get(kind)
    if (under) return under
    const wanted = new Set<string>()
    const batch = { wanted, found: gather(kind, wanted) }
    batches.set(kind, batch)
    return batch
  }

  return {
    async names(kind, ids) {
      if (ids.length === 0 || lists[kind].places.length === 0) return new Map()
      const { wanted, found } = batchOf(kind)
      for (const id of ids) wanted.add(id)
      const shown = await found
      return new Map(ids.flatMap((id) => (shown.has(id) ? [[id, shown.get(id) as JsonObject] as const] : [])))
    },
    newestAt: (kind) => (lists[kind].hasShown ? lists[kind].places[0] : undefined),
  }
}

interface List {
  /** How many are in it, as far as is known. */
  total: number
  /** Where those who came last may stand: the first is tried, and left when it shows nobody. */
  places: readonly NewestAt[]
  hasShown: boolean
  /** Lists in a row that have shown nobody. */
  misses: number
}

function newList(total: number): List {
  return { total, places: ['end', 'beginning'], hasShown: false, misses: 0 }
}

/** What `totalResults` says moves while others write: one list that shows nobody is no reason to look elsewhere. */
const MOST_MISSES = 2

/** An endpoint that shows none of them anywhere, or that refuses the list, is not asked again. */
function note(list: List, newestAt: NewestAt, found: number, body: JsonObject | undefined): void {
  if (body === undefined) list.places = []
  if (typeof body?.totalResults === 'number') list.total = body.totalResults
  if (found > 0) list.hasShown = true
  list.misses = found > 0 ? 0 : list.misses + 1
  if (list.misses < MOST_MISSES || list.places[0] !== newestAt) return
  list.hasShown = false
  list.misses = 0
  list.places = list.places.slice(1)
}
