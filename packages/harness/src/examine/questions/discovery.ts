import { asText, isJsonArray, isJsonObject, type JsonObject } from '@scimulator/shared/scim'
import { type Answer, header, listIn } from '../answer.ts'
import type { Asking } from '../asking.ts'
import { composed } from '../facts.ts'
import { personBody } from '../person.ts'
import type { Question } from '../question.ts'
import type { Questioner } from '../questioner.ts'
import { valuesOf } from '../resource-changes.ts'
import { areSorted } from '../sorted-names.ts'
import { richPerson } from './writes.ts'

/** The three discovery endpoints, and whether what is offered there is there (RFC 7644 §4; RFC 9865 where advertised). */
export const discovery: Question = {
  id: 'discovery',
  asks: 'the endpoint says what it offers, and offers what it says',
  checks: [
    'discovery/config-there',
    'discovery/types-there',
    'discovery/schemas-there',
    'discovery/config-right',
    'discovery/types-right',
    'discovery/schemas-right',
    'discovery/attributes-kept',
    'discovery/etag-kept',
    'discovery/sort-kept',
    'discovery/bulk-kept',
    'discovery/cursor-kept',
  ],
  *ask(q) {
    const config = yield* there(q, 'config', '/ServiceProviderConfig', 'patch, filter, bulk', (answer) =>
      isJsonObject(answer.body?.patch),
    )
    yield* there(q, 'types', '/ResourceTypes', 'the resource type User', (answer) => names(answer, 'User'))
    yield* there(q, 'schemas', '/Schemas', 'the User schema', (answer) =>
      names(answer, 'urn:ietf:params:scim:schemas:core:2.0:User'),
    )
    yield* advertised(q)
    yield* etag(q, isOffered(config, 'etag'))
    yield* sort(q, isOffered(config, 'sort'))
    yield* bulk(q, isOffered(config, 'bulk'))
    yield* cursor(q, config)
  },
}

function* there(
  q: Questioner,
  name: string,
  path: string,
  what: string,
  isRight: (answer: Answer) => boolean,
): Asking<Answer> {
  const answer = yield* q.send('GET', path)
  const isThere = answer.ok && answer.exchange.response?.body !== ''
  if (!q.check(`discovery/${name}-there`, isThere, answer, `${path} is answered ${answer.status}.`)) return answer
  q.check(`discovery/${name}-right`, isRight(answer), answer, `${path} does not show ${what}.`)
  return answer
}

function names(answer: Answer, wanted: string): boolean {
  const resources = listIn(answer)?.resources ?? []
  return resources.some(({ id, name }) => [id, name].some((one) => asText(one).toLowerCase() === wanted.toLowerCase()))
}

function isOffered({ body }: Answer, name: string): boolean {
  const offer = body?.[name]
  return isJsonObject(offer) && offer.supported === true
}

/** What is advertised as writable and returned is kept; what an endpoint does not speak of, it may drop. */
function* advertised(q: Questioner): Asking {
  const offered = q.facts.advertised
  if (offered.size === 0) return q.leave('discovery/attributes-kept', 'no attributes are advertised')
  const made = yield* richPerson(q)
  const read = yield* q.settled(made, (body) => body !== undefined)
  const sent = valuesOf(made.sent as JsonObject)
  const shown = valuesOf(read.body)
  const lost = [...sent.keys()].filter(
    (path) => !shown.has(path) && offered.has(topOf(path)) && !['externalid', 'active'].includes(topOf(path)),
  )
  const detail = `Advertised in /Schemas, written and not kept: ${lost.join(', ')}.`
  q.check('discovery/attributes-kept', lost.length === 0, made.answer, detail, read)
}

function topOf(path: string): string {
  return (path.startsWith('urn:') ? path.replace(/\.([^.:]+)$/, ':$1') : (path.split(/[.[]/)[0] ?? path)).toLowerCase()
}

/** RFC 7644 §3.14: a write with the entity tag of a version that is over is 412. */
function* etag(q: Questioner, offered: boolean): Asking {
  if (!offered) return q.leave('discovery/etag-kept', 'entity tags are not offered')
  const made = yield* q.create()
  const tag = header(made.answer, 'etag') ?? tagIn(made.answer)
  if (tag === undefined)
    return void q.check('discovery/etag-kept', false, made.answer, 'Entity tags are offered, and no answer has one.')
  const changed = yield* q.put(made, { ...made.sent, displayName: `Tagged ${q.name()}` })
  if (!changed.ok) return q.block('discovery/etag-kept', 'put/whole-accepted')
  const path = `/Users/${encodeURIComponent(made.id)}`
  const request = composed(q.facts, 'PUT', path, { body: { ...made.sent, displayName: `Late ${q.name()}` } })
  const [late] = yield* q.together([{ ...request, headers: [...request.headers, ['If-Match', tag]] }])
  q.check(
    'discovery/etag-kept',
    late?.status === 412,
    late,
    `A write with an entity tag of an earlier version is answered ${late?.status}, not 412.`,
  )
}

function tagIn({ body }: Answer): string | undefined {
  const meta = body?.meta
  return isJsonObject(meta) && typeof meta.version === 'string' ? meta.version : undefined
}

function* sort(q: Questioner, offered: boolean): Asking {
  if (!offered) return q.leave('discovery/sort-kept', 'sorting is not offered')
  const answer = yield* q.send('GET', '/Users?sortBy=userName&count=50')
  const found = listIn(answer)?.resources.map(({ userName }) => asText(userName))
  const isSorted = found !== undefined && areSorted(found)
  q.check('discovery/sort-kept', isSorted, answer, 'Sorting is offered, and the list is not sorted.')
}

function* bulk(q: Questioner, offered: boolean): Asking {
  if (!offered) return q.leave('discovery/bulk-kept', 'bulk is not offered')
  const data = personBody(q.facts, q.name())
  const body = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
    Operations: [{ method: 'POST', path: '/Users', bulkId: 'one', data }],
  }
  const answer = yield* q.send('POST', '/Bulk', { body })
  const operations = answer.body?.Operations
  const [only] = isJsonArray(operations) ? operations : []
  const status = isJsonObject(only) ? asText(isJsonObject(only.status) ? only.status.code : only.status) : ''
  q.check(
    'discovery/bulk-kept',
    answer.ok && status === '201',
    answer,
    `Bulk is offered; a create in it is answered ${status || answer.status}.`,
  )
}

/** RFC 9865 §2: the first page of a reading by cursor shows nextCursor where there is more. */
function* cursor(q: Questioner, config: Answer): Asking {
  const offer = config.body?.pagination
  if (!isJsonObject(offer) || offer.cursor !== true) return q.leave('discovery/cursor-kept', 'cursors are not offered')
  yield* q.create()
  yield* q.create()
  const answer = yield* q.send('GET', '/Users?cursor&count=1')
  const next = answer.body?.nextCursor
  if (typeof next !== 'string')
    return void q.check(
      'discovery/cursor-kept',
      false,
      answer,
      'Cursors are offered, and a first page has no nextCursor.',
    )
  const second = yield* q.send('GET', `/Users?cursor=${encodeURIComponent(next)}&count=1`)
  const isMoved = (listIn(second)?.ids[0] ?? '') !== listIn(answer)?.ids[0]
  q.check('discovery/cursor-kept', isMoved, second, 'The page behind nextCursor is the first page.')
}
