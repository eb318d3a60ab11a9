import { type JsonObject, urns } from '@scimulator/shared/scim'
import { valueAt } from '../answer.ts'
import type { Asking } from '../asking.ts'
import type { Body } from '../person.ts'
import type { Question } from '../question.ts'
import type { Made, Questioner } from '../questioner.ts'
import { isActive, isInactive, lostValues, NOT_OFFERED } from './active.ts'

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
    'put/active-accepted',
    'put/active-done',
    'put/reactivate-accepted',
    'put/reactivate-done',
    'put/without-optional-accepted',
    'put/emails-null-accepted',
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
    const after = yield* q.settled(made, (body) => lost(body).length === 0)
    const detail = `${lost(after.body).join(', ')} ${lost(after.body).length === 1 ? 'is' : 'are'} not what was put.`
    if (!q.check('put/whole-done', lost(after.body).length === 0, answer, detail, after)) return
    const id = answer.body?.id
    q.check('put/id-stays', id === undefined || String(id) === made.id, answer, `The id is ${JSON.stringify(id)} now.`)
    yield* leftOut(q, made, whole)
    yield* leaveAndReturn(q, made, whole)
    yield* short(q)
  },
}

/** JumpCloud leaves single values out that are gone (RFC 7644 §3.5.1 lets a service provider clear them, or not). */
function* leftOut(q: Questioner, made: Made, whole: Body): Asking {
  if (!q.facts.keeps.has('title')) return q.leave('put/left-out-cleared', 'the endpoint does not keep title')
  const { title: _title, ...rest } = whole
  const answer = yield* q.put(made, rest)
  if (!answer.ok) return q.block('put/left-out-cleared', 'put/without-optional-accepted')
  const isGone = (body: JsonObject | undefined) => valueAt(body, 'title') !== whole.title
  const after = yield* q.settled(made, isGone)
  const detail = `title was left out of a PUT: expected nothing, found ${JSON.stringify(valueAt(after.body, 'title'))}.`
  q.check('put/left-out-cleared', isGone(after.body), answer, detail, after)
}

function* leaveAndReturn(q: Questioner, made: Made, whole: Body): Asking {
  const disable = q.put(made, { ...whole, active: false })
  if (!(yield* q.write('put/active', made, disable, isInactive, 'A PUT with active false must disable.', 'active')))
    return
  yield* q.write(
    'put/reactivate',
    made,
    q.put(made, { ...whole, active: true }),
    isActive,
    'A PUT with active true must enable.',
    'active',
  )
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
