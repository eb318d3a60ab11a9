// "Tutorial: Develop and plan provisioning for a SCIM endpoint": what Microsoft asks of an endpoint beyond the RFCs, in our own words.
import { asText, isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '@scimulator/shared/scim'
import { type Answer, DEPARTMENT, header, listIn, membersIn, valueAt } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { filterQuery } from '../../examine/facts.ts'
import { type Body, groupBody } from '../../examine/person.ts'
import type { Made, Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { ON_THIS_MACHINE, type Section } from '../suite.ts'
import { NO_GROUPS } from './group-tests.ts'
import { optional, required } from './user-tests.ts'

const LOOPBACK = /^http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\]|[^/]+\.test)(:\d+)?(\/|$)/i

export const tutorial: Section = {
  id: 'entra-tutorial',
  source: 'tutorial for SCIM endpoints',
  title: 'Guidelines of the tutorial',
  rows: [
    required('id', 'Every resource in an answer has an id.'),
    required('as-sent', 'Values are kept as they were sent; a phone number is not written in another way.'),
    required('verbose-patch', 'PATCH with Add and Replace, and an operation for each attribute, is carried out.'),
    required('compact-patch', 'PATCH with one operation without a path, for several attributes, is carried out.'),
    required('lower-case-patch', 'PATCH with add and replace in small letters is carried out.'),
    required('random-user', 'A query for a random user, which is the connection test, is answered with an empty list.'),
    required(
      'random-group',
      'A query for a random group, which the connection test sends too, is answered with an empty list.',
    ),
    required('https', 'The endpoint is reached over HTTPS.'),
    required('content-type', 'Answers are application/scim+json.'),
    required('list-response', 'A query is answered with a ListResponse.'),
    required('by-external-id', 'People are found by externalId.'),
    optional('by-work-mail', 'People are found by the value of their work address.'),
    required('excluded-members', 'A group is read without its members with excludedAttributes=members.'),
    required(
      'disable-and-restore',
      'active false disables, active true restores, and who is inactive is still returned.',
    ),
    required('schemas-list', '/Schemas is a list.'),
    optional('schemas-without-null', 'No value in /Schemas is null.'),
    optional('schemas-camel-case', 'Values such as readWrite are in camel case in /Schemas.'),
    optional('group-names-unique', 'A displayName that a group has is refused for another.'),
    required('bearer-token', 'A token that is not known is refused with 401.'),
  ],
  questions: [
    { decides: ['id', 'as-sent', 'content-type', 'list-response', 'by-external-id', 'by-work-mail'], ask: people },
    { decides: ['verbose-patch'], ask: (q, note) => patched(q, note, 'verbose-patch', VERBOSE) },
    { decides: ['compact-patch'], ask: (q, note) => patched(q, note, 'compact-patch', COMPACT) },
    { decides: ['lower-case-patch'], ask: (q, note) => patched(q, note, 'lower-case-patch', SMALL) },
    { decides: ['random-user', 'random-group'], ask: random },
    { decides: ['https'], ask: https },
    { decides: ['excluded-members', 'group-names-unique'], ask: groups },
    { decides: ['disable-and-restore'], ask: disableAndRestore },
    { decides: ['schemas-list', 'schemas-without-null', 'schemas-camel-case'], ask: schemas },
    { decides: ['bearer-token'], ask: wrongToken },
  ],
}

const PHONE = '+1 202 555 0143'

function found(answer: Answer, made: Made): JsonObject | undefined {
  return listIn(answer)?.resources.find(({ id }) => asText(id) === made.id)
}

function* people(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create()
  const query = (filter: string) => q.send('GET', `/Users?${filterQuery(filter)}`)
  const has = (answer: Answer): boolean => found(answer, made) !== undefined
  const byName = yield* q.until(() => query(`userName eq ${JSON.stringify(made.sent.userName)}`), has)
  note.row('id', has(byName) && made.answer.body?.id !== undefined, byName, 'A resource has no id, or is not found.')
  const isList = JSON.stringify(byName.body?.schemas ?? '').includes('ListResponse')
  note.row('list-response', byName.ok && isList, byName, `It is answered ${byName.status}, and no ListResponse.`)
  const type = header(byName, 'content-type') ?? 'absent'
  note.row('content-type', /^application\/scim\+json\b/i.test(type), byName, `Content-Type is ${type}.`)
  yield* asSent(q, note, made)
  if (made.answer.body?.externalId === undefined)
    note.leave(['by-external-id'], 'the endpoint does not keep externalId')
  else {
    const byId = yield* q.until(() => query(`externalId eq ${JSON.stringify(made.sent.externalId)}`), has)
    note.row('by-external-id', has(byId), byId, `It is answered ${byId.status}, without the person.`)
  }
  const mail = valueAt(made.sent as JsonObject, 'emails[work]')
  if (mail === undefined || !q.facts.keeps.has('emails[work]'))
    return note.leave(['by-work-mail'], 'no work address is kept')
  const byMail = yield* query(`emails[type eq "work"].value eq ${JSON.stringify(mail)}`)
  note.row('by-work-mail', has(byMail), byMail, `It is answered ${byMail.status}, without the person.`)
}

function* asSent(q: Questioner, note: RowNotes, made: Made): Asking {
  const path = 'phoneNumbers[work]'
  const read = yield* q.read(made)
  const [sent, shown] = [valueAt(made.sent as JsonObject, path), valueAt(read.body, path)]
  if (sent === undefined || shown === undefined) return note.leave(['as-sent'], 'no phone number is kept')
  note.row('as-sent', shown === sent, made.answer, `${PHONE} came back as ${JSON.stringify(shown)}.`, read)
}

type Operations = (values: ReadonlyMap<string, string>) => readonly Body[]

const VERBOSE: Operations = (values) => [...values].map(([path, value]) => ({ op: 'Replace', path, value }))
const SMALL: Operations = (values) => [...values].map(([path, value]) => ({ op: 'replace', path, value }))
const COMPACT: Operations = (values) => [{ op: 'replace', value: Object.fromEntries(values) }]

function* patched(q: Questioner, note: RowNotes, row: string, operations: Operations): Asking {
  const name = q.name()
  const all = {
    displayName: `New ${name}`,
    title: 'Director',
    'name.familyName': `New ${name}`,
    [DEPARTMENT]: 'Design',
  }
  const values = new Map(Object.entries(all).filter(([path]) => q.facts.keeps.has(path)))
  if (values.size === 0) return note.leave([row], 'the endpoint keeps none of the attributes that are changed')
  const made = yield* q.create()
  const answer = yield* q.patch(made, operations(values))
  const wrong = (resource: JsonObject | undefined): readonly string[] =>
    [...values].flatMap(([path, value]) => (valueAt(resource, path) === value ? [] : [path]))
  const after = answer.ok ? yield* q.settled(made, (resource) => wrong(resource).length === 0) : answer
  const isRight = answer.ok && wrong(after.body).length === 0
  note.row(row, isRight, answer, `It is answered ${answer.status}; not done: ${wrong(after.body).join(', ')}.`, after)
}

/** A number that nobody has, as Entra ID makes one up for its connection test. */
function* random(q: Questioner, note: RowNotes): Asking {
  const isEmpty = (answer: Answer): boolean => answer.status === 200 && listIn(answer)?.resources.length === 0
  const user = yield* q.send('GET', `/Users?${filterQuery(`userName eq ${JSON.stringify(q.name())}`)}`)
  note.row('random-user', isEmpty(user), user, `It is answered ${user.status}.`)
  const filter = filterQuery(`displayName eq ${JSON.stringify(q.name())}`)
  const group = yield* q.send('GET', `/Groups?excludedAttributes=members&${filter}`)
  if (!q.facts.groups) return note.warn(['random-group'], group, NO_GROUPS)
  note.row('random-group', isEmpty(group), group, `It is answered ${group.status}.`)
}

function* https(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.send('GET', '/ServiceProviderConfig')
  if (LOOPBACK.test(q.facts.base)) return note.leave(['https'], ON_THIS_MACHINE)
  note.row('https', /^https:/i.test(q.facts.base), answer, 'The base URL begins with http:.')
}

function* groups(q: Questioner, note: RowNotes): Asking {
  const rows = ['excluded-members', 'group-names-unique']
  if (!q.facts.groups) return note.warn(rows, yield* q.send('GET', '/Schemas'), NO_GROUPS)
  const person = yield* q.create()
  const group = yield* q.createGroup([person])
  const read = yield* q.read(group, '?excludedAttributes=members')
  const isWithout = read.ok && (membersIn(read.body) ?? []).length === 0
  note.row('excluded-members', isWithout, read, `It is answered ${read.status}, with members.`)
  const again = yield* q.send('POST', '/Groups', {
    body: { ...groupBody(q.name()), displayName: group.sent.displayName },
  })
  note.row('group-names-unique', !again.ok, again, `A second group of the same name is answered ${again.status}.`)
}

function* disableAndRestore(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create()
  for (const value of [false, true]) {
    const answer = yield* q.patch(made, [{ op: 'replace', path: 'active', value }])
    const after = answer.ok ? yield* q.settled(made, (resource) => resource?.active === value) : answer
    const detail = `active ${value} is answered ${answer.status}; read again it is ${JSON.stringify(after.body?.active)} (${after.status}).`
    if (!note.row('disable-and-restore', answer.ok && after.body?.active === value, answer, detail, after)) return
  }
}

const WORDS = /^(readOnly|readWrite|immutable|writeOnly|always|never|default|request|none|server|global)$/

function* schemas(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.send('GET', '/Schemas')
  const all = listIn(answer)?.resources
  note.row(
    'schemas-list',
    answer.ok && all !== undefined,
    answer,
    `/Schemas is answered ${answer.status}, and no list.`,
  )
  if (!all) return note.leave(['schemas-without-null', 'schemas-camel-case'], '/Schemas is not a list')
  note.row('schemas-without-null', !hasNull(all), answer, 'A value in /Schemas is null.')
  const odd = all.flatMap(wordsIn).filter((word) => !WORDS.test(word))
  note.row('schemas-camel-case', odd.length === 0, answer, `Not so: ${[...new Set(odd)].join(', ')}.`)
}

function hasNull(value: JsonValue | readonly JsonObject[]): boolean {
  if (value === null) return true
  return typeof value === 'object' && Object.values(value).some((one) => hasNull(one as JsonValue))
}

function wordsIn(schema: JsonObject): readonly string[] {
  const attributes = isJsonArray(schema.attributes) ? schema.attributes.filter(isJsonObject) : []
  return attributes.flatMap(({ mutability, returned, uniqueness, subAttributes }) => [
    ...[mutability, returned, uniqueness].filter((one): one is string => typeof one === 'string'),
    ...wordsIn({ attributes: subAttributes ?? [] }),
  ])
}

function* wrongToken(q: Questioner, note: RowNotes): Asking {
  const isSigned = q.facts.headers.some(([name]) => name.toLowerCase() === 'authorization')
  if (!isSigned) return note.leave(['bearer-token'], 'nobody signs in with Authorization here')
  const headers = [['Authorization', 'Bearer scimulator-not-a-token'] as const]
  const { facts } = q
  const rest = facts.headers.filter(([name]) => name.toLowerCase() !== 'authorization')
  const filter = filterQuery(`userName eq ${JSON.stringify(q.name())}`)
  const request = { method: 'GET', url: `${facts.base}/Users?${filter}`, headers: [...rest, ...headers] } as const
  const [answer] = yield* q.together([request])
  if (answer) note.row('bearer-token', answer.status === 401, answer, `It is answered ${answer.status}.`)
}
