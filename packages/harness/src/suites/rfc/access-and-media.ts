// RFC 7644 §1.3, §2, §3.4.3, §3.8: who is let in, and in which form requests and answers are.
import { type Answer, header, listIn, valueAt } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { composed } from '../../examine/facts.ts'
import { personBody } from '../../examine/person.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type Section, undecidable } from '../suite.ts'
import { plainAttribute } from './modifying-with-put.ts'
import { mayAsk } from './offers.ts'
import { ownOnly } from './own-search.ts'
import { LIST_RESPONSE } from './querying.ts'

export const authentication: Section = {
  id: 'rfc7644-2',
  source: 'RFC 7644 §2',
  title: 'Authentication and authorization',
  rows: [
    must('www-authenticate', 'Who is not let in is told the schemes in WWW-Authenticate.', 'SHALL'),
    undecidable('access-policy', 'not-observable', 'Who is let in is mapped to what they may read and change.'),
  ],
  questions: [{ decides: ['www-authenticate'], ask: withoutToken }],
}

/** Nobody signs in where no header of ours says who we are. */
function* withoutToken(q: Questioner, note: RowNotes): Asking {
  const names = q.facts.headers.map(([name]) => name.toLowerCase())
  if (!names.includes('authorization'))
    return note.leave(['www-authenticate'], 'nobody signs in with Authorization here')
  const headers = q.facts.headers.filter(([name]) => name.toLowerCase() !== 'authorization')
  const [answer] = yield* q.together([composed({ ...q.facts, headers }, 'GET', '/Users?startIndex=1&count=1')])
  if (!answer) return
  if (answer.status !== 401) return note.leave(['www-authenticate'], `without a token it is answered ${answer.status}`)
  const found = header(answer, 'www-authenticate')
  note.row('www-authenticate', found !== undefined && found !== '', answer, 'There is no WWW-Authenticate.')
}

const ROWS = ['utf-8', 'answers-in-utf-8', 'accept-scim-json', 'base-url']

export const dataFormats: Section = {
  id: 'rfc7644-3.8',
  source: 'RFC 7644 §3.8, §1.3',
  title: 'Requests and answers in JSON',
  rows: [
    must('scim-json-accepted', 'A request in application/scim+json is accepted.'),
    must('utf-8', 'A request in UTF-8 is read as UTF-8.'),
    must('answers-in-utf-8', 'An answer is JSON in UTF-8.'),
    must('accept-scim-json', 'Who accepts application/scim+json is answered in it.'),
    must('base-url', 'The base URL has no query (§1.3).', 'MUST NOT'),
    undecidable('other-encodings', 'client-duty', 'A client that writes another encoding says so in Content-Type.'),
  ],
  questions: [
    { decides: ROWS, ask: formats },
    { decides: ['scim-json-accepted'], ask: scimJson },
  ],
}

function* scimJson(q: Questioner, note: RowNotes): Asking {
  const body = personBody(q.facts, q.name())
  const answer = yield* q.send('POST', '/Users', { body, contentType: 'application/scim+json' })
  note.row('scim-json-accepted', answer.ok, answer, `It is answered ${answer.status}.`)
}

const TEXT = 'Żółć 東京 🙂'

function* formats(q: Questioner, note: RowNotes): Asking {
  const name = plainAttribute(q)
  const made = yield* q.create(name === undefined ? {} : { [name]: `${q.name()} ${TEXT}` })
  const read = yield* q.read(made)
  if (name === undefined) note.leave(['utf-8'], 'the endpoint keeps neither title nor displayName')
  else {
    const isSame = read.body?.[name] === made.sent[name]
    note.row('utf-8', isSame, made.answer, `${TEXT} came back as ${JSON.stringify(read.body?.[name])}.`, read)
  }
  const type = header(read, 'content-type') ?? 'absent'
  const charset = /charset="?([^";]+)/i.exec(type)?.[1] ?? 'utf-8'
  const isUtf8 = read.body !== undefined && /^utf-?8$/i.test(charset.trim())
  note.row('answers-in-utf-8', isUtf8, read, `Content-Type is ${type}.`)
  note.row('accept-scim-json', /^application\/scim\+json\b/i.test(type), read, `Content-Type is ${type}.`)
  const location = valueAt(read.body, 'meta.location')
  if (typeof location !== 'string') return note.leave(['base-url'], 'no meta.location shows the base URL')
  note.row('base-url', !location.includes('?'), read, 'meta.location has a query.')
}

const SEARCH = ['search-is-query', 'search-answer']

export const searching: Section = {
  id: 'rfc7644-3.4.3',
  source: 'RFC 7644 §3.4.3',
  title: 'Querying with POST',
  rows: [
    must('search-is-query', 'A POST to /.search at the end of an endpoint is a query, and makes nothing.', 'SHALL'),
    must(
      'search-answer',
      'A POST to /.search is answered as a query with GET is: 200, with the resources that match.',
      'SHALL',
    ),
    must('search-sorted', 'The sortBy of a query by POST orders the resources.', 'SHALL'),
    must('search-excluded', 'The excludedAttributes of a query by POST do not take what is always returned.', 'SHALL'),
    undecidable('search-message', 'client-duty', 'A query by POST has the SearchRequest schema.'),
  ],
  questions: [
    { decides: SEARCH, ask: searchPost },
    { decides: ['search-sorted'], ask: searchSorted },
    { decides: ['search-excluded'], ask: searchExcluded },
  ],
}

const SEARCH_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest'

function* searchSorted(q: Questioner, note: RowNotes): Asking {
  if (!(yield* mayAsk(q, note, ['search-sorted'], 'sort'))) return
  const made = [yield* q.create(), yield* q.create()]
  const sorting = { sortBy: 'userName', sortOrder: 'descending' }
  const body = { schemas: [SEARCH_REQUEST], filter: ownOnly(q), ...sorting }
  const ids = (answer: Answer): readonly string[] =>
    (listIn(answer)?.ids ?? []).filter((id) => made.some((one) => one.id === id))
  const answer = yield* q.until(
    () => q.send('POST', '/Users/.search', { body }),
    (one) => ids(one).length === 2,
  )
  const isRight =
    ids(answer).join() ===
    made
      .map(({ id }) => id)
      .reverse()
      .join()
  note.row('search-sorted', isRight, answer, `It is answered ${answer.status}, in another order.`)
}

function* searchExcluded(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create()
  const body = { schemas: [SEARCH_REQUEST], filter: ownOnly(q), excludedAttributes: ['id', 'name'] }
  const has = (answer: Answer): boolean => listIn(answer)?.ids.includes(made.id) ?? false
  const answer = yield* q.until(() => q.send('POST', '/Users/.search', { body }), has)
  note.row('search-excluded', has(answer), answer, `It is answered ${answer.status}, without the id.`)
}

function* searchPost(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create()
  const body = { schemas: [SEARCH_REQUEST], filter: ownOnly(q), startIndex: 1, count: 10 }
  const has = (answer: Answer): boolean => listIn(answer)?.ids.includes(made.id) ?? false
  const answer = yield* q.until(() => q.send('POST', '/Users/.search', { body }), has)
  const schemasFound = JSON.stringify(answer.body?.schemas) ?? 'absent'
  const isList = answer.ok && answer.status !== 201 && schemasFound.toLowerCase().includes(LIST_RESPONSE.toLowerCase())
  note.row('search-is-query', isList, answer, `It is answered ${answer.status}, with the schemas ${schemasFound}.`)
  note.row('search-answer', answer.status === 200 && has(answer), answer, 'The resource that matches is not in it.')
}
