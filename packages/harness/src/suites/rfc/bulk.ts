import { asNumber, asText, isJsonArray, isJsonObject, type JsonObject, urns } from '@scimulator/shared/scim'
import { type Answer, DEPARTMENT, ENTERPRISE, MANAGER, membersIn, valueAt } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { type Body, groupBody, patchBody, personBody } from '../../examine/person.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type RowQuestion, type Section, undecidable } from '../suite.ts'
import { plainAttribute } from './modifying-with-put.ts'

const REQUEST = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest'
const RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:BulkResponse'

const ONE = ['ok', 'response-schema', 'all-results', 'bulk-id-returned', 'location', 'status']
const FAILURE = ['continues', 'failed-has-response', 'failed-has-error', 'failed-has-detail', 'location-after-failure']

export const bulk: Section = {
  id: 'rfc7644-3.7',
  source: 'RFC 7644 §3.7',
  title: 'Bulk operations',
  rows: [
    must('ok', 'A bulk request that was processed is answered 200.'),
    must('response-schema', 'A bulk request is answered with the BulkResponse schema.'),
    must('all-results', 'A BulkResponse has the result of every operation that was processed (§3.7.3).'),
    must('bulk-id-returned', 'The result of a create has the bulkId of its operation.'),
    must('location', 'The result of an operation that was done has the resource’s location (§3.7.3).'),
    must('status', 'The result of each operation has its status (§3.7.3).'),
    must('continues', 'One operation that fails does not keep the others from being done.'),
    must('failed-has-response', 'The result of an operation that failed has a response body (§3.7.3).'),
    must('failed-has-error', 'The response body of an operation that failed is an error message as of §3.12.'),
    must('location-after-failure', 'Of failed operations only a create is without location (§3.7.3).'),
    must('failed-has-detail', 'The result of an operation that failed says in words why (§3.7.3).'),
    // What the client may ask for; that the server does it is no more than recommended.
    {
      id: 'fail-on-errors',
      level: 'optional',
      says: 'After as many errors as failOnErrors says, nothing more is done.',
    },
    must('bad-request', 'A bulk request that cannot be processed is answered with an error.'),
    must('order-kept', 'Operations on one resource come to what they do one after the other.'),
    must('bulk-id-replaced', 'bulkId: in the data of another operation is replaced by the new resource’s id (§3.7.2).'),
    must('bulk-id-in-extension', 'bulkId: in an attribute of an extension is replaced as well (§3.7.2).'),
    must('circular', 'Operations that refer to one another in a circle are resolved, or answered 409 (§3.7.1).'),
    must(
      'limits-defined',
      'The number of operations and the size of a request are limited, and it is said how (§3.7.4).',
    ),
    must('too-many', 'More operations than are allowed are answered 413 (§3.7.4).'),
    must('too-many-says-limit', 'The 413 says which limit was exceeded (§3.7.4).'),
    must('too-large', 'A request of more bytes than are allowed is answered 413 (§3.7.4).'),
    must('too-large-says-limit', 'That 413 says which limit was exceeded, too (§3.7.4).'),
    undecidable('bulk-id-unique', 'client-duty', 'A client gives each create a bulkId of its own.'),
  ],
  questions: [
    bulkQuestion(ONE, createTwo),
    bulkQuestion(FAILURE, oneFails),
    bulkQuestion(['fail-on-errors'], failOnErrors),
    bulkQuestion(['bulk-id-replaced'], reference),
    bulkQuestion(['bad-request'], withoutOperations),
    bulkQuestion(['order-kept'], inOrder),
    bulkQuestion(['bulk-id-in-extension'], manager),
    bulkQuestion(['circular'], circle),
    bulkQuestion(['limits-defined', 'too-many', 'too-many-says-limit'], tooMany),
    bulkQuestion(['too-large', 'too-large-says-limit'], tooLarge),
  ],
}

type BulkAsk = (q: Questioner, note: RowNotes, offer: JsonObject, config: Answer) => Asking

/** Bulk is asked about only where it is offered in so many words. */
function bulkQuestion(rows: readonly string[], ask: BulkAsk): RowQuestion {
  return {
    decides: rows,
    *ask(q, note) {
      const config = yield* q.send('GET', '/ServiceProviderConfig')
      const offer = config.body?.bulk
      if (!isJsonObject(offer) || offer.supported !== true) return note.notOffered(rows, 'bulk', config)
      yield* ask(q, note, offer, config)
    },
  }
}

function send(q: Questioner, operations: readonly Body[], more: Body = {}): Asking<Answer> {
  return q.send('POST', '/Bulk', { body: { schemas: [REQUEST], ...more, Operations: operations } })
}

function create(q: Questioner, bulkId: string, changes: Body = {}): Body {
  return { method: 'POST', path: '/Users', bulkId, data: { ...personBody(q.facts, q.name()), ...changes } }
}

function resultsIn({ body }: Answer): readonly JsonObject[] {
  return isJsonArray(body?.Operations) ? body.Operations.filter(isJsonObject) : []
}

/** As a number, whether it is given as text or as the object of older drafts. */
function statusOf(result: JsonObject | undefined): number {
  const { status } = result ?? {}
  return asNumber(isJsonObject(status) ? status.code : status)
}

/** What a bulk request has made is removed as everything else is. */
function* removeAll(q: Questioner, answer: Answer): Asking {
  for (const { location, method } of resultsIn(answer)) {
    const [, kind, id] = /\/(Users|Groups)\/([^/?]+)$/.exec(asText(location)) ?? []
    if (method === 'POST' && id !== undefined) yield* q.send('DELETE', `/${kind}/${id}`)
  }
}

function* createTwo(q: Questioner, note: RowNotes): Asking {
  const answer = yield* send(q, [create(q, 'one'), create(q, 'two')])
  note.row('ok', answer.status === 200, answer, `It is answered ${answer.status}.`)
  const schemas = JSON.stringify(answer.body?.schemas) ?? 'absent'
  note.row('response-schema', schemas.toLowerCase().includes(RESPONSE.toLowerCase()), answer, `schemas is ${schemas}.`)
  const results = resultsIn(answer)
  note.row('all-results', results.length === 2, answer, `There are ${results.length} results of 2.`)
  const ids = results.map(({ bulkId }) => asText(bulkId)).join()
  note.row('bulk-id-returned', ids === 'one,two' || ids === 'two,one', answer, `bulkIds are ${ids}.`)
  const isLocated =
    results.length > 0 && results.every(({ location }) => typeof location === 'string' && location !== '')
  note.row('location', isLocated, answer, 'A result has no location.')
  const hasStatus = results.length > 0 && results.every((one) => statusOf(one) === 201)
  note.row('status', hasStatus, answer, `Statuses are ${results.map(statusOf).join(', ')}.`)
  yield* removeAll(q, answer)
}

/** A create without the userName that every person has, between two that can be done. */
function* oneFails(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create()
  const missing = { method: 'PATCH', path: `/Users/${made.id}`, data: { schemas: [], Operations: 'none' } }
  const answer = yield* send(q, [create(q, 'bad', { userName: '' }), missing, create(q, 'good')])
  const results = resultsIn(answer)
  const failed = results.filter((one) => statusOf(one) >= 400)
  if (failed.length === 0) return note.leave(FAILURE, 'nothing could be made to fail')
  const good = results.find(({ bulkId }) => bulkId === 'good')
  note.row('continues', statusOf(good) === 201, answer, `The create after a failure is ${statusOf(good)}.`)
  const bodies = failed.map(({ response }) => response)
  note.row('failed-has-response', bodies.every(isJsonObject), answer, 'A failure has no response body.')
  const isNamed = bodies.every((one) => isJsonObject(one) && JSON.stringify(one.schemas ?? '').includes('2.0:Error'))
  note.row('failed-has-error', isNamed, answer, 'The response of a failure is no SCIM error message.')
  const isTold = bodies.every((one) => isJsonObject(one) && typeof one.detail === 'string' && one.detail !== '')
  note.row('failed-has-detail', isTold, answer, 'A failure has no detail.')
  const others = failed.filter(({ method }) => method !== 'POST')
  const isLocated = others.every(({ location }) => typeof location === 'string')
  if (others.length === 0) note.leave(['location-after-failure'], 'only a create could be made to fail')
  else note.row('location-after-failure', isLocated, answer, 'A PATCH that failed has no location.')
  yield* removeAll(q, answer)
}

function* failOnErrors(q: Questioner, note: RowNotes): Asking {
  const answer = yield* send(q, [create(q, 'bad', { userName: '' }), create(q, 'after')], { failOnErrors: 1 })
  const results = resultsIn(answer)
  const failed = results.filter((one) => statusOf(one) >= 400)
  if (failed.length === 0) return note.leave(['fail-on-errors'], 'nothing could be made to fail')
  const isDone = results.some((one) => one.bulkId === 'after' && statusOf(one) === 201)
  note.row('fail-on-errors', !isDone, answer, 'The operation after the first error was done.')
  yield* removeAll(q, answer)
}

function* reference(q: Questioner, note: RowNotes): Asking {
  if (!q.facts.groups) return note.leave(['bulk-id-replaced'], 'there is no /Groups')
  const data = { ...groupBody(q.name()), members: [{ type: 'User', value: 'bulkId:one' }] }
  const answer = yield* send(q, [create(q, 'one'), { method: 'POST', path: '/Groups', bulkId: 'team', data }])
  const [person, group] = [idOf(answer, 'one'), idOf(answer, 'team')]
  if (person === undefined || group === undefined) {
    note.row('bulk-id-replaced', false, answer, 'The person and the group were not both made.')
  } else {
    const read = yield* q.send('GET', `/Groups/${group}`)
    const isRight = membersIn(read.body)?.includes(decodeURIComponent(person)) ?? false
    note.row('bulk-id-replaced', isRight, answer, `The members are ${JSON.stringify(read.body?.members)}.`, read)
  }
  yield* removeAll(q, answer)
}

function* withoutOperations(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.send('POST', '/Bulk', { body: { schemas: [REQUEST], Operations: 'none' } })
  note.row('bad-request', answer.status >= 400, answer, `A text for Operations is answered ${answer.status}.`)
}

function* inOrder(q: Questioner, note: RowNotes): Asking {
  const name = plainAttribute(q)
  if (name === undefined) return note.leave(['order-kept'], 'the endpoint keeps neither title nor displayName')
  const made = yield* q.create()
  const path = `/Users/${encodeURIComponent(made.id)}`
  const values = ['First', 'Second', 'Third'].map((word) => `${word} ${q.name()}`)
  const operations = values.map((value) => patchBody([{ op: 'replace', path: name, value }]))
  const answer = yield* send(
    q,
    operations.map((data) => ({ method: 'PATCH', path, data })),
  )
  const after = yield* q.settled(made, (resource) => resource?.[name] === values[2])
  const found = JSON.stringify(after.body?.[name])
  note.row('order-kept', after.body?.[name] === values[2], answer, `${name} is ${asText(found)} afterwards.`, after)
}

function* manager(q: Questioner, note: RowNotes): Asking {
  if (!q.facts.keeps.has(DEPARTMENT))
    return note.leave(['bulk-id-in-extension'], 'the endpoint keeps no attribute of an extension')
  const led = { schemas: [urns.user, ENTERPRISE], [ENTERPRISE]: { manager: { value: 'bulkId:head' } } }
  const answer = yield* send(q, [create(q, 'head'), create(q, 'led', led)])
  const [head, person] = [idOf(answer, 'head'), idOf(answer, 'led')]
  if (head === undefined || person === undefined) {
    note.row('bulk-id-in-extension', false, answer, 'The two people were not both made.')
  } else {
    const read = yield* q.send('GET', `/Users/${person}`)
    const found = valueAt(read.body, MANAGER)
    const isRight = isJsonObject(found) && found.value === decodeURIComponent(head)
    if (found === undefined) note.leave(['bulk-id-in-extension'], 'the endpoint does not keep manager')
    else note.row('bulk-id-in-extension', isRight, answer, `The manager is ${JSON.stringify(found)}.`, read)
  }
  yield* removeAll(q, answer)
}

/** Of what a create of the request has made, as it stands in a path. */
function idOf(answer: Answer, bulkId: string): string | undefined {
  const { location } = resultsIn(answer).find((one) => one.bulkId === bulkId) ?? {}
  return /\/([^/]+)$/.exec(asText(location))?.[1]
}

function* circle(q: Questioner, note: RowNotes): Asking {
  if (!q.facts.groups) return note.leave(['circular'], 'there is no /Groups')
  const group = (bulkId: string, other: string): Body => {
    const data = { ...groupBody(q.name()), members: [{ type: 'Group', value: `bulkId:${other}` }] }
    return { method: 'POST', path: '/Groups', bulkId, data }
  }
  const answer = yield* send(q, [group('a', 'b'), group('b', 'a')])
  const statuses = answer.ok ? resultsIn(answer).map(statusOf) : [answer.status]
  const isRight = statuses.length > 0 && statuses.every((status) => status === 201 || status === 409)
  note.row('circular', isRight, answer, `The two groups are answered ${statuses.join(', ')}.`)
  yield* removeAll(q, answer)
}

/** Each of them writes what is so already, to somebody of our own. */
function* tooMany(q: Questioner, note: RowNotes, offer: JsonObject, config: Answer): Asking {
  const { maxOperations, maxPayloadSize } = offer
  const isSaid = Number.isInteger(maxOperations) && Number.isInteger(maxPayloadSize)
  note.row('limits-defined', isSaid, config, 'maxOperations or maxPayloadSize is absent.')
  const most = asNumber(maxOperations)
  const rows = ['too-many', 'too-many-says-limit']
  if (!isSaid || most > MOST_OPERATIONS) return note.leave(rows, `more than ${MOST_OPERATIONS} are not sent`)
  const made = yield* q.create()
  const data = patchBody([{ op: 'replace', path: 'active', value: true }])
  const operation = { method: 'PATCH', path: `/Users/${encodeURIComponent(made.id)}`, data }
  const answer = yield* send(
    q,
    Array.from({ length: most + 1 }, () => operation),
  )
  note.row('too-many', answer.status === 413, answer, `${most + 1} operations are answered ${answer.status}.`)
  // Numbers of an error may be struck out on the way here, as they may be somebody's; the word for the limit is not.
  const isNamed = /operation|payload|size/i.test(answer.exchange.response?.body ?? '')
  note.row('too-many-says-limit', answer.status === 413 && isNamed, answer, 'The limit is not named.')
}

/** A request of more would be a load of its own. */
const MOST_OPERATIONS = 2_000

/** One operation that changes nothing, with a text as long as it takes. */
function* tooLarge(q: Questioner, note: RowNotes, offer: JsonObject): Asking {
  const rows = ['too-large', 'too-large-says-limit']
  const most = asNumber(offer.maxPayloadSize)
  if (!(most >= 0 && most <= MOST_BYTES)) return note.leave(rows, `more than ${MOST_BYTES} bytes are not sent`)
  const made = yield* q.create()
  const data = patchBody([{ op: 'replace', path: 'active', value: true }])
  const operation = { method: 'PATCH', path: `/Users/${encodeURIComponent(made.id)}`, data }
  const answer = yield* send(q, [operation], { padding: 'x'.repeat(most) })
  note.row('too-large', answer.status === 413, answer, `${most} bytes and more are answered ${answer.status}.`)
  const isNamed = /payload|size|bytes|large/i.test(answer.exchange.response?.body ?? '')
  note.row('too-large-says-limit', answer.status === 413 && isNamed, answer, 'The limit is not named.')
}

/** A request of more would be a load of its own. */
const MOST_BYTES = 2_000_000
