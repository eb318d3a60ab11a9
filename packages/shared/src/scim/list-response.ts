import type { ScimResource } from './json.ts'
import { ScimError } from './scim-error.ts'
import { urns } from './urns.ts'

/** What the client asked for, cleaned: `startIndex` is 1-based, `count` absent means as many as the server gives. */
export interface Pagination {
  readonly startIndex: number
  readonly count: number | undefined
}

/** The envelope of a list (RFC 7644 §3.4.2). */
export interface ListResponse {
  readonly schemas: readonly string[]
  readonly totalResults: number
  readonly startIndex: number
  /** How many are in this answer, despite servers that echo `count`. */
  readonly itemsPerPage: number
  readonly Resources?: readonly ScimResource[]
}

interface PaginationParameters {
  readonly startIndex?: string | number | undefined
  readonly count?: string | number | undefined
}

/**
 * RFC 7644 §3.4.2.4: startIndex below 1 is 1, a negative count is 0. @throws ScimError 400 invalidValue when one is not
 * an integer.
 */
export function parsePagination(parameters: PaginationParameters): Pagination {
  const startIndex = integer('startIndex', parameters.startIndex)
  const count = integer('count', parameters.count)
  return {
    startIndex: Math.max(1, startIndex ?? 1),
    count: count === undefined ? undefined : Math.max(0, count),
  }
}

/** The part of `resources` that the page shows, at most `maxResults`. */
export function page<Item>(resources: readonly Item[], pagination: Pagination, maxResults: number): readonly Item[] {
  const first = pagination.startIndex - 1
  return resources.slice(first, first + Math.min(pagination.count ?? maxResults, maxResults))
}

/** A list message (RFC 7644 §3.4.2); a page of nothing has empty `Resources`. */
export function listResponse(
  resources: readonly ScimResource[],
  totalResults: number,
  pagination: Pagination,
): ListResponse {
  return {
    schemas: [urns.listResponse],
    totalResults,
    startIndex: pagination.startIndex,
    itemsPerPage: resources.length,
    Resources: resources,
  }
}

function integer(name: string, given: string | number | undefined): number | undefined {
  if (given === undefined || given === '') return undefined
  const value = typeof given === 'number' ? given : /^[+-]?\d+$/.test(given.trim()) ? Number(given) : Number.NaN
  if (!Number.isInteger(value)) throw new ScimError('invalidValue', `${name} is not an integer.`)
  return Math.min(Math.max(value, -1), Number.MAX_SAFE_INTEGER)
}
