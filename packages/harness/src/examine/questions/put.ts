import { asText, type JsonObject, urns } from '@scimulator/shared/scim'
import { type Answer, ENTERPRISE, valueAt } from '../answer.ts'
import type { Asking } from '../asking.ts'
import { type Body, personBody } from '../person.ts'
import type { Question } from '../question.ts'
import type { Made, Questioner } from '../questioner.ts'
import { isActive, isInactive, isReadable, lostValues, NOT_OFFERED } from './active.ts'
import { isNamed, renamedBy } from './mail.ts'

/** PUT, JumpCloud's way to update, disable and bring back people (RFC 7644 §3.5.1). */
export const put: Question = {
  id: 'put',
  asks: 'a whole person can be written, in the forms of JumpCloud',
  checks: [
    'put/offered',
    'put/whole-accepted',
    'put/whole-done',
    'put/id-stays',
    'put/left-out-cleared',
    'put/every-attribute',
    'put/external-id',
    'put/user-name',
    'put/own-name-accepted',
    'put/mail',
    'put/mail-keeps-user-name',
    'put/active-accepted',
    'put/active-stays-readable',
    'put/active-done',
    'put/reactivate-accepted',
    'put/reactivate-done',
    'put/without-optional-accepted',
    'put/emails-null-accepted',
    'put/as-read-accepted',
  ],
  *ask(q) {
    const made = yield* q.create()
    const whole = { ...made.sent, id: made.id, displayName: `Put ${q.name()}` }
    const answer = yield* q.put(made, whole)
    const isThere = !NOT_OFFERED.has(answer.status)
    if (!q.check('put/offered', isThere, answer, `PUT is answered ${answer.status}.`)) return
    if (!q.check('put/whole-accepted', answer.ok, answer, `A PUT of a whole person is refused with ${answer.status}.`))
      return
    const lost = (body: JsonObject | undefined) => lostValues(q, { ...made, sent: whole }, body, ['active'])
    const after = yield* q.settled(made, (body) => lost(body).length === 0, 'put/whole-done')
    const detail = `${lost(after.body).join(', ')} ${lost(after.body).length === 1 ? 'is' : 'are'} not what was put.`
    if (!q.check('put/whole-done', lost(after.body).length === 0, answer, detail, after)) return
    const id = answer.body?.id
    q.check('put/id-stays', id === undefined || asText(id) === made.id, answer, `The id is ${JSON.stringify(id)} now.`)
    yield* leftOut(q, made, whole)
    yield* everyAttribute(q)
    yield* newName(q)
    yield* leaveAndReturn(q, made, whole)
    yield* short(q)
    yield* asRead(q)
    yield* withoutActive(q)
  },
}

/** JumpCloud leaves single values out that are gone (RFC 7644 §3.5.1 lets a service provider clear them, or not). */
function* leftOut(q: Questioner, made: Made, whole: Body): Asking {
  if (!q.facts.keeps.has('title')) return q.leave('put/left-out-cleared', 'the endpoint does not keep title')
  const { title: _title, ...rest } = whole
  const answer = yield* q.put(made, rest)
  if (!answer.ok) return q.block('put/left-out-cleared', 'put/without-optional-accepted')
  const isGone = (body: JsonObject | undefined) => valueAt(body, 'title') !== whole.title
  const after = yield* q.settled(made, isGone, 'put/left-out-cleared')
  const detail = `title was left out of a PUT: expected nothing, found ${JSON.stringify(valueAt(after.body, 'title'))}.`
  q.check('put/left-out-cleared', isGone(after.body), answer, detail, after)
}

/** Someone is promoted and moves: much changes in one PUT. */
function* everyAttribute(q: Questioner): Asking {
  const made = yield* q.create()
  const other = personBody(q.facts, q.name())
  const { userName, emails, active } = made.sent
  const same = { id: made.id, userName, active, ...(emails === undefined ? {} : { emails }) }
  const extension = { ...Object(made.sent[ENTERPRISE]), department: 'Operations' }
  const wanted = {
    ...{ ...other, title: 'Lead', phoneNumbers: workPhone(q), [ENTERPRISE]: extension },
    ...same,
  }
  const answer = yield* q.put(made, wanted)
  if (!answer.ok) {
    const detail = `A PUT that changes several attributes is refused with ${answer.status}.`
    return void q.check('put/every-attribute', false, answer, detail)
  }
  const lostIn = (one: Answer) => lostValues(q, { ...made, sent: wanted }, one.body, ['active'])
  const after = yield* q.until(
    () => q.read(made),
    (one) => lostIn(one).length === 0,
    'put/every-attribute',
  )
  const lost = lostIn(after).filter((path) => path !== 'externalId')
  const detail = `${lost.join(', ')} were put, and are not what was put.`
  q.check('put/every-attribute', lost.length === 0, answer, detail, after)
  newExternalId(q, asText(other.externalId), answer, after)
}

/** A user who is taken over has the externalId of somebody else, or none. */
function newExternalId(q: Questioner, wanted: string, answer: Answer, after: Answer): void {
  const check = 'put/external-id'
  const shown = valueAt(after.body, 'externalId')
  const detail = `A PUT with another externalId is answered ${answer.status}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(shown) ?? 'nothing'}.`
  if (q.facts.keeps.has('externalId')) q.check(check, shown === wanted, answer, detail, after)
  else q.leave(check, 'the endpoint does not keep externalId')
}

function workPhone(q: Questioner): readonly Body[] {
  return [{ type: 'work', value: q.facts.phone('+1 202 555 0144') }]
}

/** People marry and companies are renamed: the userName changes, and the work address with it or after it. */
function* newName(q: Questioner): Asking {
  const made = yield* q.create()
  const value = `${q.name()}@${q.facts.emailDomain}`
  const emails = [{ type: 'work', primary: true, value }]
  const first = { ...made.sent, id: made.id, userName: value, ...(q.facts.mailIsName ? { emails } : {}) }
  if (yield* putAndRead(q, 'put/user-name', made, first, 'userName', value)) yield* ownName(q, made, first)
  else q.block('put/own-name-accepted', 'put/user-name')
  const checks = ['put/mail', 'put/mail-keeps-user-name']
  if (!q.facts.keeps.has('emails[work]'))
    return checks.forEach((check) => void q.leave(check, 'the endpoint does not keep email addresses'))
  if (q.facts.mailIsName) return checks.forEach((check) => void q.block(check, 'put/user-name'))
  yield* newMail(q, made)
}

/** A user who was taken over by a lookup without regard to case is written as the identity provider spells them. */
function* ownName(q: Questioner, made: Made, now: Body): Asking {
  const userName = asText(now.userName).toUpperCase()
  const emails = [{ type: 'work', primary: true, value: userName }]
  const answer = yield* q.put(made, { ...now, userName, ...(q.facts.mailIsName ? { emails } : {}) })
  const detail = `A PUT with the person’s own userName in other case is refused with ${answer.status || 'no answer'}.`
  q.check('put/own-name-accepted', answer.ok, answer, detail)
}

/** The address alone is another one; the userName that stands beside it in the body is meant. */
function* newMail(q: Questioner, made: Made): Asking {
  const value = `${q.name()}@${q.facts.emailDomain}`
  const body = { ...made.sent, id: made.id, emails: [{ type: 'work', primary: true, value }] }
  const written = yield* putAndRead(q, 'put/mail', made, body, 'emails[work]', value)
  if (!written) return
  const { answer, after } = written
  q.check('put/mail-keeps-user-name', !isNamed(after.body, value), answer, renamedBy('PUT', value), after)
}

interface Written {
  readonly answer: Answer
  readonly after: Answer
}

/** @returns what was answered and read; undefined where it was refused or not done */
function* putAndRead(
  q: Questioner,
  check: string,
  made: Made,
  body: Body,
  path: string,
  value: string,
): Asking<Written | undefined> {
  const answer = yield* q.put(made, body)
  if (!answer.ok) {
    q.check(check, false, answer, `A PUT with a new ${path} is refused with ${answer.status}.`)
    return undefined
  }
  const isDone = (resource: JsonObject | undefined) => asText(valueAt(resource, path)).toLowerCase() === value
  const after = yield* q.settled(made, isDone, check)
  const detail = `A PUT with a new ${path} is answered ${answer.status}: expected ${JSON.stringify(value)}, found ${JSON.stringify(valueAt(after.body, path)) ?? 'nothing'}.`
  return q.check(check, isDone(after.body), answer, detail, after) ? { answer, after } : undefined
}

function* leaveAndReturn(q: Questioner, made: Made, whole: Body): Asking {
  const answer = yield* q.put(made, { ...whole, active: false })
  const refused = `A PUT with active false is refused with ${answer.status || 'no answer'}.`
  if (!q.check('put/active-accepted', answer.ok, answer, refused)) return
  const after = yield* q.settled(made, isInactive, 'put/active-done')
  const isThere = isReadable(after)
  const gone = `The person who was disabled by a PUT is answered ${after.status}.`
  if (!q.check('put/active-stays-readable', isThere, answer, gone, after)) return
  if (!q.facts.keeps.has('active')) return blockActive(q)
  if (!isInactive(after.body)) q.block('put/active-stays-readable', 'put/active-done')
  const shown = JSON.stringify(valueAt(after.body, 'active')) ?? 'not shown'
  const detail = `active is ${shown} after a PUT with false that was answered ${answer.status}.`
  if (!q.check('put/active-done', isInactive(after.body), answer, detail, after)) return
  yield* q.write(
    'put/reactivate',
    made,
    q.put(made, { ...whole, active: true }),
    isActive,
    'A PUT with active true must enable.',
    'active',
  )
}

/** No answer shows whether it was done. */
function blockActive(q: Questioner): void {
  for (const end of ['active-done', 'reactivate-accepted', 'reactivate-done']) q.block(`put/${end}`, 'active/shown')
}

/** JumpCloud's connection test writes a person without most attributes, and `"emails": null` (ShiftControl scim-v2, captured). */
function* short(q: Questioner): Asking {
  const made = yield* q.create()
  const { userName, name } = made.sent
  const least = { active: true, id: made.id, name, schemas: [urns.user], userName }
  const without = yield* q.put(made, least)
  q.check(
    'put/without-optional-accepted',
    without.ok,
    without,
    `A PUT without optional attributes is refused with ${without.status}.`,
  )
  const other = yield* q.create()
  const body = { ...least, id: other.id, name: other.sent.name, userName: other.sent.userName, emails: null }
  const withNull = yield* q.put(other, body)
  q.check(
    'put/emails-null-accepted',
    withNull.ok,
    withNull,
    `A PUT with "emails": null is refused with ${withNull.status}.`,
  )
}

/** A client reads, changes and writes the whole: what it may not write is ignored, and not refused (RFC 7644 §3.5.1). */
function* asRead(q: Questioner): Asking {
  const made = yield* q.create()
  const { body } = yield* q.read(made)
  if (!body) return q.block('put/as-read-accepted', 'create/readable')
  const answer = yield* q.put(made, body)
  q.check('put/as-read-accepted', answer.ok, answer, `A person as it was read is refused with ${answer.status}.`)
}

/** What becomes of active where a PUT leaves it out is left to the service provider (RFC 7644 §3.5.1), and worth knowing. */
function* withoutActive(q: Questioner): Asking {
  if (q.results.get('put/active-done')?.state !== 'held') return
  for (const active of [true, false]) {
    const made = yield* q.create()
    const whole: Body = { ...made.sent, id: made.id }
    if (!active) yield* q.put(made, { ...whole, active })
    const { active: _left, ...rest } = whole
    const answer = yield* q.put(made, rest)
    if (!answer.ok) return
    const after = yield* q.read(made)
    const isOther = active ? isInactive(after.body) : isActive(after.body)
    const text = active ? 'disables who is active' : 'enables who was disabled'
    if (isOther)
      q.remark(
        `put-without-active-${active ? 'disables' : 'enables'}`,
        `A PUT without active ${text}.`,
        answer.exchange,
      )
  }
}
