import { asText, isJsonArray, isJsonObject, type JsonObject } from '@scimulator/shared/scim'
import { type Answer, listIn } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type Section } from '../suite.ts'
import { LIST_RESPONSE } from './querying.ts'

const CONFIG = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'

export const discoveryEndpoints: Section = {
  id: 'rfc7644-4',
  source: 'RFC 7644 §4',
  title: 'Discovery endpoints',
  rows: [
    must('config', '/ServiceProviderConfig is answered with the schema of that name.', 'SHALL'),
    must('schemas-list', '/Schemas is answered with a ListResponse.', 'SHALL'),
    must('schemas-complete', '/Schemas has every schema that /ResourceTypes names.', 'SHALL'),
    must('one-schema', 'One schema is answered as one object, at /Schemas and its URI.', 'SHALL'),
    must('types-list', '/ResourceTypes is answered with a ListResponse.', 'SHALL'),
    must('one-type', 'One resource type is answered as one object, at /ResourceTypes and its name.', 'SHALL'),
    must('schemas-not-paged', 'count and startIndex have no effect on /Schemas.', 'SHALL'),
    must('types-not-paged', 'count and startIndex have no effect on /ResourceTypes.', 'SHALL'),
    must('schemas-not-sorted', 'sortBy has no effect on /Schemas.', 'SHALL'),
    must('config-not-filtered', 'attributes aside, a query has no effect on /ServiceProviderConfig.', 'SHALL'),
  ],
  questions: [
    { decides: ['config', 'config-not-filtered'], ask: config },
    { decides: ['schemas-list', 'schemas-complete', 'one-schema'], ask: schemas },
    { decides: ['types-list', 'one-type'], ask: types },
    { decides: ['schemas-not-paged'], ask: (q, note) => sameWith(q, note, 'schemas-not-paged', '/Schemas', PAGED) },
    { decides: ['types-not-paged'], ask: (q, note) => sameWith(q, note, 'types-not-paged', '/ResourceTypes', PAGED) },
    { decides: ['schemas-not-sorted'], ask: (q, note) => sameWith(q, note, 'schemas-not-sorted', '/Schemas', SORTED) },
  ],
}

const PAGED = '?startIndex=2&count=1'
const SORTED = '?sortBy=name&sortOrder=descending'

/** What is right for a filter may be taken for right with the other parameters too. */
const REFUSED = 'a query of it is refused with 403'

function hasSchema({ body }: Answer, urn: string): boolean {
  const { schemas: found } = body ?? {}
  return isJsonArray(found) && found.some((one) => asText(one).toLowerCase() === urn.toLowerCase())
}

function schemasText({ status, body }: Answer): string {
  return `It is answered ${status}, with the schemas ${JSON.stringify(body?.schemas) ?? 'absent'}.`
}

function* config(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.send('GET', '/ServiceProviderConfig')
  if (!note.row('config', answer.ok && hasSchema(answer, CONFIG), answer, schemasText(answer))) return
  const queried = yield* q.send('GET', '/ServiceProviderConfig?startIndex=2&count=0')
  if (queried.status === 403) return note.leave(['config-not-filtered'], REFUSED)
  const isSame = queried.ok && hasSchema(queried, CONFIG)
  note.row('config-not-filtered', isSame, queried, schemasText(queried))
}

function* schemas(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.send('GET', '/Schemas')
  if (!note.row('schemas-list', answer.ok && hasSchema(answer, LIST_RESPONSE), answer, schemasText(answer))) return
  const there = new Set(listIn(answer)?.resources.map(({ id }) => asText(id).toLowerCase()))
  const missing = namedSchemas(yield* resourceTypes(q)).filter((one) => !there.has(one.toLowerCase()))
  note.row('schemas-complete', missing.length === 0, answer, `Missing: ${missing.join(', ')}.`)
  const one = yield* q.send('GET', `/Schemas/${USER}`)
  const isOne = one.ok && asText(one.body?.id).toLowerCase() === USER.toLowerCase()
  note.row('one-schema', isOne, one, `It is answered ${one.status}, and not with the schema.`)
}

function* types(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.send('GET', '/ResourceTypes')
  if (!note.row('types-list', answer.ok && hasSchema(answer, LIST_RESPONSE), answer, schemasText(answer))) return
  const found = listIn(answer)?.resources.find(({ name }) => name === 'User')
  const one = yield* q.send('GET', `/ResourceTypes/${encodeURIComponent(asText(found?.id ?? 'User'))}`)
  note.row('one-type', one.ok && one.body?.name === 'User', one, `It is answered ${one.status}, and not with the type.`)
}

/** The same resources in the same order; refusing the query is allowed for a filter only. */
function* sameWith(q: Questioner, note: RowNotes, row: string, path: string, query: string): Asking {
  const plain = yield* q.send('GET', path)
  const all = listIn(plain)
  if (!all) return note.leave([row], `${path} is answered ${plain.status}`)
  const answer = yield* q.send('GET', `${path}${query}`)
  if (answer.status === 403) return note.leave([row], REFUSED)
  const names = (answered: Answer): string =>
    JSON.stringify(listIn(answered)?.resources.map(({ id, name }) => id ?? name))
  const isSame = answer.ok && names(answer) === names(plain)
  note.row(row, isSame, answer, `${query} is answered ${answer.status}, with other resources or in another order.`)
}

export function* resourceTypes(q: Questioner): Asking<readonly JsonObject[]> {
  return listIn(yield* q.send('GET', '/ResourceTypes'))?.resources ?? []
}

/** URIs of base schemas and of extensions. */
export function namedSchemas(found: readonly JsonObject[]): readonly string[] {
  const named = found.flatMap(({ schema, schemaExtensions }) => [
    schema,
    ...(isJsonArray(schemaExtensions) ? schemaExtensions.filter(isJsonObject).map((one) => one.schema) : []),
  ])
  return [...new Set(named.filter((one): one is string => typeof one === 'string'))]
}
