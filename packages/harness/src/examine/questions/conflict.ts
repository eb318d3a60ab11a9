import { isJsonArray, urns } from '@scimulator/shared/scim'
import { type Answer, idIn, valueAt } from '../answer.ts'
import type { Asking } from '../asking.ts'
import { personBody } from '../person.ts'
import type { Question } from '../question.ts'
import type { Made, Questioner } from '../questioner.ts'

/** A second person of the same userName (RFC 7644 §3.3, §3.12). */
export const conflict: Question = {
  id: 'conflict',
  asks: 'a second person of the same userName is refused with 409 and uniqueness, and nothing else happens',
  checks: [
    'conflict/not-taken-over',
    'conflict/not-twice',
    'conflict/no-server-error',
    'conflict/answers-409',
    'conflict/scim-type',
    'conflict/error-body',
    'conflict/first-untouched',
    'conflict/other-case-refused',
  ],
  *ask(q) {
    const first = yield* q.create()
    const again = yield* second(q, String(first.sent.userName))
    if (again.ok) return accepted(q, first, again)
    q.check('conflict/not-taken-over', true, again)
    q.check('conflict/not-twice', true, again)
    refused(q, again)
    const read = yield* q.settled(first, (body) => valueAt(body, 'displayName') === first.sent.displayName)
    const kept = !q.facts.keeps.has('displayName') || valueAt(read.body, 'displayName') === first.sent.displayName
    q.check('conflict/first-untouched', kept, again, 'The refused POST changed the person who was there.', read)
    yield* otherCase(q)
  },
}

function* second(q: Questioner, userName: string): Asking<Answer> {
  const emails = [{ primary: true, type: 'work', value: userName }]
  const body = { ...personBody(q.facts, q.name()), userName, ...(q.facts.omit.includes('emails') ? {} : { emails }) }
  return yield* q.send('POST', '/Users', { body })
}

function accepted(q: Questioner, first: Made, again: Answer): void {
  const isSame = idIn(again.body) === first.id
  q.check(
    'conflict/not-taken-over',
    !isSame,
    again,
    'It was answered with the person who was there, as if just created.',
  )
  if (!isSame) q.check('conflict/not-twice', false, again, 'A second person of the same userName was created.')
}

function refused(q: Questioner, again: Answer): void {
  const { status } = again
  const isOurs = status >= 400 && status < 500
  q.check(
    'conflict/no-server-error',
    isOurs,
    again,
    `It was answered ${status || 'with nothing'}, a fault of the server, not 409.`,
  )
  if (!isOurs) return
  q.check('conflict/answers-409', status === 409, again, `It was answered ${status}, not 409.`)
  const hasBody = isScimError(again)
  q.check('conflict/error-body', hasBody, again, 'The error has no SCIM error body.')
  if (status !== 409) q.block('conflict/scim-type', 'conflict/answers-409')
  else if (!hasBody) q.block('conflict/scim-type', 'conflict/error-body')
  else scimType(q, again)
}

function scimType(q: Questioner, again: Answer): void {
  const type = again.body?.scimType
  q.check('conflict/scim-type', type === 'uniqueness', again, `scimType is ${JSON.stringify(type)}, not "uniqueness".`)
}

function* otherCase(q: Questioner): Asking {
  const first = yield* q.create()
  const again = yield* second(q, String(first.sent.userName).toUpperCase())
  q.check(
    'conflict/other-case-refused',
    !again.ok,
    again,
    'A second person, whose userName differs in case only, was created.',
  )
}

/** An error of RFC 7644 §3.12: a JSON object with a status or a detail. */
export function isScimError({ body }: Answer): boolean {
  if (!body) return false
  const { schemas } = body
  return 'status' in body || 'detail' in body || (isJsonArray(schemas) && schemas.includes(urns.error))
}
