// Which ids were there before the run's first POST. An answer to a POST that has one of them is somebody's account.
import { isJsonArray, type JsonObject } from '@scimulator/shared/scim'
import { answeredObject, idOf } from './read-answer.ts'
import { idKey, RESOURCE_KINDS, type ResourceKind, type ResourceRef } from './resource-kind.ts'
import { getRequest, type TargetConnection } from './target-connection.ts'

export interface Inventory {
  has(ref: ResourceRef): boolean
  /** Whether every id of the kind is known. When not, only the other rules tell a stranger's account. */
  isComplete(kind: ResourceKind): boolean
  ids(kind: ResourceKind): readonly string[]
  /** How many there are: those counted, or what the endpoint says where not all were read. */
  count(kind: ResourceKind): number
}

/** More ids than this are not read: it would take longer than the run. */
const INVENTORY_LIMIT = 20_000

const PAGE_SIZE = 500
/** An endpoint with tiny pages is not asked forever. */
const MOST_PAGES = 400
const PAGES_AT_A_TIME = 4

interface Counted {
  readonly ids: ReadonlySet<string>
  readonly isComplete: boolean
  readonly total: number
}

/** Never throws: an endpoint that cannot be listed has an inventory that is not complete. */
export async function takeInventory(connection: TargetConnection, limit = INVENTORY_LIMIT): Promise<Inventory> {
  const counted = await Promise.all(RESOURCE_KINDS.map((kind) => countKind(connection, kind, limit)))
  const byKind = new Map(RESOURCE_KINDS.map((kind, index) => [kind, counted[index] ?? NOTHING]))
  const keys = new Set([...byKind].flatMap(([kind, { ids }]) => [...ids].map((id) => idKey({ kind, id }))))
  return {
    has: (ref) => keys.has(idKey(ref)),
    isComplete: (kind) => byKind.get(kind)?.isComplete ?? false,
    ids: (kind) => [...(byKind.get(kind)?.ids ?? [])],
    count: (kind) => byKind.get(kind)?.total ?? 0,
  }
}

const NOTHING: Counted = { ids: new Set(), isComplete: false, total: 0 }

/** Never throws. `isComplete` when every id is known. */
export async function countKind(connection: TargetConnection, kind: ResourceKind, limit: number): Promise<Counted> {
  const ids = new Set<string>()
  let [total, step, asked] = [0, 0, 0]
  while (asked < MOST_PAGES) {
    const starts = startsOf({ known: ids.size, total, step })
    asked += starts.length
    const pages = await Promise.all(starts.map((startIndex) => readPage(connection, kind, startIndex)))
    for (const page of pages) {
      if (page === undefined) return { ids, isComplete: false, total: Math.max(total, ids.size) }
      total = Math.max(total, page.total)
      if (total > limit) return { ids, isComplete: false, total }
      const before = ids.size
      for (const id of page.ids) ids.add(id)
      // What `totalResults` says is not believed: only a page that brings nobody new ends the list.
      if (ids.size === before) return { ids, isComplete: ids.size >= total, total: Math.max(total, ids.size) }
      // Those behind it were asked for from too far on.
      if (ids.size - before < step) break
      step = ids.size - before
    }
    if (ids.size > limit) break
  }
  return { ids, isComplete: false, total: Math.max(total, ids.size) }
}

/** The next page, and those behind it as far as they are expected: `step` ids is what a page has brought so far. */
function startsOf({ known, total, step }: { known: number; total: number; step: number }): number[] {
  const expected = step === 0 ? 1 : Math.ceil((total - known) / step)
  const several = Math.max(1, Math.min(PAGES_AT_A_TIME, expected))
  return Array.from({ length: several }, (_, index) => known + 1 + index * step)
}

async function readPage(connection: TargetConnection, kind: ResourceKind, startIndex: number) {
  const paging = `startIndex=${startIndex}&count=${PAGE_SIZE}`
  const brief = await connection.send(getRequest(connection, `/${kind}?attributes=id&${paging}`))
  const body = answeredObject(brief)
  if (body) return pageIn(body)
  // Some endpoints refuse a parameter that they do not know.
  if (brief.response?.status === 404) return { ids: [], total: 0 }
  if (brief.response === undefined || brief.response.status >= 500) return undefined
  const full = answeredObject(await connection.send(getRequest(connection, `/${kind}?${paging}`)))
  return full && pageIn(full)
}

function pageIn(body: JsonObject): { ids: string[]; total: number } | undefined {
  const list = body.Resources ?? []
  if (!isJsonArray(list)) return undefined
  const ids = list.flatMap((one) => {
    const id = typeof one === 'object' && one !== null && !Array.isArray(one) ? idOf(one as JsonObject) : undefined
    return id === undefined ? [] : [id]
  })
  return { ids, total: typeof body.totalResults === 'number' ? body.totalResults : ids.length }
}
