// System query options of Microsoft Graph.
import { passesFilter } from '../../../../entra-sim/src/graph/odata/evaluate-filter.ts'
import { readODataQuery } from '../../../../entra-sim/src/graph/odata/query.ts'
import { passesSearch } from '../../../../entra-sim/src/graph/odata/search.ts'
import { digits, type Grammar, many, nested, one, seq } from '../grammar.ts'
import { INHERITED } from '../hostile-words.ts'
import { must, textTarget, unlessRefused } from '../target.ts'

const USER = {
  displayName: 'Ana Ömer',
  mail: 'ana@contoso.example',
  accountEnabled: true,
  proxyAddresses: ['SMTP:a@x'],
  age: 3,
  manager: { id: '1' },
}
const path = one(
  'displayName',
  'mail',
  'accountEnabled',
  'id',
  'proxyAddresses',
  'manager/id',
  one(...INHERITED),
  'a@odata.type',
)
const text = seq("'", many(one('a', ' ', "''", 'é', '(', ')', '@'), { least: 0, most: 3 }), "'")
const value = one(
  text,
  text,
  digits(1, 4),
  '-1.5',
  'true',
  'false',
  'null',
  '2026-01-05T08:00:00Z',
  '11111111-2222-3333-4444-555555555555',
  '2026-01-05',
  one(...INHERITED),
)
const comparison = one('eq', 'ne', 'gt', 'ge', 'lt', 'le', 'EQ')
const element: Grammar = seq(
  one('proxyAddresses', 'groups'),
  '/any(',
  one('', (draw) => `x:x ${comparison(draw)} ${value(draw)}`, "x:startswith(x,'a')"),
  ')',
)
const test = one(
  seq(path, ' ', comparison, ' ', value),
  seq(path, ' in (', many(value, { by: ',' }), ')'),
  seq(one('startswith', 'endswith', 'contains', 'StartsWith'), '(', path, ', ', text, ')'),
  element,
)
export const odataFilter: Grammar = nested(
  () =>
    one(
      test,
      test,
      seq(odataFilter, one(' and ', ' or '), odataFilter),
      seq('(', odataFilter, ')'),
      seq('not ', odataFilter),
      seq('not(', odataFilter, ')'),
    ),
  test,
  5,
)
const clause = seq(
  '"',
  one('displayName', 'description', 'mail'),
  ':',
  many(one('a', 'Ömer', ' ', '\\"', 'HelloWorld7', '-'), { most: 3 }),
  '"',
)
export const odataSearch: Grammar = nested(
  () => one(clause, clause, seq(odataSearch, one(' AND ', ' OR '), odataSearch), seq('(', odataSearch, ')')),
  clause,
  4,
)
const names = many(path, { by: ',' })
const option = one(
  (draw) => `$filter=${encoded(odataFilter(draw))}`,
  (draw) => `$filter=${encoded(odataFilter(draw))}`,
  (draw) => `$search=${encoded(odataSearch(draw))}`,
  seq('$select=', names),
  seq('$expand=', one('manager', 'members($select=id,displayName),owners')),
  seq('$orderby=', path, one('', ' desc', '+asc', ' DESC')),
  seq(one('$top=', '$skip='), digits(1, 3)),
  seq('$count=', one('true', 'false')),
  one('$skiptoken=a', '$deltatoken=b', '$format=json', 'filter=id%20eq%20%27a%27', 'api-version=1', '$Select=id'),
)

function encoded(filter: string): string {
  return encodeURIComponent(filter.replace(/\p{Surrogate}/gu, ''))
}

const FILES = ['query.ts', 'filter.ts', 'tokens.ts', 'search.ts'].map((file) => `entra-sim/src/graph/odata/${file}`)

export const odata = textTarget({
  name: 'OData',
  files: FILES,
  grammar: many(option, { most: 2, by: '&' }),
  accepts: (written) =>
    unlessRefused(['GraphError'], () => {
      const { filter, search } = readODataQuery(written)
      must(!holdsFunction(filter), () => 'what is read holds a member that all objects inherit')
      if (filter) passesFilter(filter, USER, { isCaseSensitive: false, enumerations: ['displayname'] })
      if (search) passesSearch(search, USER)
    }),
})

/** A parser that looks a word up in an object comes to these. */
function holdsFunction(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value === 'function'
  return value === Object.prototype || Object.values(value).some(holdsFunction)
}
