// Paging by cursor (RFC 9865). A cursor says where the next page begins and after whom, of which search, and when it was given out.
import { createHash } from 'node:crypto'
import { ScimError } from '@scimulator/shared/scim'
import type { DirectoryRecord, ResourceKind } from '../../directory/record.ts'
import type { SearchRequest } from './search-request.ts'

/** How long a cursor is good, in seconds (advertised). */
export const CURSOR_TIMEOUT_S = 3_600

interface Place {
  readonly offset: number
  /** Id of the resource before; null on the first page. */
  readonly after: string | null
  readonly search: string
  readonly at: number
}

/** What a search is, apart from its page: a cursor of one search is none of another. */
export function searchKey(kinds: readonly ResourceKind[], organisation: string, search: SearchRequest): string {
  const { filter, sortBy, sortOrder } = search
  const text = JSON.stringify([kinds, organisation, filter, sortBy, sortOrder])
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}

export function printCursor(place: Place): string {
  return Buffer.from(JSON.stringify([place.offset, place.after, place.search, place.at])).toString('base64url')
}

/** The place that a cursor names; the empty one is the first page. @throws ScimError 400 invalidCursor, expiredCursor */
export function readCursor(text: string, search: string, now: number): Place {
  if (text === '') return { offset: 0, after: null, search, at: now }
  const place = parsed(text)
  if (place === undefined) throw new ScimError('invalidCursor', 'The cursor is none that was given out here.')
  if (place.search !== search)
    throw new ScimError('invalidCursor', 'The cursor is of another search; begin with an empty one.')
  if (now - place.at > CURSOR_TIMEOUT_S * 1_000) {
    throw new ScimError('expiredCursor', 'The cursor has expired; begin with an empty one.')
  }
  return place
}

function parsed(text: string): Place | undefined {
  try {
    const bytes = Buffer.from(text, 'base64url')
    // Decoding passes over what is no base64url.
    if (bytes.toString('base64url') !== text) return undefined
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    if (!Array.isArray(value) || value.length !== 4) return undefined
    const [offset, after, search, at]: unknown[] = value
    if (!Number.isSafeInteger(offset) || Number(offset) < 0 || typeof search !== 'string' || typeof at !== 'number')
      return undefined
    return { offset: Number(offset), after: typeof after === 'string' ? after : null, search, at }
  } catch {
    return undefined
  }
}

/** Where the page begins now: behind the resource that ended the one before, wherever it stands. One that is gone leaves its place. */
export function beginOf({ offset, after }: Place, records: readonly DirectoryRecord[]): number {
  if (after === null || records[offset - 1]?.id === after) return offset
  const found = records.findIndex(({ id }) => id === after)
  return found === -1 ? Math.max(0, offset - 1) : found + 1
}

/** @throws ScimError 400 invalidCount */
export function readCount(count: string | number | undefined, usual: number, most: number): number {
  const number = count === undefined ? usual : Number(count)
  if (!Number.isInteger(number) || number < 0) throw new ScimError('invalidCount', 'count is not a whole number.')
  return Math.min(number, most)
}
