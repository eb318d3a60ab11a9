import type { JsonObject } from '@scimulator/shared/scim'
import { asText } from '@scimulator/shared/scim'
import { membersIn, valueAt } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { type Body, personBody } from '../../examine/person.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type Section, undecidable } from '../suite.ts'

/** Attributes without a meaning of their own, in which a write is seen; the first that the endpoint keeps. */
const PLAIN = ['title', 'displayName'] as const

export function plainAttribute(q: Questioner): string | undefined {
  return PLAIN.find((one) => q.facts.keeps.has(one))
}

export const modifyingWithPut: Section = {
  id: 'rfc7644-3.5.1',
  source: 'RFC 7644 §3.5.1',
  title: 'Replacing with PUT',
  rows: [
    must('supported', 'PUT is supported (§3.5).'),
    must(
      'values-replaced',
      'What a PUT gives for an attribute that may be written takes the place of what was there.',
      'SHALL',
    ),
    must('read-only-ignored', 'What a PUT gives for meta, which is readOnly, is ignored.', 'SHALL'),
    must('id-ignored', 'A PUT does not change the id, which is readOnly.', 'SHALL'),
    must('creates-nothing', 'A PUT to an id that is not there creates nothing.', 'MUST NOT'),
    must('immutable-first', 'A PUT gives an immutable attribute its first value: the value of a new member.', 'SHALL'),
    undecidable('required-given', 'client-duty', 'A client gives all required attributes in a PUT.'),
  ],
  questions: [
    { decides: ['supported', 'values-replaced', 'read-only-ignored', 'id-ignored'], ask: replace },
    { decides: ['creates-nothing'], ask: createsNothing },
    { decides: ['immutable-first'], ask: immutableFirst },
  ],
}

const META = { resourceType: 'Robot', created: '1999-12-31T23:59:59Z', lastModified: '1999-12-31T23:59:59Z' }

function* replace(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create()
  const name = plainAttribute(q)
  const value = `Put ${q.name()}`
  const body: Body = { ...made.sent, id: made.id, meta: META, ...(name === undefined ? {} : { [name]: value }) }
  const answer = yield* q.put(made, body)
  if (!note.row('supported', answer.ok, answer, `A PUT is answered ${answer.status}.`)) return
  if (name === undefined) note.leave(['values-replaced'], 'the endpoint keeps neither title nor displayName')
  else {
    const after = yield* q.settled(made, (resource) => valueAt(resource, name) === value)
    const found = JSON.stringify(valueAt(after.body, name)) ?? 'absent'
    note.row('values-replaced', valueAt(after.body, name) === value, answer, `${name} is ${asText(found)}.`, after)
  }
  const read = yield* q.read(made)
  const taken = Object.entries(META).flatMap(([part, sent]) =>
    valueAt(read.body, `meta.${part}`) === sent ? [part] : [],
  )
  note.row('read-only-ignored', read.ok && taken.length === 0, answer, `Taken from the client: ${taken.join()}.`, read)
  const id = valueAt(read.body, 'id')
  note.row('id-ignored', read.ok && id === made.answer.body?.id, answer, `The id is ${JSON.stringify(id)} now.`, read)
}

function* immutableFirst(q: Questioner, note: RowNotes): Asking {
  if (!q.facts.groups) return note.leave(['immutable-first'], 'there is no /Groups')
  const [person, group] = [yield* q.create(), yield* q.createGroup()]
  const answer = yield* q.put(group, { ...group.sent, id: group.id, members: [{ value: person.id }] })
  const has = (body: JsonObject | undefined): boolean => membersIn(body)?.includes(person.id) ?? false
  const after = answer.ok ? yield* q.settled(group, has) : answer
  note.row('immutable-first', has(after.body), answer, `It is answered ${answer.status}, without the member.`, after)
}

/** At an id that was there: a PUT to one that never was might meet somebody. */
function* createsNothing(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create()
  const removed = yield* q.remove(made)
  q.need('rfc7644-3.6/no-content', removed.ok)
  const answer = yield* q.put(made, { ...personBody(q.facts, q.name()), id: made.id })
  const after = yield* q.read(made)
  const isNothing = !answer.ok && !after.ok
  note.row(
    'creates-nothing',
    isNothing,
    answer,
    `The PUT is answered ${answer.status}, a GET then ${after.status}.`,
    after,
  )
}
