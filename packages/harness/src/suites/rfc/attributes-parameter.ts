// RFC 7644 §3.4.2.5 and §3.9: which attributes an answer has.
import { type Answer, ENTERPRISE, listIn, valueAt } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { filterQuery } from '../../examine/facts.ts'
import { patchBody, personBody } from '../../examine/person.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type Section, undecidable } from '../suite.ts'
import { plainAttribute } from './modifying-with-put.ts'
import { ownOnly } from './own-search.ts'

const ONE = ['attributes', 'attributes-overrides', 'minimum-with-attributes']
const LESS = ['excluded', 'excluded-not-always', 'minimum-with-excluded']

export const attributesParameter: Section = {
  id: 'rfc7644-3.9',
  source: 'RFC 7644 §3.9, §3.4.2.5',
  title: 'The parameters attributes and excludedAttributes',
  rows: [
    must('attributes', 'With attributes, what is named there is returned.'),
    must('attributes-overrides', 'With attributes, what is not named there is not returned.', 'SHALL'),
    must('minimum-with-attributes', 'With attributes, what is always returned, such as id, is there too.'),
    must('attributes-in-lists', 'attributes holds for the resources of a list too.', 'SHALL'),
    must('attributes-in-create', 'attributes holds for the answer to a create too.', 'SHALL'),
    must('attributes-in-patch', 'attributes holds for the answer to a PATCH too.', 'SHALL'),
    must('sub-attribute', 'A sub-attribute that is named is returned without its neighbours.'),
    must('extension-attribute', 'An attribute of an extension is named with its URN.'),
    must('excluded', 'With excludedAttributes, what is named there is not returned, and the rest is.'),
    must('excluded-not-always', 'excludedAttributes does not take what is always returned, such as id.', 'SHALL'),
    must('minimum-with-excluded', 'With excludedAttributes the minimum set is there.'),
    undecidable('notation', 'client-duty', 'Names in both parameters are in attribute notation.'),
  ],
  questions: [
    { decides: ONE, ask: one },
    { decides: ['attributes-in-lists'], ask: inLists },
    { decides: ['attributes-in-create'], ask: inCreate },
    { decides: ['attributes-in-patch'], ask: inPatch },
    { decides: ['sub-attribute'], ask: subAttribute },
    { decides: ['extension-attribute'], ask: extension },
    { decides: LESS, ask: less },
  ],
}

const NO_PLAIN = 'the endpoint keeps neither title nor displayName'

/** Only userName and what is always there. */
function isOnlyUserName(q: Questioner, resource: Answer['body']): boolean {
  const name = plainAttribute(q) ?? 'displayName'
  return resource?.userName !== undefined && resource[name] === undefined && resource.name === undefined
}

function* one(q: Questioner, note: RowNotes): Asking {
  if (plainAttribute(q) === undefined) return note.leave(ONE, NO_PLAIN)
  const answer = yield* q.read(yield* q.create(), '?attributes=userName')
  note.row('attributes', answer.ok && answer.body?.userName !== undefined, answer, 'userName is absent.')
  note.row('attributes-overrides', isOnlyUserName(q, answer.body), answer, 'Other attributes are returned as well.')
  note.row('minimum-with-attributes', answer.body?.id !== undefined, answer, 'The id is absent.')
}

function* inLists(q: Questioner, note: RowNotes): Asking {
  if (plainAttribute(q) === undefined) return note.leave(['attributes-in-lists'], NO_PLAIN)
  const made = yield* q.create()
  const path = `/Users?${filterQuery(ownOnly(q))}&attributes=userName`
  const find = (answer: Answer) => listIn(answer)?.resources.find(({ id }) => id === made.answer.body?.id)
  const answer = yield* q.until(
    () => q.send('GET', path),
    (each) => find(each) !== undefined,
  )
  if (!find(answer)) return note.leave(['attributes-in-lists'], 'the resource is not found by a filter')
  note.row('attributes-in-lists', isOnlyUserName(q, find(answer)), answer, 'Other attributes are returned as well.')
}

function* inCreate(q: Questioner, note: RowNotes): Asking {
  if (plainAttribute(q) === undefined) return note.leave(['attributes-in-create'], NO_PLAIN)
  const body = personBody(q.facts, q.name())
  const answer = yield* q.send('POST', '/Users?attributes=userName', { body })
  q.need('create/accepted', answer.ok)
  note.row('attributes-in-create', isOnlyUserName(q, answer.body), answer, 'Other attributes are returned as well.')
}

function* inPatch(q: Questioner, note: RowNotes): Asking {
  const name = plainAttribute(q)
  if (name === undefined) return note.leave(['attributes-in-patch'], NO_PLAIN)
  const made = yield* q.create()
  const body = patchBody([{ op: 'replace', path: name, value: `New ${q.name()}` }])
  const answer = yield* q.send('PATCH', `/Users/${encodeURIComponent(made.id)}?attributes=userName`, { body })
  q.need('rfc7644-3.5.2/attributes-200', answer.status === 200)
  note.row('attributes-in-patch', isOnlyUserName(q, answer.body), answer, 'Other attributes are returned as well.')
}

function* subAttribute(q: Questioner, note: RowNotes): Asking {
  if (!q.facts.keeps.has('name.familyName')) return note.leave(['sub-attribute'], 'the endpoint does not keep name')
  const answer = yield* q.read(yield* q.create(), '?attributes=name.familyName')
  const has = (path: string): boolean => valueAt(answer.body, path) !== undefined
  const isRight = has('name.familyName') && !has('name.givenName') && !has('userName')
  note.row('sub-attribute', isRight, answer, `name is ${JSON.stringify(answer.body?.name) ?? 'absent'}.`)
}

function* extension(q: Questioner, note: RowNotes): Asking {
  const path = `${ENTERPRISE}:department`
  if (!q.facts.keeps.has(path)) return note.leave(['extension-attribute'], 'the endpoint does not keep department')
  const answer = yield* q.read(yield* q.create(), `?attributes=${encodeURIComponent(path)}`)
  const isRight = valueAt(answer.body, path) !== undefined && answer.body?.userName === undefined
  note.row('extension-attribute', isRight, answer, 'The department is absent, or more than it is returned.')
}

function* less(q: Questioner, note: RowNotes): Asking {
  const name = plainAttribute(q)
  if (name === undefined) return note.leave(LESS, NO_PLAIN)
  const answer = yield* q.read(yield* q.create(), `?excludedAttributes=${name},id`)
  const isRight = answer.ok && answer.body?.[name] === undefined && answer.body?.userName !== undefined
  note.row('excluded', isRight, answer, `${name} is returned, or the rest is not.`)
  note.row('excluded-not-always', answer.body?.id !== undefined, answer, 'The id is absent.')
  const hasMinimum = answer.body?.id !== undefined && answer.body?.schemas !== undefined
  note.row('minimum-with-excluded', hasMinimum, answer, 'id or schemas is absent.')
}
