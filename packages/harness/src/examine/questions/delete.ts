import { listIn, membersIn } from '../answer.ts'
import type { Asking } from '../asking.ts'
import type { Question } from '../question.ts'
import { Blocked, type Made, type Questioner } from '../questioner.ts'
import { isInactive } from './active.ts'
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
    'delete/external-id-free',
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
  const name = String(made.sent.userName)
  const found = yield* q.until(
    () => filtered(q, `userName eq "${name}"`),
    (one) => !(listIn(one)?.ids.includes(made.id) ?? false),
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
  const back = yield* q.send('POST', '/Users', { body: { ...made.sent } })
  if (back.ok) {
    q.check('delete/name-free', true, back)
    return void q.check('delete/external-id-free', true, back)
  }
  const other = yield* q.send('POST', '/Users', { body: { ...made.sent, externalId: `ext-${q.name()}` } })
  const detail = `A new person of that userName is refused with ${back.status}.`
  if (!q.check('delete/name-free', other.ok, back, detail))
    return q.block('delete/external-id-free', 'delete/name-free')
  q.check('delete/external-id-free', false, back, `A new person of that externalId is refused with ${back.status}.`)
}

/** RFC 7644 does not say what becomes of memberships of who is deleted. */
function* leftInGroup(q: Questioner): Asking {
  if (!q.facts.groups) return
  const [gone, other] = [yield* q.create(), yield* q.create()]
  const group = yield* q.createGroup([other, gone])
  yield* q.remove(gone)
  const after = yield* q.settled(group, (body) => !membersIn(body)?.includes(gone.id))
  if (membersIn(after.body)?.includes(gone.id))
    q.remark('deleted-member-shown', 'A deleted person is still a member of their group.', after.exchange)
}
