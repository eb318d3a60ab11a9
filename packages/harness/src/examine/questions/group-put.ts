import { type Answer, membersIn, valueAt } from '../answer.ts'
import type { Asking } from '../asking.ts'
import type { Made, Questioner } from '../questioner.ts'

/**
 * PUT of a whole group, as clients write it that know no PATCH (RFC 7644 §3.5.1): another name, and another member instead of the one who
 * is in it. To refuse it is the endpoint's choice, which an application of Okta's wizard does not survive; to take it and do nothing is not.
 */
export function* groupPut(q: Questioner, made: Made, before: Made, after: Made): Asking {
  const check = 'group/put-done'
  const displayName = q.name()
  const answer = yield* q.put(made, { ...made.sent, id: made.id, displayName, members: [{ value: after.id }] })
  q.check('group/put-accepted', answer.ok, answer, `A PUT of a group is refused with ${answer.status}.`)
  if (!answer.ok) return q.leave(check, 'the endpoint takes no PUT of groups')
  const wrong = (one: Answer): string | undefined => {
    if (valueAt(one.body, 'displayName') !== displayName) return 'the name is the old one'
    const members = membersIn(one.body) ?? []
    if (!members.includes(after.id)) return 'who is named in it is no member'
    return members.includes(before.id) ? 'who is not named in it is still a member' : undefined
  }
  const read = yield* q.settled(made, (_body, one) => wrong(one) === undefined, check)
  const detail = `A PUT of a group is answered ${answer.status}, and ${wrong(read)}.`
  q.check(check, wrong(read) === undefined, answer, detail, read)
}
