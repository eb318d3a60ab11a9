import { asText, isJsonArray, urns } from '@scimulator/shared/scim'
import { type Answer, idIn, valueAt } from '../answer.ts'
import type { Asking } from '../asking.ts'
import { composed } from '../facts.ts'
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
    'conflict/own-name-accepted',
    'conflict/rename-refused',
    'conflict/rename-no-server-error',
  ],
  *ask(q) {
    const first = yield* q.create()
    const again = yield* second(q, asText(first.sent.userName))
    if (again.ok) return accepted(q, first, again)
    q.check('conflict/not-taken-over', true, again)
    q.check('conflict/not-twice', true, again)
    refused(q, again)
    const read = yield* q.settled(
      first,
      (body) => valueAt(body, 'displayName') === first.sent.displayName,
      'conflict/first-untouched',
    )
    const kept = !q.facts.keeps.has('displayName') || valueAt(read.body, 'displayName') === first.sent.displayName
    q.check('conflict/first-untouched', kept, again, 'The refused POST changed the person who was there.', read)
    yield* otherCase(q)
    yield* renamed(q, first)
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
  const again = yield* second(q, asText(first.sent.userName).toUpperCase())
  q.check(
    'conflict/other-case-refused',
    !again.ok,
    again,
    'A second person, whose userName differs in case only, was created.',
  )
}

/** Somebody gets the name of another person: userName is unique however it came about (RFC 7643 §4.1.1). */
function* renamed(q: Questioner, first: Made): Asking {
  const checks = ['conflict/own-name-accepted', 'conflict/rename-refused', 'conflict/rename-no-server-error']
  const made = yield* q.create()
  const free = `${q.name()}@${q.facts.emailDomain}`
  const names = (body: Answer['body'], name: unknown) =>
    asText(valueAt(body, 'userName')).toLowerCase() === asText(name).toLowerCase()
  // Where a name cannot be changed at all, that this one is refused says nothing.
  const control = yield* rename(q, made, free)
  const isDone = control.ok && names((yield* q.settled(made, (body) => names(body, free))).body, free)
  if (!isDone) return checks.forEach((check) => void q.block(check, 'writes/user-name'))
  const own = yield* rename(q, made, free.toUpperCase())
  const refusal = `A change to the person’s own userName in other case is refused with ${own.status || 'no answer'}.`
  q.check('conflict/own-name-accepted', own.ok, own, refusal)
  const { userName } = first.sent
  const answer = yield* rename(q, made, asText(userName))
  const isFault = answer.status === 0 || answer.status >= 500
  const fault = `A change to a userName that is taken is answered ${answer.status || 'with nothing'}, not 409.`
  q.check('conflict/rename-no-server-error', !isFault, answer, fault)
  const after = yield* q.settled(made, (body) => names(body, free), 'conflict/rename-refused')
  const detail = `A change to a userName that is taken is answered ${answer.status}, and two people have it.`
  q.check('conflict/rename-refused', !names(after.body, userName), answer, detail, after)
}

function* rename(q: Questioner, made: Made, value: string): Asking<Answer> {
  const emails = [{ primary: true, type: 'work', value }]
  const both = q.facts.mailIsName ? [{ op: 'replace', path: 'emails[type eq "work"].value', value }] : []
  const answer = yield* q.patch(made, [{ op: 'replace', path: 'userName', value }, ...both])
  if (answer.status !== 405 && answer.status !== 501) return answer
  return yield* q.put(made, { ...made.sent, id: made.id, userName: value, ...(both.length > 0 ? { emails } : {}) })
}

/** Two workers create the same person: a request that was repeated, or two that look up before either has written. Tried five times. */
export const createdTwice: Question = {
  id: 'created-twice',
  asks: 'of two creates of one userName at the same moment one is done and the other refused with 409',
  checks: ['created-twice/one-created', 'created-twice/no-server-error'],
  tries: 5,
  *ask(q) {
    const body = personBody(q.facts, q.name())
    const request = composed(q.facts, 'POST', '/Users', { body })
    const answers = yield* q.atOnce([request, request])
    const made = answers.filter(({ ok }) => ok)
    const [lost] = answers.filter(({ ok }) => !ok)
    // The same one after the other: only what is otherwise then is the moment's fault.
    const after = yield* q.send('POST', '/Users', { body })
    if (after.ok) return blockBoth(q, 'conflict/not-twice')
    if (made.length === 0) return blockBoth(q, 'create/accepted')
    const isTwice = new Set(made.map((one) => idIn(one.body))).size > 1
    const detail = 'Two creates of one userName at the same moment were both done.'
    q.check('created-twice/one-created', !isTwice, made[1] ?? made[0], detail)
    if (!lost) return q.block('created-twice/no-server-error', 'created-twice/one-created')
    if (after.status >= 500) return q.block('created-twice/no-server-error', 'conflict/no-server-error')
    const said = `Of two creates at the same moment one was answered ${lost.status || 'with nothing'}, not 409.`
    q.check('created-twice/no-server-error', lost.status > 0 && lost.status < 500, lost, said)
  },
}

function blockBoth(q: Questioner, by: string): void {
  for (const check of createdTwice.checks) q.block(check, by)
}

/** An error of RFC 7644 §3.12: a JSON object with a status or a detail. */
export function isScimError({ body }: Answer): boolean {
  if (!body) return false
  const { schemas } = body
  return 'status' in body || 'detail' in body || (isJsonArray(schemas) && schemas.includes(urns.error))
}
