import { z } from 'zod'
import { onlyFields, textAt } from './list-query.ts'
import { type Operation, ok } from './operation.ts'
import { renderSystemUser } from './render-system-user.ts'

const Condition = z.record(z.string(), z.unknown())
const SearchBody = z.object({
  filter: z.object({ and: z.array(Condition).optional(), or: z.array(Condition).optional() }).optional(),
  searchFilter: z
    .object({ searchTerm: z.union([z.string(), z.array(z.string())]), fields: z.array(z.string()).optional() })
    .optional(),
  fields: z.string().optional(),
  limit: z.int().min(1).max(100).default(10),
  skip: z.int().min(0).default(0),
})
type SearchBody = z.infer<typeof SearchBody>
type Json = Readonly<Record<string, unknown>>

const SEARCHED_FIELDS = ['username', 'email', 'firstname', 'lastname', 'displayname']

/** `POST /search/systemusers`: all of `filter` and any of the search terms must fit. */
export const searchOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: '/api/search/systemusers',
    run: ({ view }, request) => {
      const body = SearchBody.parse(request.body ?? {})
      const found = [...view.users.values()].map(renderSystemUser).filter((row) => passes(row, body))
      const fields = (body.fields ?? '').split(' ').filter((field) => field !== '')
      const page = found.slice(body.skip, body.skip + body.limit)
      return ok({ totalCount: found.length, results: page.map((row) => onlyFields(row, fields)) })
    },
  },
]

function passes(row: Json, { filter, searchFilter }: SearchBody): boolean {
  const { and, or } = filter ?? {}
  if (and && !and.every((condition) => holds(row, condition))) return false
  if (or && !or.some((condition) => holds(row, condition))) return false
  if (!searchFilter) return true
  const terms = [searchFilter.searchTerm].flat().map((term) => term.toLowerCase())
  const fields = searchFilter.fields ?? SEARCHED_FIELDS
  return terms.some((term) => fields.some((field) => textAt(row, field).toLowerCase().includes(term)))
}

/** `{department: 'Sales'}` or `{department: {$ne: 'Sales'}}`. */
function holds(row: Json, condition: Json): boolean {
  return Object.entries(condition).every(([field, wanted]) => {
    if (typeof wanted !== 'object' || wanted === null) return textAt(row, field) === String(wanted)
    return Object.entries(wanted).every(([operator, value]) => compare(textAt(row, field), operator, value))
  })
}

function compare(actual: string, operator: string, value: unknown): boolean {
  const wanted = String(value)
  switch (operator) {
    case '$ne':
      return actual !== wanted
    case '$in':
      return Array.isArray(value) && value.map(String).includes(actual)
    case '$regex':
      // Search terms here are texts: a pattern from outside could take for ever.
      return actual.toLowerCase().includes(wanted.toLowerCase())
    case '$gt':
      return actual > wanted
    case '$gte':
      return actual >= wanted
    case '$lt':
      return actual < wanted
    case '$lte':
      return actual <= wanted
    default:
      return actual === wanted
  }
}
