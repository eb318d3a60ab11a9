import { VerbError } from '@scimulator/shared/behaviour'
import { z } from 'zod'
import { onlyFields, sortRows, textAt } from './list-query.ts'
import { type ApiRequest, type Operation, ok } from './operation.ts'
import { renderSystemUser, SYSTEM_USER_FIELDS } from './render-system-user.ts'
import { type Row, type RowTest, readSearchFilter } from './search-filter.ts'

/** What JumpCloud's own PowerShell module asks for at a time; lists end at a hundred. */
const MAX_LIMIT = 1_000
const DEFAULT_LIMIT = 10

/** A number; the published sample has 0 for the usual one. */
const Count = z.coerce.number().int().min(0)
const Words = z.union([z.string().transform((text) => text.split(' ')), z.array(z.string())])

/** What a search may say. A member that is not known is refused: a condition that is dropped would find everybody. */
const SearchBody = z.strictObject({
  filter: z.unknown().optional(),
  searchFilter: z
    .strictObject({
      searchTerm: z.union([z.string(), z.array(z.string())]),
      fields: z.array(z.string()).optional(),
    })
    .optional(),
  fields: Words.optional(),
  sort: Words.optional(),
  limit: Count.optional(),
  skip: Count.optional(),
})
type SearchBody = z.infer<typeof SearchBody>

const SEARCHED_FIELDS = ['username', 'email', 'firstname', 'lastname', 'displayname']

/** `POST /search/systemusers`: `filter` and any of the search terms must fit. */
export const searchOperations: readonly Operation[] = [
  {
    method: 'POST',
    template: '/api/search/systemusers',
    run: ({ view }, request) => {
      const { fields = [], sort = [], skip = 0, limit, ...asked } = readSearch(request)
      const tests = testsOf(asked)
      const rows = [...view.users.values()].map(renderSystemUser)
      const found = rows.filter((row) => tests.every((test) => test(row)))
      const most = limit === undefined || limit === 0 ? DEFAULT_LIMIT : Math.min(limit, MAX_LIMIT)
      const page = sortRows(found, sort.filter(isWord)).slice(skip, skip + most)
      return ok({ totalCount: found.length, results: page.map((row) => onlyFields(row, fields.filter(isWord))) })
    },
  },
]

/** Paging, sorting and fields may stand in the URL as well; what the body says wins. */
function readSearch({ query, body }: ApiRequest): SearchBody {
  const given = ['limit', 'skip', 'sort', 'fields'].flatMap((name) => {
    const text = query.get(name)
    return text === null || text === '' ? [] : [[name, text] as const]
  })
  const filter = query.getAll('filter')
  return SearchBody.parse({
    ...Object.fromEntries(given),
    ...(filter.length === 0 ? {} : { filter }),
    ...SearchObject.parse(body ?? {}),
  })
}

const SearchObject = z.record(z.string(), z.unknown())

function testsOf({ filter, searchFilter }: Pick<SearchBody, 'filter' | 'searchFilter'>): readonly RowTest[] {
  const byFilter = filter === undefined || filter === null ? [] : [readSearchFilter(filter, SYSTEM_USER_FIELDS)]
  return searchFilter ? [...byFilter, textSearch(searchFilter)] : byFilter
}

/** Any of the terms in any of the fields, without regard to case. */
function textSearch({ searchTerm, fields = SEARCHED_FIELDS }: NonNullable<SearchBody['searchFilter']>): RowTest {
  const unknown = fields.find((field) => !SYSTEM_USER_FIELDS.has(field.split('.', 1)[0] ?? ''))
  if (unknown !== undefined) throw new VerbError('invalid', `searchFilter.fields names "${unknown}", which no user has`)
  const terms = [searchTerm].flat().map((term) => term.toLowerCase())
  return (row: Row) => terms.some((term) => fields.some((field) => textAt(row, field).toLowerCase().includes(term)))
}

function isWord(text: string): boolean {
  return text !== ''
}
