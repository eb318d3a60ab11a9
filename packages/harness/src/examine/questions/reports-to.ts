import { asText, isJsonObject, type JsonObject } from '@scimulator/shared/scim'
import { type Answer, DEPARTMENT, ENTERPRISE, MANAGER, valueAt } from '../answer.ts'
import type { Asking } from '../asking.ts'
import type { Question } from '../question.ts'
import { Blocked, type Made, type Questioner } from '../questioner.ts'
import { isInactive, NOT_OFFERED } from './active.ts'

/** The manager: given as a bare text, changed, taken away (RFC 7643 §4.3; azure-docs#73842). */
export const manager: Question = {
  id: 'manager',
  asks: 'a manager can be given as Entra ID gives it, changed and taken away',
  checks: [
    'manager/text-accepted',
    'manager/shown-as-object',
    'manager/right-person',
    'manager/changed',
    'manager/stays',
    'others/manager-leaves',
    'manager/remove-accepted',
    'manager/removed',
  ],
  *ask(q) {
    const [person, boss, other] = [yield* q.create(), yield* q.create(), yield* q.create()]
    const given = yield* give(q, person, boss, 'add')
    if (NOT_OFFERED.has(given.status)) throw new Blocked('patch/offered')
    if (!q.check('manager/text-accepted', given.ok, given, `The manager as a text is refused with ${given.status}.`))
      return
    const after = yield* q.settled(person, (body) => valueAt(body, MANAGER) !== undefined)
    const shown = valueAt(after.body, MANAGER)
    if (shown === undefined || shown === null) return yield* notShown(q, boss, given, after)
    const isText = typeof shown === 'string'
    q.check('manager/shown-as-object', !isText, given, 'The manager came back as a bare text.', after)
    const is = managerOf(after.body)
    q.check('manager/right-person', is === boss.id, given, `The manager is ${JSON.stringify(shown)}.`, after)
    yield* give(q, person, other, 'replace')
    const changed = yield* q.settled(person, (body) => managerOf(body) === other.id, 'manager/changed')
    q.check(
      'manager/changed',
      managerOf(changed.body) === other.id,
      changed,
      'Another manager was given and is not there.',
    )
    if (managerOf(changed.body) === other.id) yield* stays(q, person, other)
    else q.block('manager/stays', 'manager/changed')
    yield* takeAway(q, person)
    if (q.results.get('manager/removed')?.state !== 'held') return
    yield* byFilter(q, boss)
    yield* leaves(q, person, boss)
  },
}

function* give(q: Questioner, person: Made, boss: Made, op: string) {
  return yield* q.patch(person, [{ op, path: MANAGER, value: boss.id }])
}

/** A user who has reported to a leaver, or still does, stays. */
function* leaves(q: Questioner, person: Made, former: Made): Asking {
  const check = 'others/manager-leaves'
  const given = yield* give(q, person, former, 'add')
  if (!given.ok) return q.block(check, 'manager/text-accepted')
  yield* q.patch(former, [{ op: 'replace', path: 'active', value: false }])
  const answer = yield* q.remove(former)
  const isHere = (one: Answer) => one.ok && !isInactive(one.body)
  const after = yield* q.settled(person, (_body, one) => isHere(one))
  const detail = 'When a manager is disabled and deleted, who reports to them is disabled or deleted as well.'
  q.check(check, isHere(after) || (!after.ok && after.status !== 404), answer, detail, after)
}

/** What is written beside it leaves the manager alone. */
function* stays(q: Questioner, person: Made, boss: Made): Asking {
  const answer = yield* q.patch(person, [{ op: 'replace', path: 'displayName', value: `New ${q.name()}` }])
  if (!answer.ok) return q.block('manager/stays', 'writes/something')
  const after = yield* q.settled(person, (body) => managerOf(body) === boss.id, 'manager/stays')
  const detail = 'A PATCH of displayName takes the manager away.'
  q.check('manager/stays', managerOf(after.body) === boss.id, answer, detail, after)
}

/** A manager that is kept from a POST and not from a PATCH was not written; one that is never kept is a rule of the endpoint. */
function* notShown(q: Questioner, boss: Made, given: Answer, after: Answer): Asking {
  const extension = { department: 'Research', manager: { value: boss.id } }
  const born = yield* q.create({ [ENTERPRISE]: extension })
  const read = yield* q.settled(born, (body) => managerOf(body) === boss.id)
  const isKept = managerOf(read.body) === boss.id
  const isOffered = q.facts.advertised.has(MANAGER.toLowerCase()) && q.facts.keeps.has(DEPARTMENT)
  if (!isKept && !isOffered) return leaveRest(q)
  const other = isKept ? 'one in a POST is kept' : '/Schemas says that it may be written and is returned'
  const detail = `A manager that is written by PATCH is answered well and not there; ${other}.`
  q.check('manager/right-person', false, given, detail, after)
  for (const check of manager.checks) if (!q.results.has(check)) q.block(check, 'manager/right-person')
}

function leaveRest(q: Questioner): void {
  q.remark('manager-not-kept', 'The endpoint does not keep managers.')
  for (const check of manager.checks) if (!q.results.has(check)) q.leave(check, 'the endpoint does not keep managers')
}

export function managerOf(resource: JsonObject | undefined): string | undefined {
  const value = valueAt(resource, MANAGER)
  const id = isJsonObject(value) ? value.value : value
  return typeof id === 'string' || typeof id === 'number' ? asText(id) : undefined
}

function* takeAway(q: Questioner, person: Made): Asking {
  const answer = yield* q.patch(person, [{ op: 'remove', path: MANAGER }])
  if (
    !q.check('manager/remove-accepted', answer.ok, answer, `Taking the manager away is refused with ${answer.status}.`)
  )
    return
  const isGone = (body: JsonObject | undefined) => (managerOf(body) ?? '') === ''
  const after = yield* q.settled(person, isGone, 'manager/removed')
  q.check('manager/removed', isGone(after.body), answer, 'The manager is still there.', after)
}

/** One receiver reports a filter in the path (scim-patch#453), which RFC 7644 §3.5.2 has for multi-valued attributes: worth knowing, no fault. */
function* byFilter(q: Questioner, boss: Made): Asking {
  const person = yield* q.create()
  yield* give(q, person, boss, 'add')
  const answer = yield* q.patch(person, [{ op: 'remove', path: `${MANAGER}[value eq "${boss.id}"]` }])
  const isGone = (body: JsonObject | undefined) => (managerOf(body) ?? '') === ''
  const after = answer.ok ? yield* q.settled(person, isGone) : answer
  if (answer.ok && isGone(after.body)) return
  const text =
    'A manager is not taken away by a filter in the path, manager[value eq "…"], which one receiver reports of Entra ID.'
  q.remark('manager-filter-remove', text, answer.exchange)
}
