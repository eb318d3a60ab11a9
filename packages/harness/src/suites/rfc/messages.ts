// RFC 7644 §1.2 and §3.1: messages, and what answers are about.
import { asText, isJsonArray, type JsonObject } from '@scimulator/shared/scim'
import { type Answer, listIn, valueAt } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type Section } from '../suite.ts'

const PREFIX = 'urn:ietf:params:scim:api:'

export const messages: Section = {
  id: 'rfc7644-3.1',
  source: 'RFC 7644 §1.2, §3.1',
  title: 'Messages, and what answers are about',
  rows: [
    must('percent-encoded', 'URIs in answers are percent-encoded (§1.2).'),
    must('message-urns', `The schemas of lists and errors begin with ${PREFIX}.`),
    must('messages-not-in-schemas', '/Schemas does not have the schemas of messages.', 'SHALL NOT'),
    must('state', 'The answer to a write is what a read then shows.', 'SHALL'),
  ],
  questions: [
    { decides: ['percent-encoded'], ask: encoded },
    { decides: ['message-urns'], ask: messageUrns },
    { decides: ['messages-not-in-schemas'], ask: notInSchemas },
    { decides: ['state'], ask: state },
  ],
}

function* encoded(q: Questioner, note: RowNotes): Asking {
  const read = yield* q.read(yield* q.create())
  const location = valueAt(read.body, 'meta.location')
  if (typeof location !== 'string') return note.leave(['percent-encoded'], 'meta.location is not shown')
  note.row('percent-encoded', /^[\x21-\x7e]+$/.test(location), read, `meta.location is ${location}.`)
}

function schemasOf({ body }: Answer): readonly string[] {
  return isJsonArray(body?.schemas) ? body.schemas.map((one) => asText(one).toLowerCase()) : []
}

function* messageUrns(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create()
  const list = yield* q.send('GET', '/Users?startIndex=1&count=1')
  const isOurs = (answer: Answer): boolean => {
    const found = schemasOf(answer)
    return found.length > 0 && found.every((one) => one.startsWith(PREFIX))
  }
  note.each('message-urns', list.ok && isOurs(list), list, `schemas of a list is ${schemasOf(list).join(', ')}.`)
  yield* q.remove(made)
  const error = yield* q.read(made)
  if (error.body && error.status >= 400)
    note.each('message-urns', isOurs(error), error, `schemas of an error is ${schemasOf(error).join(', ')}.`)
}

function* notInSchemas(q: Questioner, note: RowNotes): Asking {
  const answer = yield* q.send('GET', '/Schemas')
  const all = listIn(answer)?.resources
  if (!all) return note.leave(['messages-not-in-schemas'], `/Schemas is answered ${answer.status}`)
  const odd = all.map(({ id }) => asText(id)).filter((id) => id.toLowerCase().startsWith(PREFIX))
  note.row('messages-not-in-schemas', odd.length === 0, answer, `There are ${odd.join(', ')}.`)
}

/** Texts and booleans at the top: what computes itself anew with each read is not compared. */
function* state(q: Questioner, note: RowNotes): Asking {
  const made = yield* q.create()
  const told = plain(made.answer.body)
  if (told.length === 0) return note.leave(['state'], 'the answer to a create has no resource')
  const isSame = (body: JsonObject | undefined): boolean => told.every(([name, value]) => body?.[name] === value)
  const read = yield* q.settled(made, isSame)
  const odd = told.filter(([name, value]) => read.body?.[name] !== value).map(([name]) => name)
  note.row('state', odd.length === 0, made.answer, `A read shows another value of ${odd.join(', ')}.`, read)
}

function plain(resource: JsonObject | undefined): readonly (readonly [string, unknown])[] {
  return Object.entries(resource ?? {}).filter(([, value]) => typeof value === 'string' || typeof value === 'boolean')
}
