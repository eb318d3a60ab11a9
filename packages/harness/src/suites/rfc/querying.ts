import { asText, isJsonArray } from '@scimulator/shared/scim'
import { type Answer, listIn } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { filterQuery } from '../../examine/facts.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type Section, undecidable } from '../suite.ts'
import { mayAsk } from './offers.ts'
import { ownOnly, search, textOf } from './own-search.ts'

export const LIST_RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'

/** RFC 7644 §3.4.2: answers of a query. */
export const querying: Section = {
  id: 'rfc7644-3.4.2',
  source: 'RFC 7644 §3.4.2',
  title: 'Query resources',
  rows: [
    must('list-response', 'A query is answered with the ListResponse schema.'),
    must('total-results', 'A ListResponse has totalResults.', 'REQUIRED'),
    must('resources', 'Where totalResults is not 0, Resources has the resources.', 'REQUIRED'),
    must('start-index', 'A page that is not everything has startIndex.', 'REQUIRED'),
    must('items-per-page', 'A page that is not everything has itemsPerPage.', 'REQUIRED'),
    must('no-match', 'A query that nobody matches is answered 200 with totalResults 0.', 'SHALL'),
    must('no-match-groups', 'A query that no group matches is answered 200 with totalResults 0.', 'SHALL'),
  ],
  questions: [
    { decides: ['list-response', 'total-results', 'resources', 'start-index', 'items-per-page'], ask: page },
    { decides: ['no-match'], ask: (q, note) => noMatch(q, note, 'no-match', '/Users', 'userName') },
    { decides: ['no-match-groups'], ask: (q, note) => noMatch(q, note, 'no-match-groups', '/Groups', 'displayName') },
  ],
}

function* page(q: Questioner, note: RowNotes): Asking {
  yield* q.create()
  yield* q.create()
  const query = `${filterQuery(ownOnly(q))}&startIndex=1&count=1`
  let answer = yield* q.send('GET', `/Users?${query}`)
  if (!answer.ok) answer = yield* q.send('GET', '/Users?startIndex=1&count=1')
  const schemas = answer.body?.schemas
  const isList =
    isJsonArray(schemas) && schemas.some((one) => asText(one).toLowerCase() === LIST_RESPONSE.toLowerCase())
  note.row('list-response', answer.ok && isList, answer, `schemas is ${JSON.stringify(schemas) ?? 'absent'}.`)
  isNumber(note, 'total-results', answer, 'totalResults')
  const { Resources: resources, totalResults } = answer.body ?? {}
  const isThere = totalResults === 0 || (isJsonArray(resources) && resources.length > 0)
  note.row('resources', isThere, answer, 'Resources is absent or empty.')
  const all = listIn(answer)
  if (all && typeof totalResults === 'number' && all.resources.length >= totalResults)
    return note.leave(['start-index', 'items-per-page'], 'count is ignored, and everything is on one page')
  isNumber(note, 'start-index', answer, 'startIndex')
  isNumber(note, 'items-per-page', answer, 'itemsPerPage')
}

function isNumber(note: RowNotes, row: string, answer: Answer, name: string): void {
  const found = answer.body?.[name]
  note.row(row, Number.isInteger(found), answer, `${name} is ${JSON.stringify(found) ?? 'absent'}.`)
}

function* noMatch(q: Questioner, note: RowNotes, row: string, path: string, attribute: string): Asking {
  if (!(yield* mayAsk(q, note, [row], 'filter'))) return
  if (path === '/Groups' && !q.facts.groups) return note.leave([row], 'there is no /Groups')
  const answer = yield* q.send('GET', `${path}?${filterQuery(`${attribute} eq ${textOf(q.name())}`)}`)
  const isRight = answer.status === 200 && answer.body?.totalResults === 0
  const total = JSON.stringify(answer.body?.totalResults) ?? 'absent'
  note.row(row, isRight, answer, `It is answered ${answer.status}, and totalResults is ${total}.`)
}

/** RFC 7644 §3.4.2.1: queries at the root of the service provider. */
export const queryEndpoints: Section = {
  id: 'rfc7644-3.4.2.1',
  source: 'RFC 7644 §3.4.2.1',
  title: 'Query endpoints',
  rows: [
    must('root-has-all', 'A query at the root is about the resources of every type.', 'SHALL'),
    must('filters-at-root', 'A filter at the root is evaluated as at the endpoint of a type.'),
    must(
      'undefined-attribute',
      'An attribute that a resource’s type does not have counts as one without a value.',
      'SHALL',
    ),
    undecidable('too-many', 'not-observable', 'More results than the server gives are refused: 400, tooMany.', 'SHALL'),
  ],
  questions: [{ decides: ['root-has-all', 'filters-at-root', 'undefined-attribute'], ask: root }],
}

function* root(q: Questioner, note: RowNotes): Asking {
  const rows = ['root-has-all', 'filters-at-root', 'undefined-attribute']
  if (!(yield* mayAsk(q, note, rows, 'filter'))) return
  const person = yield* q.create()
  const probe = yield* q.send('GET', `/?${filterQuery(`userName eq ${textOf(person.sent.userName)}`)}`)
  if (!probe.ok) return note.notOffered(rows, `a query at the root (${probe.status})`, probe)
  const eq = `userName eq ${textOf(person.sent.userName)}`
  const one = yield* search(q, { filter: eq, finds: [person], leaves: [] }, '/')
  note.row('filters-at-root', one.held, one.answer, one.detail)
  if (!q.facts.groups) return note.leave(rows, 'there is no /Groups')
  const group = yield* q.createGroup()
  const either = `${eq} or displayName eq ${textOf(group.sent.displayName)}`
  const both = yield* search(q, { filter: either, finds: [person, group], leaves: [] }, '/')
  note.row('root-has-all', both.held, both.answer, both.detail)
  const without = `${eq} or (displayName eq ${textOf(group.sent.displayName)} and userName pr)`
  const none = yield* search(q, { filter: without, finds: [person], leaves: [group] }, '/')
  note.row('undefined-attribute', none.held, none.answer, none.detail)
}
