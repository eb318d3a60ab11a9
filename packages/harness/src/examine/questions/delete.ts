import { asText } from '@scimulator/shared/scim'
import { type Answer, idIn, listIn, membersIn } from '../answer.ts'
import type { Asking } from '../asking.ts'
import type { Body } from '../person.ts'
import type { Question } from '../question.ts'
import { Blocked, type Made, type Questioner } from '../questioner.ts'
import { isInactive, lostValues } from './active.ts'
import { isScimError } from './conflict.ts'
import { filtered } from './look-up.ts'

/** DELETE (RFC 7644 §3.6): gone for every request after it, and the name is free again. */
export const deletion: Question = {
  id: 'delete',
  asks: 'a deleted person is gone, and the name can be used again',
  checks: [
    'delete/accepted',
    'delete/gone',
    'delete/not-only-disabled',
    'delete/not-found-by-name',
    'delete/again-no-server-error',
    'delete/name-free',
    'delete/back-as-sent',
    'delete/external-id-free',
    'delete/name-without-groups',
    'delete/member-removable',
    'delete/unknown-id-404',
    'delete/error-body',
  ],
  *ask(q) {
    const made = yield* q.create()
    const answer = yield* q.remove(made)
    if (!q.check('delete/accepted', answer.ok, answer, `DELETE is answered ${answer.status}.`)) return
    const after = yield* q.settled(made, (_body, one) => !one.ok)
    const isOnlyDisabled = after.ok && isInactive(after.body)
    const detail = 'A deleted person is still there, with active false.'
    if (!q.check('delete/not-only-disabled', !isOnlyDisabled, answer, detail, after))
      throw new Blocked('delete/not-only-disabled')
    if (!q.check('delete/gone', !after.ok, answer, `The deleted person is answered ${after.status} when read.`, after))
      return
    q.check(
      'delete/unknown-id-404',
      after.status === 404 || after.status === 410,
      after,
      `An id that is not there is answered ${after.status}, not 404.`,
    )
    q.check('delete/error-body', isScimError(after), after, 'The error has no SCIM error body.')
    yield* afterwards(q, made)
    yield* leftInGroup(q)
  },
}

function* afterwards(q: Questioner, made: Made): Asking {
  const name = asText(made.sent.userName)
  const found = yield* q.until(
    () => filtered(q, `userName eq "${name}"`),
    (one) => !(listIn(one)?.ids.includes(made.id) ?? false),
    'delete/not-found-by-name',
  )
  q.check(
    'delete/not-found-by-name',
    !(listIn(found)?.ids.includes(made.id) ?? false),
    found,
    'The deleted person is still found.',
  )
  const again = yield* q.remove(made)
  q.check(
    'delete/again-no-server-error',
    again.status > 0 && again.status < 500,
    again,
    `A second DELETE is answered ${again.status}.`,
  )
  const returning = { ...made.sent, ...(made.sent.title === undefined ? {} : { title: `Back ${q.name()}` }) }
  const back = yield* q.send('POST', '/Users', { body: returning })
  if (back.ok) {
    q.check('delete/name-free', true, back)
    yield* asSent(q, returning, back)
    return void q.check('delete/external-id-free', true, back)
  }
  const other = yield* q.send('POST', '/Users', { body: { ...made.sent, externalId: `ext-${q.name()}` } })
  const detail = `A new person of that userName is refused with ${back.status}.`
  if (!q.check('delete/name-free', other.ok, back, detail))
    return q.block('delete/external-id-free', 'delete/name-free')
  q.check('delete/external-id-free', false, back, `A new person of that externalId is refused with ${back.status}.`)
}

/** A user who comes back is a new one: what was sent now holds, and nothing of the account that was deleted. */
function* asSent(q: Questioner, sent: Body, answer: Answer): Asking {
  const id = idIn(answer.body)
  if (id === undefined) return q.block('delete/back-as-sent', 'create/accepted')
  const back: Made = { kind: 'Users', id, sent, answer }
  const lost = (body: Answer['body']) => lostValues(q, back, body, [])
  const after = yield* q.settled(back, (body) => lost(body).length === 0, 'delete/back-as-sent')
  const detail = `Somebody who is created again after a deletion is not as sent: ${lost(after.body).join(', ')}.`
  q.check('delete/back-as-sent', lost(after.body).length === 0, answer, detail, after)
}

/** What becomes of memberships of who is deleted is the endpoint's own rule (RFC 7643 §2.3.7), as long as nobody else has them. */
function* leftInGroup(q: Questioner): Asking {
  if (!q.facts.groups) return IN_GROUPS.forEach((check) => void q.block(check, 'groups/offered'))
  const [gone, other] = [yield* q.create(), yield* q.create()]
  const group = yield* q.createGroup([gone, other])
  const before = yield* q.settled(group, has(gone.id))
  q.need('member/add-done', has(gone.id)(before.body))
  yield* q.remove(gone)
  const after = yield* q.settled(group, (body) => !has(gone.id)(body))
  yield* namesake(q, group, gone)
  if (!has(gone.id)(after.body)) return void q.check('delete/member-removable', true, after)
  q.remark('deleted-member-shown', STILL_SHOWN, after.exchange)
  yield* removable(q, group, gone)
}

const IN_GROUPS = ['delete/name-without-groups', 'delete/member-removable']

const STILL_SHOWN =
  'A deleted person is still shown as a member of their group, by an id that is answered 404. SCIM allows it (RFC 7643 §2.3.7); a client that reads the group meets a user who is not there.'

const has = (id: string) => (body: Answer['body']) => membersIn(body)?.includes(id) ?? false

/** Somebody else who gets the name, or the same one hired anew, is in no group. */
function* namesake(q: Questioner, group: Made, gone: Made): Asking {
  const check = 'delete/name-without-groups'
  const answer = yield* q.send('POST', '/Users', { body: gone.sent })
  const id = answer.ok ? idIn(answer.body) : undefined
  if (id === undefined) return q.block(check, 'delete/name-free')
  if (id === gone.id) return q.leave(check, 'the endpoint brings the deleted person back')
  const after = yield* q.settled(group, (body) => !has(id)(body), check)
  const detail =
    'A new person of the userName of a deleted one is in the group of that one, and no request has added them.'
  q.check(check, !has(id)(after.body), answer, detail, after)
}

function* removable(q: Questioner, group: Made, gone: Made): Asking {
  const answer = yield* q.patch(group, [{ op: 'remove', path: 'members', value: [{ value: gone.id }] }])
  const after = yield* q.settled(group, (body) => !has(gone.id)(body), 'delete/member-removable')
  const detail = `Taking the deleted person out of the group is answered ${answer.status}, and they are still in it.`
  q.check('delete/member-removable', !has(gone.id)(after.body), answer, detail, after)
}
