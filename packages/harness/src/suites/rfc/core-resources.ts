// RFC 7643 §5 to §7 and §9: how an endpoint describes itself.
import { asText, isJsonArray, type JsonObject, type JsonValue } from '@scimulator/shared/scim'
import { type Answer, listIn, membersIn, valueAt } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { filterQuery } from '../../examine/facts.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type RowQuestion, type Section, undecidable } from '../suite.ts'
import { attributesIn } from './core-attributes.ts'
import { mayAsk } from './offers.ts'
import { search, textOf } from './own-search.ts'

/** What /ServiceProviderConfig must have, each as a row of its own. */
const OFFERS: readonly (readonly [row: string, path: string, type: 'boolean' | 'number'])[] = [
  ['patch', 'patch.supported', 'boolean'],
  ['bulk', 'bulk.supported', 'boolean'],
  ['bulk-operations', 'bulk.maxOperations', 'number'],
  ['bulk-size', 'bulk.maxPayloadSize', 'number'],
  ['filter', 'filter.supported', 'boolean'],
  ['filter-results', 'filter.maxResults', 'number'],
  ['change-password', 'changePassword.supported', 'boolean'],
  ['sort', 'sort.supported', 'boolean'],
  ['etag', 'etag.supported', 'boolean'],
]

const SCHEMES = ['type', 'name', 'description'] as const

export const providerConfig: Section = {
  id: 'rfc7643-5',
  source: 'RFC 7643 §5',
  title: 'The service provider’s configuration',
  rows: [
    ...OFFERS.map(([row, path]) => must(row, `ServiceProviderConfig has ${path}.`, 'REQUIRED')),
    must('schemes', 'ServiceProviderConfig has authenticationSchemes.', 'REQUIRED'),
    ...SCHEMES.map((name) => must(`scheme-${name}`, `Each of the authenticationSchemes has ${name}.`, 'REQUIRED')),
  ],
  questions: [
    { decides: [...OFFERS.map(([row]) => row), 'schemes', ...SCHEMES.map((name) => `scheme-${name}`)], ask: offers },
  ],
}

function* offers(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.send('GET', '/ServiceProviderConfig')
  for (const [row, path, type] of OFFERS) {
    const found = valueAt(answer.body, path)
    note.row(row, typeof found === type, answer, `${path} is ${JSON.stringify(found) ?? 'absent'}.`)
  }
  const schemes = answer.body?.authenticationSchemes
  note.row('schemes', isJsonArray(schemes), answer, `It is ${JSON.stringify(schemes) ?? 'absent'}.`)
  const listed = attributesIn(schemes)
  for (const name of SCHEMES) {
    if (listed.length === 0) note.leave([`scheme-${name}`], 'no scheme is listed')
    else
      note.row(
        `scheme-${name}`,
        listed.every((one) => typeof one[name] === 'string'),
        answer,
        `${name} is absent.`,
      )
  }
}

const TYPES = [
  'name',
  'endpoint',
  'schema',
  'schema-is-there',
  'extension-is-there',
  'extension-required',
  'required-extension',
]

export const resourceTypeResources: Section = {
  id: 'rfc7643-6',
  source: 'RFC 7643 §6',
  title: 'Resource types',
  rows: [
    must('name', 'Each resource type has a name.'),
    must('endpoint', 'Each resource type has an endpoint.', 'REQUIRED'),
    must('schema', 'Each resource type has a schema.', 'REQUIRED'),
    must('schema-is-there', 'The schema of each resource type is the id of one of /Schemas.'),
    must('extension-is-there', 'The schema of each extension is the id of one of /Schemas.'),
    must('extension-required', 'Each extension says whether it is required.', 'REQUIRED'),
    must('required-extension', 'Where an extension is required, resources have it.'),
  ],
  questions: [{ decides: TYPES, ask: resourceTypes }],
}

function* resourceTypes(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.send('GET', '/ResourceTypes')
  const types = listIn(answer)?.resources ?? []
  const each = (row: string, isRight: (type: JsonObject) => boolean): void => {
    const odd = types.filter((type) => !isRight(type)).map(({ name }) => JSON.stringify(name))
    note.row(
      row,
      types.length > 0 && odd.length === 0,
      answer,
      `/ResourceTypes is answered ${answer.status}; not so: ${odd.join(', ')}.`,
    )
  }
  each('name', ({ name }) => typeof name === 'string' && name !== '')
  each('endpoint', ({ endpoint }) => typeof endpoint === 'string' && endpoint !== '')
  each('schema', ({ schema }) => typeof schema === 'string' && schema !== '')
  const known = listIn(yield* q.send('GET', '/Schemas'))?.resources.map(({ id }) => asText(id).toLowerCase())
  if (!known) note.leave(['schema-is-there', 'extension-is-there'], '/Schemas is not a list')
  else each('schema-is-there', ({ schema }) => known.includes(asText(schema).toLowerCase()))
  const extensions = types.flatMap(({ schemaExtensions }) => attributesIn(schemaExtensions))
  const rest = ['extension-is-there', 'extension-required', 'required-extension']
  if (extensions.length === 0) return note.notOffered(rest, 'an extension', answer)
  const isThere = ({ schema }: JsonObject): boolean => known?.includes(asText(schema).toLowerCase()) ?? false
  if (known) note.row('extension-is-there', extensions.every(isThere), answer, 'An extension is in no schema.')
  const saysSo = extensions.every(({ required }) => typeof required === 'boolean')
  note.row('extension-required', saysSo, answer, 'An extension does not say whether it is required.')
  yield* requiredExtension(q, note, answer, extensions)
}

function* requiredExtension(q: Questioner, note: RowNotes, types: Answer, all: readonly JsonObject[]): Asking {
  const needed = all.filter(({ required }) => required === true).map(({ schema }) => asText(schema))
  if (needed.length === 0) return note.notOffered(['required-extension'], 'a required extension', types)
  const read = yield* q.read(yield* q.create())
  const missing = needed.filter((urn) => read.body?.[urn] === undefined)
  note.row('required-extension', missing.length === 0, read, `Missing: ${missing.join(', ')}.`)
}

const DEFINITIONS = ['id', 'name', 'attributes', 'type']
const VALID_TYPES = new Set(['string', 'boolean', 'decimal', 'integer', 'datetime', 'reference', 'complex', 'binary'])

export const schemaDefinitions: Section = {
  id: 'rfc7643-7',
  source: 'RFC 7643 §7',
  title: 'Schemas, and what they say of attributes',
  rows: [
    must('id', 'The id of each schema is its URI.'),
    must('name', 'Each schema of a resource has a name.'),
    must('attributes', 'Each schema has attributes with a name and a type.', 'REQUIRED'),
    must('type', 'The type of an attribute is one of those of the RFC.', 'REQUIRED'),
    must('read-only', 'A readOnly attribute, such as id, is not changed by a client.', 'SHALL NOT'),
    must('immutable', 'An immutable attribute is not changed once it has a value.', 'SHALL NOT'),
    must('case-preserved', 'The case of a case-exact value, such as externalId, is kept.', 'SHALL'),
    must('case-in-filters', 'A filter on a case-exact attribute finds the value in its own case.', 'SHALL'),
    must('always', 'What is returned always, such as id, is returned whatever attributes says.', 'SHALL'),
    undecidable('stored-secrets', 'not-observable', 'Passwords are stored so that they cannot be read (§9.2).'),
  ],
  questions: [
    { decides: DEFINITIONS, ask: definitions },
    patchOnly(['read-only'], idKept),
    { decides: ['immutable'], ask: immutable },
    { decides: ['case-preserved', 'case-in-filters'], ask: caseExact },
    { decides: ['always'], ask: always },
  ],
}

function patchOnly(rows: readonly string[], ask: RowQuestion['ask']): RowQuestion {
  return {
    decides: rows,
    *ask(q, note) {
      if (yield* mayAsk(q, note, rows, 'patch')) yield* ask(q, note)
    },
  }
}

function* definitions(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.send('GET', '/Schemas')
  const all = listIn(answer)?.resources ?? []
  const each = (row: string, isRight: (schema: JsonObject) => boolean): void => {
    const odd = all.filter((schema) => !isRight(schema)).map(({ id }) => JSON.stringify(id))
    note.row(
      row,
      all.length > 0 && odd.length === 0,
      answer,
      `/Schemas is answered ${answer.status}; not so: ${odd.join(', ')}.`,
    )
  }
  each('id', ({ id }) => /^(urn:|https?:)/i.test(asText(id)))
  each('name', ({ name }) => typeof name === 'string' && name !== '')
  each('attributes', ({ attributes }) => isNamed(attributes))
  each('type', ({ attributes }) => hasValidTypes(attributes))
}

function isNamed(value: JsonValue | undefined): boolean {
  const found = attributesIn(value)
  return found.length > 0 && found.every(({ name, type }) => typeof name === 'string' && typeof type === 'string')
}

function hasValidTypes(value: JsonValue | undefined): boolean {
  return attributesIn(value).every(
    ({ type = 'string', subAttributes }) => VALID_TYPES.has(asText(type).toLowerCase()) && hasValidTypes(subAttributes),
  )
}

function* idKept(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create()
  const answer = yield* q.patch(made, [{ op: 'replace', path: 'meta.resourceType', value: 'Robot' }])
  const after = yield* q.read(made)
  const isKept = after.ok && asText(after.body?.id) === made.id && valueAt(after.body, 'meta.resourceType') !== 'Robot'
  note.row('read-only', isKept, answer, 'meta.resourceType was changed.', after)
}

/** The sub-attributes of members are the ones that the RFC itself has. */
function* immutable(q: Questioner, note: RowNotes): Asking {
  if (!q.facts.groups) return note.leave(['immutable'], 'there is no /Groups')
  if (!(yield* mayAsk(q, note, ['immutable'], 'patch'))) return
  const [one, other] = [yield* q.create(), yield* q.create()]
  const group = yield* q.createGroup([one])
  const path = `members[value eq ${textOf(one.id)}].value`
  const answer = yield* q.patch(group, [{ op: 'replace', path, value: other.id }])
  const after = yield* q.read(group)
  const found = membersIn(after.body) ?? []
  const isKept = found.includes(one.id) && !found.includes(other.id)
  note.row(
    'immutable',
    isKept,
    answer,
    `The value of a member was changed, and it is answered ${answer.status}.`,
    after,
  )
}

function* caseExact(q: Questioner, note: RowNotes): Asking {
  const rows = ['case-preserved', 'case-in-filters']
  const externalId = `Ext-${q.name()}-ÄbC`
  const made = yield* q.create({ externalId })
  const read = yield* q.read(made)
  if (read.body?.externalId === undefined) return note.leave(rows, 'the endpoint does not keep externalId')
  const found = read.body.externalId
  note.row('case-preserved', found === externalId, read, `${externalId} came back as ${JSON.stringify(found)}.`)
  if (!(yield* mayAsk(q, note, ['case-in-filters'], 'filter'))) return
  const filter = `externalId eq ${textOf(externalId)}`
  const { held, answer, detail } = yield* search(q, { filter, finds: [made], leaves: [] })
  note.row('case-in-filters', held, answer, detail)
}

function* always(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create()
  const path = `/Users?${filterQuery(`userName eq ${textOf(made.sent.userName)}`)}&attributes=userName`
  const find = (answer: Answer) => listIn(answer)?.resources.find(({ id }) => asText(id) === made.id)
  const answer = yield* q.until(
    () => q.send('GET', path),
    (one) => find(one) !== undefined,
  )
  const count = listIn(answer)?.resources.length ?? 0
  if (count === 0) return note.leave(['always'], 'the person is not found by a filter')
  note.row('always', find(answer) !== undefined, answer, 'The id is absent.')
}
