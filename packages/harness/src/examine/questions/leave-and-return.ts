import { type Answer, membersIn } from '../answer.ts'
import type { Asking } from '../asking.ts'
import type { Question } from '../question.ts'
import { type Made, type Questioner, shows } from '../questioner.ts'
import { isActive, isInactive, NOT_OFFERED } from './active.ts'

/** What happens to a disabled person beside the disable: the next update, and the groups on return. */
export const leaveAndReturn: Question = {
  id: 'leave-and-return',
  asks: 'a disabled person stays disabled through an update, and is back in the groups on return',
  checks: ['leave-and-return/update-leaves-inactive', 'leave-and-return/update-done', 'leave-and-return/member-again'],
  *ask(q) {
    const made = yield* q.create()
    if (isShown(q)) yield* updateWhileInactive(q, made)
    else for (const end of ['leaves-inactive', 'done']) q.block(`leave-and-return/update-${end}`, 'active/shown')
    yield* memberAgain(q)
  },
}

function isShown({ facts }: Questioner): boolean {
  return facts.keeps.has('active')
}

function* disable(q: Questioner, made: Made): Asking {
  const answer = yield* q.patch(made, [{ op: 'replace', path: 'active', value: false }])
  q.need(NOT_OFFERED.has(answer.status) ? 'patch/offered' : 'active/disable-accepted', answer.ok)
  if (!isShown(q)) return
  const after = yield* q.settled(made, isInactive)
  q.need(after.ok ? 'active/disable-done' : 'active/stays-readable', isInactive(after.body))
}

/** Entra ID goes on updating people who are disabled, and never says in passing that they still are. */
function* updateWhileInactive(q: Questioner, made: Made): Asking {
  yield* disable(q, made)
  const value = `While away ${q.name()}`
  const update = yield* q.patch(made, [{ op: 'replace', path: 'displayName', value }])
  if (!update.ok) {
    for (const end of ['leaves-inactive', 'done']) q.block(`leave-and-return/update-${end}`, 'writes/something')
    return
  }
  const after = yield* q.settled(made, shows('displayName', value), 'leave-and-return/update-leaves-inactive')
  const detail = 'A PATCH of displayName made a disabled person active.'
  q.check('leave-and-return/update-leaves-inactive', !isActive(after.body), update, detail, after)
  if (q.facts.keeps.has('displayName')) yield* isUpdated(q, value, update, after)
  else q.leave('leave-and-return/update-done', 'the endpoint does not keep displayName')
}

/** The same on somebody active is the control: where it is not done either, being away is not to blame. */
function* isUpdated(q: Questioner, value: string, update: Answer, after: Answer): Asking {
  const check = 'leave-and-return/update-done'
  const isDone = shows('displayName', value)
  if (isDone(after.body)) return void q.check(check, true, update)
  const other = yield* q.create()
  yield* q.patch(other, [{ op: 'replace', path: 'displayName', value }])
  if (!isDone((yield* q.settled(other, isDone)).body)) return q.block(check, 'writes/something')
  const detail = `A PATCH of displayName of a disabled person is answered ${update.status}, and not done.`
  q.check(check, false, update, detail, after)
}

/** Memberships that were sent once are not sent again. */
function* memberAgain(q: Questioner): Asking {
  const check = 'leave-and-return/member-again'
  if (!q.facts.groups) return q.block(check, 'groups/offered')
  const [person, other] = [yield* q.create(), yield* q.create()]
  const group = yield* q.createGroup([person, other])
  const isIn = (body: Parameters<typeof membersIn>[0]) => membersIn(body)?.includes(person.id) ?? false
  const before = yield* q.settled(group, isIn)
  if (!isIn(before.body)) return q.block(check, 'member/add-done')
  yield* disable(q, person)
  const back = yield* q.patch(person, [{ op: 'replace', path: 'active', value: true }])
  if (!back.ok) return q.block(check, 'active/enable-accepted')
  const after = yield* q.settled(group, isIn, check)
  // No answer says whether a user was disabled in between.
  if (isIn(after.body) && !isShown(q)) return q.block(check, 'active/shown')
  const detail = 'A person who was disabled and enabled again is no longer in the group.'
  q.check(check, isIn(after.body), back, detail, after)
}
