import { type Answer, header, valueAt } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { type Body, personBody } from '../../examine/person.ts'
import { Blocked, type Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type Section } from '../suite.ts'
import { isError } from './error-message.ts'

export const creatingResources: Section = {
  id: 'rfc7644-3.3',
  source: 'RFC 7644 §3.3',
  title: 'Creating resources',
  rows: [
    must('created', 'A resource that was created is answered 201.', 'SHALL'),
    must('location-header', 'The answer to a create has the new resource’s URI in Location.', 'SHALL'),
    must('location-in-body', 'The answer to a create has the same URI as meta.location.', 'SHALL'),
    must('read-only-ignored', 'What a client sends for meta, which is readOnly, is ignored.', 'SHALL'),
    must('id-ignored', 'An id that a client gives in a create is ignored.', 'SHALL'),
    must('conflict', 'A create with a userName that somebody has is answered 409.'),
    must('conflict-scim-type', 'The 409 of a conflict has the scimType "uniqueness".'),
    must('resource-type-user', 'A resource created at /Users has the meta.resourceType "User" (§3.3.1).', 'SHALL'),
    must('resource-type-group', 'A resource created at /Groups has the meta.resourceType "Group" (§3.3.1).', 'SHALL'),
  ],
  questions: [
    { decides: ['created', 'location-header', 'location-in-body', 'resource-type-user'], ask: create },
    { decides: ['read-only-ignored'], ask: readOnly },
    { decides: ['id-ignored'], ask: givenId },
    { decides: ['conflict', 'conflict-scim-type'], ask: conflict },
    { decides: ['resource-type-group'], ask: group },
  ],
}

function* create(q: Questioner, note: RowNotes): Asking {
  const { answer } = yield* q.create()
  note.row('created', answer.status === 201, answer, `The create is answered ${answer.status}.`)
  const location = header(answer, 'location')
  note.row('location-header', isUri(location), answer, `Location is ${location ?? 'absent'}.`)
  const inBody = valueAt(answer.body, 'meta.location')
  const isSame = isUri(inBody) && (location === undefined || inBody === location)
  note.row('location-in-body', isSame, answer, `meta.location is ${JSON.stringify(inBody) ?? 'absent'}.`)
  resourceType(note, 'resource-type-user', 'User', answer)
}

function* group(q: Questioner, note: RowNotes): Asking {
  resourceType(note, 'resource-type-group', 'Group', (yield* q.createGroup()).answer)
}

function resourceType(note: RowNotes, row: string, expected: string, answer: Answer): void {
  const found = valueAt(answer.body, 'meta.resourceType')
  note.row(row, found === expected, answer, `meta.resourceType is ${JSON.stringify(found) ?? 'absent'}.`)
}

function isUri(value: unknown): boolean {
  return typeof value === 'string' && /^(https?:\/\/|\/)\S+$/.test(value)
}

function* readOnly(q: Questioner, note: RowNotes): Asking {
  const meta = { resourceType: 'Robot', created: '1999-12-31T23:59:59Z' }
  const { answer } = yield* q.create({ meta })
  const taken = Object.entries(meta).flatMap(([name, value]) =>
    valueAt(answer.body, `meta.${name}`) === value ? [name] : [],
  )
  note.row('read-only-ignored', taken.length === 0, answer, `Taken from the client: ${taken.join(', ')}.`)
}

function* givenId(q: Questioner, note: RowNotes): Asking {
  const id = q.name()
  const answer = yield* q.send('POST', '/Users', { body: { ...personBody(q.facts, q.name()), id } })
  const isIgnored = answer.ok && answer.body?.id !== id
  const found = JSON.stringify(answer.body?.id)
  note.row('id-ignored', isIgnored, answer, `A create with an id is answered ${answer.status}, and the id is ${found}.`)
}

function* conflict(q: Questioner, note: RowNotes): Asking {
  const first = yield* q.create()
  const again: Body = { ...personBody(q.facts, q.name()), userName: first.sent.userName }
  if (q.facts.mailIsName) again.emails = first.sent.emails
  const answer = yield* q.send('POST', '/Users', { body: again })
  if (answer.status === 0) throw new Blocked('answers/at-all')
  note.row('conflict', answer.status === 409, answer, `A second create is answered ${answer.status}.`)
  const type = answer.body?.scimType
  const isNamed = answer.status === 409 && isError(answer) && type === 'uniqueness'
  note.row('conflict-scim-type', isNamed, answer, `scimType is ${JSON.stringify(type) ?? 'absent'}.`)
}
