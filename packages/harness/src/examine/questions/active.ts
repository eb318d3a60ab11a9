import type { JsonObject } from '@scimulator/shared/scim'
import { type Answer, listIn, valueAt } from '../answer.ts'
import type { Asking } from '../asking.ts'
import { COMPARED } from '../person.ts'
import type { Question } from '../question.ts'
import { Blocked, type Made, type Questioner } from '../questioner.ts'
import { filtered } from './look-up.ts'

/** Whoever leaves must lose access, and get it back on return: active in every form that the services write. */
export const active: Question = {
  id: 'active',
  asks: 'a person can be disabled and enabled again, in each of the forms that are sent',
  checks: [
    'active/shown',
    'active/disable-accepted',
    'active/stays-readable',
    'active/disable-done',
    'active/others-kept',
    'active/found-when-inactive',
    'active/enable-accepted',
    'active/enable-done',
    'active/text-False-accepted',
    'active/text-False-done',
    'active/text-True-accepted',
    'active/text-True-done',
    'active/text-false-accepted',
    'active/text-false-done',
    'active/pathless-accepted',
    'active/pathless-done',
    'active/add-true-accepted',
    'active/add-true-done',
  ],
  *ask(q) {
    const made = yield* q.create()
    const isFindable = yield* finds(q, made)
    if (!(yield* isShown(q, made))) return
    if (!(yield* control(q, made))) return
    yield* whileInactive(q, made, isFindable)
    const isBack = yield* set(q, made, 'enable', 'replace', true, true)
    // Who cannot be enabled again says nothing of the next form; somebody else does.
    const next = isBack ? made : yield* q.create()
    const isOut = yield* set(q, next, 'text-False', 'replace', 'False', false)
    if (!isBack) for (const end of ['accepted', 'done']) q.block(`active/text-True-${end}`, 'active/enable-done')
    else if (isOut) yield* set(q, next, 'text-True', 'replace', 'True', true)
    else yield* textTrue(q)
    yield* set(q, yield* q.create(), 'text-false', 'replace', 'false', false)
    yield* pathless(q, yield* q.create())
    yield* addTrue(q)
  },
}

export function isInactive(resource: JsonObject | undefined): boolean {
  const { active } = resource ?? {}
  return active === false || (typeof active === 'string' && active.toLowerCase() === 'false')
}

export function isActive(resource: JsonObject | undefined): boolean {
  const { active } = resource ?? {}
  return active === true || (typeof active === 'string' && active.toLowerCase() === 'true')
}

/** Statuses that say: this method is not there at all. */
export const NOT_OFFERED = new Set([404, 405, 501])

/** Without it nothing can be said of a disable, and nothing is: the person may well be shut out. */
function* isShown(q: Questioner, made: Made): Asking<boolean> {
  const after = yield* q.settled(made, (body) => body?.active !== undefined)
  if (!after.ok || after.body?.active !== undefined) return q.check('active/shown', true, after)
  if (yield* isStored(q, made)) return q.check('active/shown', false, after, 'The person has no active.')
  q.leave('active/shown', 'active is not stored either')
  return true
}

/** A filter tells what no answer shows; where filters find everybody, nobody is to be blamed for it. */
function* isStored(q: Questioner, made: Made): Asking<boolean> {
  yield* q.patch(made, [{ op: 'replace', path: 'active', value: false }])
  const has = (answer: Answer) => listIn(answer)?.ids.includes(made.id) ?? false
  return has(yield* q.until(() => filtered(q, `userName eq "${made.sent.userName}" and active eq false`), has))
}

function* control(q: Questioner, made: Made): Asking<boolean> {
  const answer = yield* q.patch(made, [{ op: 'replace', path: 'active', value: false }])
  if (NOT_OFFERED.has(answer.status)) throw new Blocked('patch/offered')
  if (!q.check('active/disable-accepted', answer.ok, answer, `PATCH active false is refused with ${answer.status}.`))
    return false
  const after = yield* q.settled(made, isInactive)
  const isThere = after.status !== 404 && after.status !== 410
  if (!q.check('active/stays-readable', isThere, answer, `The disabled person is answered ${after.status}.`, after))
    return false
  // Where nobody was disabled, that they can be read says nothing.
  if (!isInactive(after.body)) q.block('active/stays-readable', 'active/disable-done')
  const shown = JSON.stringify(after.body?.active) ?? 'not shown'
  const detail = `active is ${shown} after a PATCH to false that was answered ${answer.status}.`
  return q.check('active/disable-done', isInactive(after.body), answer, detail, after)
}

/** A disable says nothing of other attributes, and the person stays findable: a return is looked up first. */
function* whileInactive(q: Questioner, made: Made, isFindable: boolean): Asking {
  const read = yield* q.read(made)
  const lost = lostValues(q, made, read.body, ['active'])
  q.check('active/others-kept', lost.length === 0, read, `The disable changed ${lost.join(', ')}.`)
  if (!isFindable) return q.block('active/found-when-inactive', 'look-up/finds')
  const isFound = yield* finds(q, made)
  q.check('active/found-when-inactive', isFound, yield* byName(q, made), 'An inactive person is not found by userName.')
}

function* byName(q: Questioner, made: Made): Asking<Answer> {
  return yield* filtered(q, `userName eq "${made.sent.userName}"`)
}

function* finds(q: Questioner, made: Made): Asking<boolean> {
  const isFound = (answer: Answer) => listIn(answer)?.ids.includes(made.id) ?? false
  return isFound(yield* q.until(() => byName(q, made), isFound))
}

/** Attributes that the endpoint keeps and that are no longer as they were sent. */
export function lostValues(
  q: Questioner,
  made: Made,
  shown: JsonObject | undefined,
  except: readonly string[],
): string[] {
  const sent = made.sent as JsonObject
  return COMPARED.filter((path) => {
    if (except.includes(path) || !q.facts.keeps.has(path)) return false
    const was = valueAt(sent, path)
    const is = valueAt(shown, path)
    // Whether it is a boolean at all is another question.
    if (path === 'active') return isInactive(shown) !== (was === false)
    return path === 'userName' ? String(is).toLowerCase() !== String(was).toLowerCase() : is !== was
  })
}

function* set(q: Questioner, made: Made, name: string, op: string, value: unknown, wanted: boolean): Asking<boolean> {
  const writing = q.patch(made, [{ op, path: 'active', value }])
  const expected = `${JSON.stringify(value)} must make active ${wanted}.`
  return yield* q.write(`active/${name}`, made, writing, wanted ? isActive : isInactive, expected, 'active')
}

/** Where "False" is not understood, "True" is tried on somebody who was disabled by the control. */
function* textTrue(q: Questioner): Asking {
  const made = yield* q.create()
  yield* q.patch(made, [{ op: 'replace', path: 'active', value: false }])
  yield* set(q, made, 'text-True', 'replace', 'True', true)
}

function* pathless(q: Questioner, made: Made): Asking {
  const writing = q.patch(made, [{ op: 'replace', value: { active: false } }])
  yield* q.write(
    'active/pathless',
    made,
    writing,
    isInactive,
    'An object without a path must make active false.',
    'active',
  )
}

function* addTrue(q: Questioner): Asking {
  const made = yield* q.create()
  yield* q.patch(made, [{ op: 'replace', path: 'active', value: false }])
  yield* set(q, made, 'add-true', 'add', true, true)
}
