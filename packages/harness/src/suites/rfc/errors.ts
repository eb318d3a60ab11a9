import { asText } from '@scimulator/shared/scim'
import type { Answer } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { composed, filterQuery } from '../../examine/facts.ts'
import { personBody } from '../../examine/person.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type RowQuestion, type Section } from '../suite.ts'
import { isError } from './error-message.ts'

interface Mistake {
  readonly row: string
  readonly says: string
  readonly status: number
  make(q: Questioner): Asking<Answer>
}

const MISTAKES: readonly Mistake[] = [
  {
    row: 'unknown-resource',
    says: 'a resource that is not there',
    status: 404,
    make: (q) => q.send('GET', `/Users/${q.name()}`),
  },
  {
    row: 'unknown-endpoint',
    says: 'an endpoint that is not there',
    status: 404,
    make: (q) => q.send('GET', '/ScimulatorsNoSuchEndpoint'),
  },
  { row: 'bad-syntax', says: 'a body that is not JSON', status: 400, make: badSyntax },
  {
    row: 'bad-filter',
    says: 'a filter that cannot be read',
    status: 400,
    make: (q) => q.send('GET', `/Users?${filterQuery('userName eq')}`),
  },
  { row: 'missing-required', says: 'a person without a userName', status: 400, make: withoutName },
  { row: 'conflict', says: 'a userName that somebody has', status: 409, make: conflict },
]

export const errors: Section = {
  id: 'rfc7644-3.12',
  source: 'RFC 7644 §3.12',
  title: 'Error messages',
  rows: MISTAKES.flatMap(({ row, says, status }) => [
    must(`${row}-body`, `The answer to ${says} is an error message in JSON.`),
    must(`${row}-status`, `The body of the answer to ${says} has the status, ${status}, as text.`, 'REQUIRED'),
  ]),
  questions: MISTAKES.map(questionOf),
}

function questionOf({ row, make }: Mistake): RowQuestion {
  return {
    decides: [`${row}-body`, `${row}-status`],
    *ask(q, note) {
      const answer = yield* make(q)
      if (answer.ok) return note.leave([`${row}-body`, `${row}-status`], 'it is not answered as a mistake')
      judge(note, row, answer)
    },
  }
}

function judge(note: RowNotes, row: string, answer: Answer): void {
  note.row(`${row}-body`, isError(answer), answer, 'The body is no SCIM error message.')
  const found = answer.body?.status
  const isRight = found === asText(answer.status)
  note.row(`${row}-status`, isRight, answer, `status is ${JSON.stringify(found) ?? 'absent'}.`)
}

/** Nobody is named in it, however it is read. */
function* badSyntax(q: Questioner): Asking<Answer> {
  const request = composed(q.facts, 'POST', '/Users', { body: {} })
  const [answer] = yield* q.together([{ ...request, body: '{"schemas":' }])
  if (!answer) throw new Error('a request was sent and nothing came of it')
  return answer
}

function* withoutName(q: Questioner): Asking<Answer> {
  const { userName: _left, ...body } = personBody(q.facts, q.name())
  return yield* q.send('POST', '/Users', { body })
}

function* conflict(q: Questioner): Asking<Answer> {
  const first = yield* q.create()
  const { userName, emails } = first.sent
  const body = { ...personBody(q.facts, q.name()), userName, ...(q.facts.mailIsName ? { emails } : {}) }
  return yield* q.send('POST', '/Users', { body })
}
