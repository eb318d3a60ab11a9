// Lists and searches of JumpCloud's API: filters, sorting, fields.
import { assertFields, listed, readListQuery } from '../../../../jumpcloud-sim/src/api/list-query.ts'
import { readSearchFilter } from '../../../../jumpcloud-sim/src/api/search-filter.ts'
import type { Draw } from '../draw.ts'
import { mutated, shorter } from '../hostile-words.ts'
import { disturbed, type Json } from '../json-values.ts'
import { hidden, unlessRefused } from '../target.ts'

const ROW = {
  _id: '1',
  username: 'ana',
  email: 'ana@x',
  department: 'Sales',
  activated: true,
  attributes: [{ name: 'a', value: '1' }],
  created: '2026-01-05T08:00:00Z',
  uid: 7,
}
const FIELDS = new Set(Object.keys(ROW))

function condition(draw: Draw): Json {
  const field = draw.pick(['username', 'email', 'department', 'activated', 'attributes.name', 'uid'])
  const operator = draw.pick(['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'])
  const value = draw.pick<Json>(['Sales', true, 7, null])
  return draw.pick<Json>([
    { [field]: value },
    { [field]: { [operator]: value } },
    { [field]: { $in: ['a', 'Sales'] } },
    { [field]: { $nin: ['a'] } },
    { [field]: { $exists: draw.chance(0.5) } },
    { [field]: { $regex: draw.pick(['^S', '(a+)+$', '(?i)sales']) } },
    `${field}:${draw.pick(['', '$'])}${draw.pick(['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'gte', 'lte', 'in', 'search'])}:Sales`,
  ])
}

function searched(draw: Draw): Json {
  return draw.nested<Json>(
    4,
    () =>
      draw.pick<Json>([
        condition(draw),
        [condition(draw)],
        { and: [searched(draw), condition(draw)] },
        { or: [searched(draw)] },
        {},
      ]),
    () => condition(draw),
  )
}

function query(draw: Draw): string {
  const dollar = draw.chance(0.5) ? '$' : ''
  const operator = draw.pick(['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'between', 'search', 'in'])
  const filter = `filter=${draw.pick(['username', 'uid'])}:${dollar}${operator}:${draw.pick(['a', 'a,b', 'ana|bo'])}`
  return draw.pick([
    filter,
    filter,
    `sort=-uid,username&limit=${draw.below(200)}`,
    'skip=1&fields=username email',
    'limit=x&skip=-1',
    `${filter}&sort=email`,
  ])
}

/** A query, or the JSON of a search. */
export const jumpcloudLists = hidden<string>({
  name: 'JumpCloud lists',
  files: ['list-query.ts', 'search-filter.ts', 'search-operators.ts'].map((file) => `jumpcloud-sim/src/api/${file}`),
  make(draw) {
    if (draw.chance(0.6)) return JSON.stringify(disturbed(searched(draw), draw))
    return draw.wildness > 0 ? mutated(query(draw), '', draw) : query(draw)
  },
  mutate: mutated,
  smaller: shorter,
  show: (text) => JSON.stringify(text),
  run: (text) =>
    unlessRefused(['VerbError', 'SyntaxError'], () => {
      if (!/^[a-z]+=/.test(text)) return void readSearchFilter(JSON.parse(text), FIELDS)(ROW)
      const read = readListQuery(new URLSearchParams(text), text.includes('$') ? 'v1' : 'v2')
      assertFields(read.filters, FIELDS)
      listed([ROW, { ...ROW, uid: 8 }], read)
    }),
})
