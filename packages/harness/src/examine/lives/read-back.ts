// Reads what an act must have brought about, and tells what differs. A difference counts if it stands: what disappoints is read again.

import type { Difference } from '@scimulator/findings'
import type { JsonObject } from '@scimulator/shared/scim'
import { asText } from '@scimulator/shared/scim'
import { type Answer, listIn, membersIn, rolesIn, valueAt } from '../answer.ts'
import type { Asking } from '../asking.ts'
import type { Questioner } from '../questioner.ts'
import { isInactive } from '../questions/active.ts'
import { filtered } from '../questions/look-up.ts'
import { managerOf } from '../questions/reports-to.ts'
import { type ExpectedPerson, type ExpectedTeam, ROLE } from './expected-directory.ts'

export type Found = Pick<Difference, 'subject' | 'kind' | 'attribute' | 'expected' | 'actual'> & {
  readonly readBack?: Answer
  /** Where a value is a list: what of it is wrong, one by one, so that the same is not told again after the next act. */
  readonly wrong?: readonly string[]
}

/** Ids at the endpoint by key. */
export type Ids = ReadonlyMap<string, string>

export function* lookAtPerson(q: Questioner, expected: ExpectedPerson, ids: Ids): Asking<readonly Found[]> {
  const { key, presence } = expected
  if (presence === 'never') return []
  const id = ids.get(key)
  const absent: Found = { subject: key, kind: 'user', attribute: 'exists', expected: true, actual: false }
  if (id === undefined) return presence === 'gone' ? [] : [absent]
  const differences = (answer: Answer) => personDifferences(q, expected, answer, ids)
  const read = () => q.send('GET', `/Users/${encodeURIComponent(id)}`)
  return differences(yield* q.until(read, (answer) => differences(answer).length === 0))
}

/** How many people have the userName. Where nobody can be looked up, others tell. */
export function* lookForOne(q: Questioner, key: string, userName: string): Asking<readonly Found[]> {
  const read = () => filtered(q, `userName eq "${userName}"`)
  const count = (answer: Answer) => listIn(answer)?.resources.length ?? 1
  const answer = yield* q.until(read, (one) => count(one) === 1)
  if (count(answer) === 1) return []
  return [{ subject: key, kind: 'user', attribute: 'accounts', expected: 1, actual: count(answer), readBack: answer }]
}

function personDifferences(q: Questioner, expected: ExpectedPerson, answer: Answer, ids: Ids): readonly Found[] {
  const { key, presence, active } = expected
  const found = (attribute: string, wanted: unknown, actual: unknown): Found => {
    return { subject: key, kind: 'user', attribute, expected: wanted, actual, readBack: answer }
  }
  if (presence === 'gone') return answer.ok ? [found('exists', false, true)] : []
  if (!answer.ok) return [found('exists', true, false)]
  const { body } = answer
  const isOff = isInactive(body)
  const wrongActive = active === isOff || body?.active === undefined ? [found('active', active, body?.active)] : []
  const values = [...expected.values].filter(([path, value]) => q.facts.keeps.has(path) && !isSame(path, body, value))
  return [
    ...wrongActive,
    ...values.map(([path, value]) => found(path, value, valueAt(body, path))),
    ...bossDifference(expected, body, ids).map(([wanted, actual]) => found('manager', wanted, actual)),
    ...roleDifference(q, expected, body).map(([wanted, actual]) => found('roles', wanted, actual)),
  ]
}

function isSame(path: string, body: JsonObject | undefined, value: string): boolean {
  const shown = valueAt(body, path)
  return path === 'userName' || path === 'emails[work]'
    ? asText(shown).toLowerCase() === value.toLowerCase()
    : shown === value
}

function bossDifference(
  { boss }: ExpectedPerson,
  body: JsonObject | undefined,
  ids: Ids,
): readonly [unknown, unknown][] {
  if (boss === undefined) return []
  const wanted = boss === null ? undefined : ids.get(boss)
  if (boss !== null && wanted === undefined) return []
  const actual = managerOf(body) === '' ? undefined : managerOf(body)
  return actual === wanted ? [] : [[wanted ?? null, actual ?? null]]
}

/** Other roles of the person are none of the story's business. */
function roleDifference(
  { facts }: Questioner,
  { role }: ExpectedPerson,
  body: JsonObject | undefined,
): readonly [unknown, unknown][] {
  if (role === undefined || !facts.keeps.has('roles')) return []
  const shown = rolesIn(body)
  const isRight = role === null ? !shown.includes(ROLE) : shown.includes(role)
  return isRight ? [] : [[role === null ? `not ${ROLE}` : role, shown]]
}

export function* lookAtTeam(q: Questioner, expected: ExpectedTeam, ids: Ids): Asking<readonly Found[]> {
  const { key, presence } = expected
  const id = ids.get(key)
  if (presence === 'never' || (id === undefined && presence === 'gone')) return []
  if (id === undefined) return [{ subject: key, kind: 'group', attribute: 'exists', expected: true, actual: false }]
  const differences = (answer: Answer) => teamDifferences(expected, answer, ids)
  const read = () => q.send('GET', `/Groups/${encodeURIComponent(id)}${q.facts.memberQuery}`)
  return differences(yield* q.until(read, (answer) => differences(answer).length === 0))
}

function teamDifferences(expected: ExpectedTeam, answer: Answer, ids: Ids): readonly Found[] {
  const { key, presence, name } = expected
  const found = (attribute: string, wanted: unknown, actual: unknown): Found => {
    return { subject: key, kind: 'group', attribute, expected: wanted, actual, readBack: answer }
  }
  if (presence === 'gone') return answer.ok ? [found('exists', false, true)] : []
  if (!answer.ok) return [found('exists', true, false)]
  const shownName = valueAt(answer.body, 'displayName')
  const wrongName =
    asText(shownName).toLowerCase() === name.toLowerCase() ? [] : [found('displayName', name, shownName)]
  const members = membersIn(answer.body) ?? []
  const has = (one: string) => members.includes(ids.get(one) ?? '')
  const missing = expected.within.filter((one) => ids.has(one) && !has(one))
  const strangers = expected.without.filter(has)
  const wrong = [...missing.map((one) => `without ${one}`), ...strangers.map((one) => `with ${one}`)]
  const shown = [...ids].flatMap(([one, id]) => (members.includes(id) ? [one] : []))
  return [...wrongName, ...(wrong.length === 0 ? [] : [{ ...found('members', expected.within, shown), wrong }])]
}
