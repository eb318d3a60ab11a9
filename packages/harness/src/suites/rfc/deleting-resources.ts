import { listIn } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { filterQuery } from '../../examine/facts.ts'
import { personBody } from '../../examine/person.ts'
import type { Made, Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type Section } from '../suite.ts'

export const deletingResources: Section = {
  id: 'rfc7644-3.6',
  source: 'RFC 7644 §3.6',
  title: 'Deleting resources',
  rows: [
    must('no-content', 'A resource that was deleted is answered 204.', 'SHALL'),
    must('get-not-found', 'Reading a deleted resource is answered 404.'),
    must('put-not-found', 'Replacing a deleted resource is answered 404.'),
    must('patch-not-found', 'Changing a deleted resource is answered 404.'),
    must('delete-not-found', 'Deleting it again is answered 404.'),
    must('not-in-queries', 'A deleted resource is in no result of a later query.'),
  ],
  questions: [
    { decides: ['no-content', 'get-not-found', 'delete-not-found', 'not-in-queries'], ask: gone },
    { decides: ['put-not-found'], ask: putGone },
    { decides: ['patch-not-found'], ask: patchGone },
  ],
}

function* deleted(q: Questioner): Asking<Made> {
  const made = yield* q.create()
  const answer = yield* q.remove(made)
  q.need('rfc7644-3.6/no-content', answer.ok)
  return made
}

function* gone(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create()
  const answer = yield* q.remove(made)
  if (!note.row('no-content', answer.status === 204, answer, `The delete is answered ${answer.status}.`)) return
  const read = yield* q.until(
    () => q.read(made),
    ({ status }) => status === 404,
  )
  note.row('get-not-found', read.status === 404, read, `Reading it afterwards is answered ${read.status}.`)
  const again = yield* q.remove(made)
  note.row('delete-not-found', again.status === 404, again, `Deleting it again is answered ${again.status}.`)
  const filter = `userName eq ${JSON.stringify(made.sent.userName)}`
  const found = yield* q.send('GET', `/Users?${filterQuery(filter)}`)
  const isAbsent = listIn(found)?.ids.includes(made.id) === false
  if (!found.ok) return note.leave(['not-in-queries'], `a query by userName is answered ${found.status}`)
  note.row('not-in-queries', isAbsent, found, 'The deleted resource is still found by its userName.')
}

function* putGone(q: Questioner, note: RowNotes): Asking {
  const made = yield* deleted(q)
  const answer = yield* q.put(made, { ...personBody(q.facts, q.name()), id: made.id })
  note.row('put-not-found', answer.status === 404, answer, `A PUT of a deleted resource is answered ${answer.status}.`)
}

function* patchGone(q: Questioner, note: RowNotes): Asking {
  const made = yield* deleted(q)
  const answer = yield* q.patch(made, [{ op: 'replace', path: 'displayName', value: `Late ${q.name()}` }])
  const isRight = answer.status === 404
  note.row('patch-not-found', isRight, answer, `A PATCH of a deleted resource is answered ${answer.status}.`)
}
