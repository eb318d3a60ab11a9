import { asText, isJsonArray, isJsonObject, type JsonObject, sameUrn, urns } from '@scimulator/shared/scim'
import { type Answer, ENTERPRISE, valueAt } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { type Body, patchBody } from '../../examine/person.ts'
import type { Made, Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type RowQuestion, type Section, undecidable } from '../suite.ts'
import { isError } from './error-message.ts'
import { plainAttribute } from './modifying-with-put.ts'
import { mayAsk } from './offers.ts'
import { textOf } from './own-search.ts'

/** A question about PATCH is not asked where the endpoint says that it has none. */
export function patchQuestion(rows: readonly string[], ask: RowQuestion['ask']): RowQuestion {
  return {
    decides: rows,
    *ask(q, note) {
      if (yield* mayAsk(q, note, rows, 'patch')) yield* ask(q, note)
    },
  }
}

const NO_PLAIN = 'the endpoint keeps neither title nor displayName'

export const modifyingWithPatch: Section = {
  id: 'rfc7644-3.5.2',
  source: 'RFC 7644 §3.5.2',
  title: 'Modifying with PATCH',
  rows: [
    must('success', 'A PATCH that was carried out is answered 200 with the whole resource, or 204.'),
    must('attributes-200', 'With the parameter attributes a PATCH is answered 200.'),
    must('restored', 'Where one operation fails, the resource is as it was before the request.'),
    must('failure-status', 'Where one operation fails, the whole request is answered as failed.', 'SHALL'),
    must('failure-body', 'A failed PATCH is answered with a JSON error message.', 'SHALL'),
    must('read-only', 'An operation on a readOnly attribute is answered as failed.', 'SHALL'),
    must('read-only-kept', 'An operation on a readOnly attribute does not change it.', 'MUST NOT'),
    must('against-schema', 'A value that the schema does not allow is answered as failed.', 'SHALL'),
    must('immutable', 'An operation on an immutable attribute that has a value is answered as failed.', 'SHALL'),
    must('base-by-default', 'A path without a URN is one of the resource’s own schema.', 'SHALL'),
    must('schemas-follow', 'What an operation adds to schemas holds for the operations after it.', 'SHALL'),
    must('primary', 'A value that becomes primary takes that from the one that was.', 'SHALL'),
    undecidable('message', 'client-duty', 'A PATCH has the PatchOp schema, Operations, and one op in each of them.'),
  ],
  questions: [
    patchQuestion(['success', 'attributes-200'], success),
    patchQuestion(['restored', 'failure-status', 'failure-body'], atomic),
    patchQuestion(['read-only', 'read-only-kept'], readOnly),
    patchQuestion(['against-schema'], againstSchema),
    patchQuestion(['immutable'], immutable),
    patchQuestion(['base-by-default'], baseByDefault),
    patchQuestion(['schemas-follow'], schemasFollow),
    patchQuestion(['primary'], primary),
  ],
}

function* success(q: Questioner, note: RowNotes): Asking {
  const name = plainAttribute(q)
  if (name === undefined) return note.leave(['success', 'attributes-200'], NO_PLAIN)
  const made = yield* q.create()
  const answer = yield* q.patch(made, [{ op: 'replace', path: name, value: `One ${q.name()}` }])
  const isWhole = answer.status === 200 && answer.body?.id !== undefined
  note.row('success', isWhole || answer.status === 204, answer, `It is answered ${answer.status} without the resource.`)
  const body = patchBody([{ op: 'replace', path: name, value: `Two ${q.name()}` }])
  const path = `/Users/${encodeURIComponent(made.id)}?attributes=${name}`
  const named = yield* q.send('PATCH', path, { body })
  note.row('attributes-200', named.status === 200, named, `With attributes=${name} it is answered ${named.status}.`)
}

function* atomic(q: Questioner, note: RowNotes): Asking {
  const rows = ['restored', 'failure-status', 'failure-body']
  const name = plainAttribute(q)
  if (name === undefined) return note.leave(rows, NO_PLAIN)
  const made = yield* q.create()
  const before = yield* q.read(made)
  const answer = yield* q.patch(made, [
    { op: 'replace', path: name, value: `Half ${q.name()}` },
    { op: 'replace', path: 'active', value: 'neither one nor the other' },
  ])
  const isFailed = answer.status >= 400 && answer.status < 500
  note.row('failure-status', isFailed, answer, `Its second operation cannot be done; it is answered ${answer.status}.`)
  const after = yield* q.read(made)
  const isSame = after.ok && valueAt(after.body, name) === valueAt(before.body, name)
  note.row('restored', isSame, answer, `${name} was changed by the first operation.`, after)
  note.row('failure-body', isFailed && isError(answer), answer, 'The answer is no SCIM error message.')
}

function* readOnly(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create()
  const before = valueAt(made.answer.body, 'meta.created')
  const value = '1999-12-31T23:59:59Z'
  const answer = yield* q.patch(made, [{ op: 'replace', path: 'meta.created', value }])
  const isFailed = answer.status >= 400 && answer.status < 500 && isError(answer)
  note.row('read-only', isFailed, answer, `A replace of meta.created is answered ${answer.status}.`)
  const after = yield* q.read(made)
  const found = valueAt(after.body, 'meta.created')
  const isKept =
    after.ok && found !== value && (before === undefined || Date.parse(asText(found)) === Date.parse(asText(before)))
  note.row('read-only-kept', isKept, answer, `meta.created is ${JSON.stringify(found)} now.`, after)
}

function* againstSchema(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create()
  const answer = yield* q.patch(made, [{ op: 'replace', path: 'active', value: { neither: 'nor' } }])
  const isFailed = answer.status >= 400 && answer.status < 500 && isError(answer)
  note.row('against-schema', isFailed, answer, `An object for active is answered ${answer.status}.`)
}

/** The sub-attributes of members are the ones that the RFC itself has. */
function* immutable(q: Questioner, note: RowNotes): Asking {
  const [one, other] = [yield* q.create(), yield* q.create()]
  const group = yield* q.createGroup([one])
  const path = `members[value eq ${textOf(one.id)}].value`
  const answer = yield* q.patch(group, [{ op: 'replace', path, value: other.id }])
  const isFailed = answer.status >= 400 && answer.status < 500 && isError(answer)
  note.row('immutable', isFailed, answer, `Another value for a member is answered ${answer.status}.`)
}

function* baseByDefault(q: Questioner, note: RowNotes): Asking {
  const name = plainAttribute(q)
  if (name === undefined) return note.leave(['base-by-default'], NO_PLAIN)
  const made = yield* q.create()
  const value = `Plain ${q.name()}`
  const answer = yield* q.patch(made, [{ op: 'add', path: name, value }])
  const after = yield* q.settled(made, (resource) => valueAt(resource, name) === value)
  note.row('base-by-default', valueAt(after.body, name) === value, answer, `${name} is not the new value.`, after)
}

/** A person who has nothing of the extension gets two attributes of it. */
function* schemasFollow(q: Questioner, note: RowNotes): Asking {
  if (!q.facts.keeps.has(`${ENTERPRISE}:department`))
    return note.leave(['schemas-follow'], 'the endpoint keeps no attribute of an extension')
  const made = yield* q.create({ schemas: [urns.user], [ENTERPRISE]: undefined })
  const path = (name: string): string => `${ENTERPRISE}:${name}`
  const answer = yield* q.patch(made, [
    { op: 'add', path: path('department'), value: 'First' },
    { op: 'replace', path: path('department'), value: 'Second' },
  ])
  const isDone = (resource: JsonObject | undefined): boolean =>
    valueAt(resource, path('department')) === 'Second' &&
    isJsonArray(resource?.schemas) &&
    resource.schemas.some((one) => sameUrn(asText(one), ENTERPRISE))
  const after = answer.ok ? yield* q.settled(made, isDone) : answer
  const detail = `It is answered ${answer.status}; the department, or its URI in schemas, is not there.`
  note.row('schemas-follow', isDone(after.body), answer, detail, after)
}

function* primary(q: Questioner, note: RowNotes): Asking {
  if (!q.facts.keeps.has('emails[work]') || q.facts.mailIsName)
    return note.leave(['primary'], 'a second email address cannot be given here')
  const made = yield* q.create()
  const value = `second-${q.name()}@${q.facts.emailDomain}`
  const answer = yield* q.patch(made, [{ op: 'add', path: 'emails', value: [{ type: 'home', value, primary: true }] }])
  q.need('rfc7644-3.5.2.1/multi-valued', answer.ok)
  const after = yield* q.settled(made, (resource) => primaries(resource).length === 1)
  const found = primaries(after.body)
  if (found.length === 0) return note.leave(['primary'], 'the endpoint does not keep primary')
  const isRight = found.length === 1 && found[0] === value
  note.row('primary', isRight, answer, `${found.length} addresses are primary: ${found.join(', ')}.`, after)
}

function primaries(resource: JsonObject | undefined): readonly string[] {
  const { emails } = resource ?? {}
  if (!isJsonArray(emails)) return []
  return emails.filter(isJsonObject).flatMap((one) => (one.primary === true ? [asText(one.value)] : []))
}

/** The addresses of a person, as `home`, `work`. */
export function typesOf(resource: JsonObject | undefined, name: string): readonly string[] {
  const values = resource?.[name]
  return isJsonArray(values) ? values.filter(isJsonObject).map(({ type }) => asText(type)) : []
}

/** A person with a work and a home address; undefined where the endpoint keeps only one. */
export function* twoMails(q: Questioner): Asking<Made | undefined> {
  if (q.facts.omit.includes('emails') || q.facts.mailIsName) return undefined
  const name = q.name()
  const address = `${name}@${q.facts.emailDomain}`
  const emails: Body[] = [
    { type: 'work', value: address, primary: true },
    { type: 'home', value: `home-${address}` },
  ]
  const made = yield* q.create({ userName: address, emails })
  const read: Answer = yield* q.settled(made, (resource) => typesOf(resource, 'emails').length === 2)
  return typesOf(read.body, 'emails').length === 2 ? made : undefined
}
