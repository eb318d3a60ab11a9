import { membersIn } from '../answer.ts'
import type { Asking } from '../asking.ts'
import type { Made, Questioner } from '../questioner.ts'

export const STAYS = ['member/stays-after-patch', 'member/stays-after-put'] as const

/** A person who is written to stays in the group: memberships are the group's (RFC 7643 §4.1.2, `groups` is read-only). */
export function* membershipStays(q: Questioner, group: Made, person: Made): Asking {
  const isIn = (answer: Made['answer']) => membersIn(answer.body)?.includes(person.id) ?? false
  const [byPatch, byPut] = STAYS
  const had = isIn(yield* q.read(group))
  if (!had) return STAYS.forEach((check) => void q.block(check, 'group/members-in-post'))
  const name = `New ${q.name()}`
  const patched = yield* q.patch(person, [{ op: 'replace', path: 'displayName', value: name }])
  const after = yield* q.until(() => q.read(group), isIn, byPatch)
  const detail = 'takes the person out of a group.'
  if (!q.check(byPatch, isIn(after), patched, `A PATCH of displayName ${detail}`, after)) return q.block(byPut, byPatch)
  const put = yield* q.put(person, { ...person.sent, id: person.id, displayName: name })
  const last = yield* q.until(() => q.read(group), isIn, byPut)
  q.check(byPut, isIn(last), put, `A PUT of the whole person ${detail}`, last)
}
