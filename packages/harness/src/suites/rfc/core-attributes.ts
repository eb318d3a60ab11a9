// RFC 7643 §2 and §3: how attributes are written, and what every resource has.
import { asText, isJsonArray, isJsonObject, type JsonObject, type JsonValue, urns } from '@scimulator/shared/scim'
import { type Answer, ENTERPRISE, header, listIn, valueAt } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { personBody } from '../../examine/person.ts'
import type { Made, Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type Section, undecidable } from '../suite.ts'
import { namedSchemas, resourceTypes } from './discovery.ts'
import { twoMails } from './modifying-with-patch.ts'
import { plainAttribute } from './modifying-with-put.ts'

const DATE_TIME = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/

export const attributeTypes: Section = {
  id: 'rfc7643-2.3',
  source: 'RFC 7643 §2.1, §2.3',
  title: 'Attributes and their types',
  rows: [
    must('names', 'Names of attributes are made of letters, digits, "-", "_" and "$" (§2.1).'),
    must('json-with-schemas', 'A resource is a JSON object that names its schemas (§2.1).'),
    must('integer', 'Integers have no fraction and no exponent (§2.3.4).', 'MUST NOT'),
    must('date-time', 'Dates are xsd:dateTime, with date and time (§2.3.5).'),
    undecidable('binary', 'client-duty', 'Binary values are written in base64 (§2.3.6).'),
    must('reference-uri', 'A reference is the URI of its target (§2.3.7).'),
    must('reference-resolves', 'Reading a reference gives the target; a relative one begins at the base URL (§2.3.7).'),
    must('order', 'Attributes are taken in any order (§2.3.8).', 'MUST NOT'),
    must('flat', 'In /Schemas no sub-attribute is complex itself (§2.3.8).', 'MUST NOT'),
  ],
  questions: [
    { decides: ['names', 'json-with-schemas', 'date-time'], ask: names },
    { decides: ['integer'], ask: integers },
    { decides: ['reference-uri', 'reference-resolves'], ask: references },
    { decides: ['order'], ask: anyOrder },
    { decides: ['flat'], ask: flat },
  ],
}

function* names(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.read(yield* q.create())
  const odd = namesIn(answer.body ?? {}).filter((name) => !/^(\$ref|[A-Za-z][\w$-]*|urn:.+)$/.test(name))
  note.row('names', answer.ok && odd.length === 0, answer, `Not so: ${odd.join(', ')}.`)
  const isNamed = isJsonArray(answer.body?.schemas) && answer.body.schemas.length > 0
  note.row('json-with-schemas', isNamed, answer, 'It is not a JSON object with schemas.')
  const dates = ['meta.created', 'meta.lastModified'].map((path) => valueAt(answer.body, path))
  const given = dates.filter((one) => one !== undefined)
  if (given.length === 0) return note.leave(['date-time'], 'no date is shown')
  const isRight = given.every((one) => DATE_TIME.test(asText(one)))
  note.row('date-time', isRight, answer, `Dates are ${given.map(asText).join(', ')}.`)
}

function namesIn(value: JsonValue): readonly string[] {
  if (isJsonArray(value)) return value.flatMap(namesIn)
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([name, item]) => [name, ...namesIn(item)])
}

function* integers(q: Questioner, note: RowNotes): Asking {
  yield* q.create()
  const answer = yield* q.send('GET', '/Users?startIndex=1&count=1')
  const text = answer.exchange.response?.body ?? ''
  const given = [...text.matchAll(/"(totalResults|startIndex|itemsPerPage)"\s*:\s*([^,}\s]+)/gi)].map(
    ([, , one]) => one ?? '',
  )
  if (given.length === 0) return note.leave(['integer'], 'a list shows no integer')
  note.row(
    'integer',
    given.every((one) => /^-?\d+$/.test(one)),
    answer,
    `Integers are written ${given.join(', ')}.`,
  )
}

function* references(q: Questioner, note: RowNotes): Asking {
  const rows = ['reference-uri', 'reference-resolves']
  const person = yield* q.create()
  const { body } = yield* q.read(person)
  const fromMeta = valueAt(body, 'meta.location')
  const answer = q.facts.groups ? yield* q.read(yield* q.createGroup([person])) : yield* q.read(person)
  const { members } = answer.body ?? {}
  const member = isJsonArray(members) ? members.find((one) => isJsonObject(one) && one.value === person.id) : undefined
  const uri = isJsonObject(member) && member.$ref !== undefined ? member.$ref : fromMeta
  if (typeof uri !== 'string') return note.leave(rows, 'no reference is shown')
  const isUri = /^(https?:\/\/\S+|\.{0,2}\/?(\S+\/)?Users\/\S+)$/i.test(uri)
  note.row('reference-uri', isUri, answer, `It is ${uri}.`)
  const path = uri.startsWith(q.facts.base) ? uri.slice(q.facts.base.length) : /\/?(Users\/[^/]+)$/.exec(uri)?.[1]
  if (path === undefined) return note.leave(rows, `${uri} is not below the base URL`)
  const read = yield* q.send('GET', path.startsWith('/') ? path : `/${path}`)
  const isTarget = read.ok && asText(read.body?.id) === person.id
  note.row('reference-resolves', isTarget, read, `Reading ${uri} is answered ${read.status}.`)
}

function* anyOrder(q: Questioner, note: RowNotes): Asking {
  const sent = personBody(q.facts, q.name())
  const body = Object.fromEntries(Object.entries(sent).reverse())
  const answer = yield* q.send('POST', '/Users', { body })
  note.row('order', answer.ok, answer, `The same attributes in another order are answered ${answer.status}.`)
}

function* flat(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.send('GET', '/Schemas')
  const schemas = listIn(answer)?.resources
  if (!schemas) return note.leave(['flat'], `/Schemas is answered ${answer.status}`)
  // The schema of schemas is the exception that RFC 7643 §7 makes.
  const deep = schemas
    .filter(({ id }) => !/:Schema$/i.test(asText(id)))
    .flatMap(({ attributes }) => attributesIn(attributes))
    .filter(({ subAttributes }) => attributesIn(subAttributes).some(({ type }) => type === 'complex'))
  note.row('flat', deep.length === 0, answer, `Not so: ${deep.map(({ name }) => asText(name)).join(', ')}.`)
}

export function attributesIn(value: JsonValue | undefined): readonly JsonObject[] {
  return isJsonArray(value) ? value.filter(isJsonObject) : []
}

export const valuesAndNulls: Section = {
  id: 'rfc7643-2.4',
  source: 'RFC 7643 §2.4, §2.5',
  title: 'Several values, and none',
  rows: [
    must('primary-once', 'No more than one value is primary.', 'MUST'),
    must('primary-default', 'A value that does not say so is not primary.', 'SHALL'),
    undecidable(
      'versions-comparable',
      'not-observable',
      'URIs of one resource under two versions of the protocol count as the same.',
      'SHALL',
    ),
    must('null', 'null for an attribute is the same as leaving it out (§2.5).', 'SHALL'),
    must('empty-array', 'An empty array for an attribute is the same as leaving it out (§2.5).', 'SHALL'),
    must('null-in-put', 'null in a PUT leaves the attribute unassigned (§2.5).', 'SHALL'),
  ],
  questions: [
    { decides: ['primary-once'], ask: primaryOnce },
    { decides: ['primary-default'], ask: primaryDefault },
    { decides: ['null'], ask: (q, note) => unassigned(q, note, 'null', 'nickName', null) },
    { decides: ['empty-array'], ask: (q, note) => unassigned(q, note, 'empty-array', 'photos', []) },
    { decides: ['null-in-put'], ask: nullInPut },
  ],
}

function primaries(resource: JsonObject | undefined): number {
  return attributesIn(resource?.emails).filter(({ primary }) => primary === true).length
}

/** Two that both say so: refused, or one of them at most. */
function* primaryOnce(q: Questioner, note: RowNotes): Asking {
  if (q.facts.omit.includes('emails') || q.facts.mailIsName)
    return note.leave(['primary-once'], 'a second email address cannot be given here')
  const sent = personBody(q.facts, q.name())
  const emails = ['work', 'home'].map((type) => ({ type, primary: true, value: `${type}-${sent.userName}` }))
  const answer = yield* q.send('POST', '/Users', { body: { ...sent, emails } })
  const count = primaries(answer.body)
  const isRight = answer.ok ? count <= 1 : answer.status >= 400 && answer.status < 500
  note.row('primary-once', isRight, answer, `It is answered ${answer.status}, with ${count} primary values.`)
}

function* primaryDefault(q: Questioner, note: RowNotes): Asking {
  const made = yield* twoMails(q)
  if (!made) return note.leave(['primary-default'], 'the endpoint does not keep two email addresses')
  const read = yield* q.read(made)
  const home = attributesIn(read.body?.emails).find(({ type }) => type === 'home')
  note.row('primary-default', home?.primary !== true, read, 'The address that does not say so is primary.')
}

function isUnassigned(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || (isJsonArray(value) && value.length === 0)
}

function* unassigned(q: Questioner, note: RowNotes, row: string, name: string, value: null | []): Asking {
  const body = { ...personBody(q.facts, q.name()), [name]: value }
  const answer = yield* q.send('POST', '/Users', { body })
  const isRight = answer.ok && isUnassigned(answer.body?.[name])
  const found = JSON.stringify(answer.body?.[name])
  note.row(row, isRight, answer, `${name} of ${JSON.stringify(value)} is answered ${answer.status}, and is ${found}.`)
}

function* nullInPut(q: Questioner, note: RowNotes): Asking {
  if (!q.facts.keeps.has('title')) return note.leave(['null-in-put'], 'the endpoint does not keep title')
  const made = yield* q.create()
  const answer = yield* q.put(made, { ...made.sent, id: made.id, title: null })
  const after = answer.ok ? yield* q.settled(made, (body) => isUnassigned(body?.title)) : answer
  const isRight = answer.ok && isUnassigned(after.body?.title)
  const found = JSON.stringify(after.body?.title)
  note.row('null-in-put', isRight, answer, `It is answered ${answer.status}, and title is ${found}.`, after)
}

export const resourcesAndSchemas: Section = {
  id: 'rfc7643-3',
  source: 'RFC 7643 §3, §3.3',
  title: 'Resources and their schemas',
  rows: [
    must('schemas', 'Every person has a non-empty array of schemas.'),
    must('schemas-of-group', 'Every group has a non-empty array of schemas.'),
    must('schemas-of-type', 'schemas has only what the resource type names.'),
    must('no-duplicates', 'No schema stands in it twice, whatever was sent.', 'MUST NOT'),
    must('order', 'The order in which schemas are sent makes no difference.', 'MUST NOT'),
    must('base-schema', 'schemas has the base schema of the resource (§3.3).', 'SHALL'),
    must('common', 'id and meta belong to every resource, although no schema of it names them.', 'SHALL'),
    must('extension-container', 'Attributes of an extension stand in an object under its URI (§3.3).', 'SHALL'),
  ],
  questions: [
    { decides: ['schemas', 'base-schema', 'extension-container', 'schemas-of-type'], ask: schemas },
    { decides: ['schemas-of-group'], ask: schemasOfGroup },
    { decides: ['common'], ask: common },
    { decides: ['no-duplicates'], ask: duplicates },
    { decides: ['order'], ask: schemaOrder },
  ],
}

function urnsIn({ body }: Answer): readonly string[] {
  return isJsonArray(body?.schemas) ? body.schemas.map((one) => asText(one).toLowerCase()) : []
}

function* schemas(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.read(yield* q.create())
  const found = urnsIn(answer)
  note.row('schemas', found.length > 0, answer, 'schemas is absent or empty.')
  note.row('base-schema', found.includes(urns.user.toLowerCase()), answer, `schemas is ${found.join(', ')}.`)
  if (!q.facts.keeps.has(`${ENTERPRISE}:department`))
    note.leave(['extension-container'], 'the endpoint keeps no attribute of an extension')
  else {
    const isInside = isJsonObject(answer.body?.[ENTERPRISE]) && answer.body.department === undefined
    note.row('extension-container', isInside, answer, 'The department does not stand under the URI of its extension.')
  }
  const named = namedSchemas(yield* resourceTypes(q)).map((one) => one.toLowerCase())
  if (named.length === 0) return note.leave(['schemas-of-type'], '/ResourceTypes names no schema')
  const others = found.filter((one) => !named.includes(one))
  note.row('schemas-of-type', others.length === 0, answer, `No type names ${others.join(', ')}.`)
}

function* schemasOfGroup(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.read(yield* q.createGroup())
  note.row('schemas-of-group', urnsIn(answer).length > 0, answer, 'schemas is absent or empty.')
}

function* common(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.read(yield* q.create({ schemas: [urns.user] }))
  const missing = ['id', 'meta'].filter((name) => answer.body?.[name] === undefined)
  note.row('common', answer.ok && missing.length === 0, answer, `Missing: ${missing.join(', ')}.`)
}

function* duplicates(q: Questioner, note: RowNotes): Asking {
  const body = { ...personBody(q.facts, q.name()), schemas: [urns.user, urns.user, urns.enterpriseUser] }
  const answer = yield* q.send('POST', '/Users', { body })
  const found = urnsIn(answer)
  const isRight = answer.ok ? new Set(found).size === found.length : answer.status === 400
  note.row('no-duplicates', isRight, answer, `It is answered ${answer.status}, with ${found.join(', ')}.`)
}

function* schemaOrder(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create({ schemas: [urns.enterpriseUser, urns.user] })
  const plain = plainAttribute(q)
  const isSame = plain === undefined || made.answer.body?.[plain] === made.sent[plain]
  note.row('order', made.answer.ok && isSame, made.answer, 'The person is another one.')
}

export const commonAttributes: Section = {
  id: 'rfc7643-3.1',
  source: 'RFC 7643 §3.1',
  title: 'Common attributes',
  rows: [
    must('id', 'Every representation of a resource has a non-empty id.'),
    must('id-unique', 'No two resources have the same id.'),
    must('id-stable', 'A resource keeps its id.'),
    must('id-not-reserved', 'No id has "bulkId" in it.', 'MUST NOT'),
    must('external-id-from-client', 'externalId is never made up by the service provider.', 'MUST NOT'),
    undecidable('external-id-scope', 'not-observable', 'externalId belongs to the provisioning domain of the client.'),
    must('meta', 'After a create, meta has resourceType, created, lastModified and location.'),
    must('meta-ignored', 'meta is ignored where a client gives it.', 'SHALL'),
    must('created', 'meta.created is a date and time.'),
    must('unmodified', 'Where nothing was modified, lastModified is the same as created.'),
    must('content-location', 'Content-Location, where it is sent, is the same as meta.location.'),
    must('version', 'meta.version is the same as the header ETag.'),
    must('of-groups', 'A group has an id and meta too.'),
    undecidable(
      'precedence',
      'client-duty',
      'What older schemas say of common attributes gives way to the RFC.',
      'SHALL',
    ),
    undecidable('weak-version', 'not-observable', 'A version that is no strong validator begins with W/.'),
  ],
  questions: [
    { decides: ['id', 'id-unique', 'id-stable', 'id-not-reserved'], ask: ids },
    { decides: ['external-id-from-client'], ask: externalId },
    { decides: ['meta', 'created', 'unmodified', 'content-location', 'version'], ask: meta },
    { decides: ['meta-ignored'], ask: metaIgnored },
    { decides: ['of-groups'], ask: ofGroups },
  ],
}

function* ids(q: Questioner, note: RowNotes): Asking {
  const [one, other] = [yield* q.create(), yield* q.create()]
  const read = yield* q.read(one, '?attributes=userName')
  const found = read.body?.id
  note.row('id', typeof found === 'string' && found !== '', read, `id is ${JSON.stringify(found) ?? 'absent'}.`)
  note.row('id-unique', one.id !== other.id, other.answer, `Two people have the id ${one.id}.`)
  note.row('id-not-reserved', !/bulkId/i.test(one.id + other.id), other.answer, `An id is ${one.id}.`)
  const again = yield* q.read(one)
  const isStable = asText(again.body?.id) === one.id && asText(found) === one.id
  note.row('id-stable', isStable, again, `The id was ${one.id} and is ${JSON.stringify(again.body?.id)}.`)
}

function* ofGroups(q: Questioner, note: RowNotes): Asking {
  const read = yield* q.read(yield* q.createGroup())
  const missing = ['id', 'meta'].filter((name) => read.body?.[name] === undefined)
  note.row('of-groups', read.ok && missing.length === 0, read, `Missing: ${missing.join(', ')}.`)
}

function* externalId(q: Questioner, note: RowNotes): Asking {
  const { externalId: _left, ...body } = personBody(q.facts, q.name())
  const answer = yield* q.send('POST', '/Users', { body })
  if (!answer.ok) return note.leave(['external-id-from-client'], 'nobody can be made without an externalId here')
  const isAbsent = isUnassigned(answer.body?.externalId)
  note.row('external-id-from-client', isAbsent, answer, `externalId is ${JSON.stringify(answer.body?.externalId)}.`)
}

function* meta(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create()
  const read = yield* q.read(made)
  const at = (name: string) => valueAt(read.body, `meta.${name}`)
  const missing = ['resourceType', 'created', 'lastModified', 'location'].filter((name) => at(name) === undefined)
  note.row('meta', read.ok && missing.length === 0, read, `Missing in meta: ${missing.join(', ')}.`)
  dates(note, read, at('created'), at('lastModified'))
  const place = header(read, 'content-location')
  if (place === undefined) note.notOffered(['content-location'], 'the optional header Content-Location', read)
  else note.row('content-location', place === at('location'), read, `Content-Location is ${place}.`)
  yield* version(q, note, read)
}

function dates(note: RowNotes, read: Answer, created: JsonValue | undefined, modified: JsonValue | undefined): void {
  if (created === undefined) note.leave(['created', 'unmodified'], 'meta.created is not shown')
  else note.row('created', DATE_TIME.test(asText(created)), read, `meta.created is ${JSON.stringify(created)}.`)
  if (modified === undefined) note.leave(['unmodified'], 'meta.lastModified is not shown')
  if (created === undefined || modified === undefined) return
  const isSame = Date.parse(asText(modified)) === Date.parse(asText(created))
  note.row('unmodified', isSame, read, `created is ${asText(created)}, and lastModified ${asText(modified)}.`)
}

function* version(q: Questioner, note: RowNotes, read: Answer): Asking {
  const found = valueAt(read.body, 'meta.version')
  const tag = header(read, 'etag')
  const config = yield* q.send('GET', '/ServiceProviderConfig')
  const isOffered = isJsonObject(config.body?.etag) && config.body.etag.supported === true
  if (found === undefined && !isOffered) return note.notOffered(['version'], 'versioning', config)
  if (found === undefined) return note.leave(['version'], 'meta.version is not shown')
  note.row('version', found === tag, read, `meta.version is ${JSON.stringify(found)}, and ETag ${tag ?? 'absent'}.`)
}

function* metaIgnored(q: Questioner, note: RowNotes): Asking {
  const made: Made = yield* q.create()
  const value = '1999-12-31T23:59:59Z'
  const answer = yield* q.put(made, { ...made.sent, id: made.id, meta: { created: value, lastModified: value } })
  const after = yield* q.read(made)
  const taken = ['created', 'lastModified'].filter((name) => valueAt(after.body, `meta.${name}`) === value)
  const isRight = answer.ok && taken.length === 0
  note.row('meta-ignored', isRight, answer, `It is answered ${answer.status}; taken: ${taken.join(', ')}.`, after)
}
