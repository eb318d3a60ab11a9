// Those who were there, seen by pages: two requests show what two hundred would.
import { answeredObject, resourcesIn } from './read-answer.ts'
import type { ResourceKind } from './resource-kind.ts'
import { type Sight, sightOf } from './sight.ts'
import { getRequest, type TargetConnection } from './target-connection.ts'

/** Where in the list of a kind is looked; `isAll` from there to its end. */
export interface Place {
  readonly startIndex: number
  readonly count: number
  readonly isAll?: boolean
}

const PAGE = 100
/** Places over a long list, so that old and new accounts are among them. */
const SPREAD = 3
/** An endpoint with tiny pages is not asked forever: the run's own are in the list too. */
const MOST_PAGES = 30

/** @param total that are there @param most that are to be seen */
export function placesIn(total: number, most: number): readonly Place[] {
  if (total <= 0) return []
  if (total <= most) return [{ startIndex: 1, count: PAGE, isAll: true }]
  const count = Math.max(1, Math.floor(most / SPREAD))
  const step = (total - count) / (SPREAD - 1)
  return Array.from({ length: SPREAD }, (_, index) => ({ startIndex: 1 + Math.floor(index * step), count }))
}

/**
 * What the places show, by id. Never throws.
 * @param wanted ids after which nothing further need be read; without it a list is read to its end
 * @returns undefined when the endpoint did not show a list
 */
export async function sightsAt(
  connection: TargetConnection,
  kind: ResourceKind,
  { startIndex, count, isAll = false }: Place,
  wanted?: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Sight> | undefined> {
  const sights = new Map<string, Sight>()
  const isSeen = (): boolean => wanted !== undefined && [...wanted].every((id) => sights.has(id))
  for (let page = 0; page < (isAll ? MOST_PAGES : 1) && !isSeen(); page += 1) {
    const query = `?startIndex=${startIndex + sights.size}&count=${count}`
    const body = answeredObject(await connection.send(getRequest(connection, `/${kind}${query}`)))
    if (body === undefined || !Array.isArray(body.Resources ?? [])) return undefined
    const before = sights.size
    for (const { id, resource } of 'Resources' in body ? resourcesIn(body, kind) : [])
      sights.set(id, sightOf({ kind, id }, resource))
    if (sights.size === before) break
  }
  return sights
}
