import type { JsonObject } from '@scimulator/shared/scim'
import { asText } from '@scimulator/shared/scim'
import { type Answer, idIn, listIn, valueAt } from '../answer.ts'
import type { Asking } from '../asking.ts'
import { COMPARED } from '../person.ts'
import type { Question } from '../question.ts'
import { Blocked, type Made, type Questioner } from '../questioner.ts'
import { filtered } from './look-up.ts'

/** A leaver must lose access, and get it back on return: active in every form that the services write. */
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
    'look-up/shows-current',
    'active/enable-accepted',
    'active/enable-done',
    'active/return-keeps-others',
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
    const isShown = yield* shown(q, made)
    if (!(isShown ? yield* control(q, made) : yield* unseen(q, made))) return
    yield* whileInactive(q, made, isFindable)
    const isBack = yield* set(q, made, 'enable', 'replace', true, true)
    if (isBack) yield* returnKeeps(q, made)
    // Who cannot be enabled again says nothing of the next form; somebody else does.
    const next = isBack ? made : yield* q.create()
    const isOut = yield* textFalse(q, next, 'text-False', 'False')
    if (!isBack) for (const end of ['accepted', 'done']) q.block(`active/text-True-${end}`, 'active/enable-done')
    else if (isOut) yield* set(q, next, 'text-True', 'replace', 'True', true)
    else yield* textTrue(q)
    yield* textFalse(q, yield* q.create(), 'text-false', 'false')
    yield* pathless(q, yield* q.create())
    yield* addTrue(q)
  },
}

export function isInactive(resource: JsonObject | undefined): boolean {
  const { active } = resource ?? {}
  return active === false || (typeof active === 'string' && active.toLowerCase() === 'false')
}

/** Who is gone is answered 404, and by some endpoints with a fault of the server; no answer at all says nothing. */
export function isReadable({ ok, status }: Answer): boolean {
  return ok || status === 0
}

export function isActive(resource: JsonObject | undefined): boolean {
  const { active } = resource ?? {}
  return active === true || (typeof active === 'string' && active.toLowerCase() === 'true')
}

/** Statuses that say: this method is not there at all. */
export const NOT_OFFERED = new Set([404, 405, 501])

/** Without it no answer says whether a disable was done. */
function* shown(q: Questioner, made: Made): Asking<boolean> {
  const after = yield* q.settled(made, (body) => body?.active !== undefined, 'active/shown')
  if (after.ok) q.check('active/shown', after.body?.active !== undefined, after, 'The person has no active.')
  return !after.ok || after.body?.active !== undefined
}

/**
 * Where active is never shown: that the disable is taken, and that the person can still be read. Whether it was done a filter may tell, and
 * what no filter tells is not judged.
 */
function* unseen(q: Questioner, made: Made): Asking<boolean> {
  const before = yield* asFiltersSay(q, made)
  const { answer } = (yield* disabled(q, made, () => true)) ?? {}
  if (!answer) return false
  for (const check of UNSEEN) q.block(check, 'active/shown')
  const after = yield* asFiltersSay(q, made)
  if (before && after && isUntouched(before, after)) q.check('active/disable-done', false, answer, untouched(after))
  return true
}

const UNSEEN = ['disable', 'enable', 'text-False', 'text-True', 'text-false', 'pathless', 'add-true'].map(
  (name) => `active/${name}-done`,
)

interface AsFiltersSay {
  readonly isOn: boolean
  readonly isOff: boolean
}

/** Undefined where a filter of two parts finds nobody anyhow, or one by active is refused: then filters say nothing. */
function* asFiltersSay(q: Questioner, made: Made): Asking<AsFiltersSay | undefined> {
  const name = `userName eq "${made.sent.userName}"`
  const found: (boolean | undefined)[] = []
  for (const other of [name, 'active eq true', 'active eq false'])
    found.push(listIn(yield* filtered(q, `${name} and ${other}`))?.ids.includes(made.id))
  const [isFindable, isOn, isOff] = found
  return isFindable && isOn !== undefined && isOff !== undefined ? { isOn, isOff } : undefined
}

/** As it was before, and not disabled: still active, or with an active that was stored neither then nor now. */
function isUntouched(before: AsFiltersSay, after: AsFiltersSay): boolean {
  return !after.isOff && !before.isOff && before.isOn === after.isOn
}

function untouched({ isOn }: AsFiltersSay): string {
  const found = isOn ? 'still finds the person as active' : 'finds the person neither as active nor as inactive'
  return `No answer has active, and after a PATCH to false that was answered well a filter by it ${found}.`
}

function* control(q: Questioner, made: Made): Asking<boolean> {
  const { answer, after } = (yield* disabled(q, made, isInactive)) ?? {}
  if (!answer || !after) return false
  // Where no user was disabled, that they can be read says nothing.
  if (!isInactive(after.body)) q.block('active/stays-readable', 'active/disable-done')
  const found = JSON.stringify(after.body?.active) ?? 'not shown'
  const detail = `active is ${found} after a PATCH to false that was answered ${answer.status}.`
  return q.check('active/disable-done', isInactive(after.body), answer, detail, after)
}

/** A disable that was taken, and the person as they can be read then; undefined where it is refused, or they cannot. */
function* disabled(
  q: Questioner,
  made: Made,
  isDone: (resource: JsonObject | undefined) => boolean,
): Asking<{ readonly answer: Answer; readonly after: Answer } | undefined> {
  const answer = yield* q.patch(made, [{ op: 'replace', path: 'active', value: false }])
  if (NOT_OFFERED.has(answer.status)) throw new Blocked('patch/offered')
  if (!q.check('active/disable-accepted', answer.ok, answer, `PATCH active false is refused with ${answer.status}.`))
    return undefined
  const after = yield* q.settled(made, isDone, 'active/disable-done')
  const isThere = isReadable(after)
  const detail = `The disabled person is answered ${after.status}.`
  return q.check('active/stays-readable', isThere, answer, detail, after) ? { answer, after } : undefined
}

/** A disable says nothing of other attributes, and the person stays findable: a return is looked up first. */
function* whileInactive(q: Questioner, made: Made, isFindable: boolean): Asking {
  const read = yield* q.read(made)
  const lost = lostValues(q, made, read.body, ['active'])
  q.check('active/others-kept', lost.length === 0, read, `The disable changed ${lost.join(', ')}.`)
  if (!isFindable) return q.block('active/found-when-inactive', 'look-up/finds')
  const found = yield* q.until(
    () => byName(q, made),
    (answer) => shownIn(answer, made) !== undefined,
    'active/found-when-inactive',
  )
  const shown = shownIn(found, made)
  if (shown && isUnseen(q)) return q.block('active/found-when-inactive', 'active/shown')
  q.check('active/found-when-inactive', shown !== undefined, found, 'An inactive person is not found by userName.')
  if (shown) yield* isCurrent(q, made, read)
}

/** What a lookup shows is what the person is: Entra ID compares it with what it wants, and asks for nothing else. */
function* isCurrent(q: Questioner, made: Made, read: Answer): Asking {
  const check = 'look-up/shows-current'
  if (!isInactive(read.body)) return q.leave(check, 'the person was not disabled')
  const isStale = (answer: Answer) => isActive(shownIn(answer, made))
  const found = yield* q.until(
    () => byName(q, made),
    (answer) => !isStale(answer),
    check,
  )
  q.check(check, !isStale(found), found, 'A lookup shows a disabled person as active.', read)
}

function shownIn(answer: Answer, { id }: Made): JsonObject | undefined {
  return listIn(answer)?.resources.find((one) => idIn(one) === id)
}

/** Who comes back is who they were; what a disable took away is told already. */
function* returnKeeps(q: Questioner, made: Made): Asking {
  const check = 'active/return-keeps-others'
  if (q.results.get('active/others-kept')?.state !== 'held') return q.block(check, 'active/others-kept')
  const read = yield* q.settled(made, (body) => lostValues(q, made, body, ['active']).length === 0, check)
  const lost = lostValues(q, made, read.body, ['active'])
  q.check(check, lost.length === 0, read, `The return changed ${lost.join(', ')}.`)
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
    return path === 'userName' ? asText(is).toLowerCase() !== asText(was).toLowerCase() : is !== was
  })
}

function* set(q: Questioner, made: Made, name: string, op: string, value: unknown, wanted: boolean): Asking<boolean> {
  const writing = q.patch(made, [{ op, path: 'active', value }])
  return yield* written(q, made, name, writing, wanted, `${JSON.stringify(value)} must make active ${wanted}.`)
}

/** Whether it was done is not asked where no answer shows it. */
function* written(
  q: Questioner,
  made: Made,
  name: string,
  writing: Asking<Answer>,
  wanted: boolean,
  expected: string,
): Asking<boolean> {
  const isDone = wanted ? isActive : isInactive
  if (!isUnseen(q)) return yield* q.write(`active/${name}`, made, writing, isDone, expected, 'active')
  const answer = yield* writing
  const detail = `${expected} It was refused with ${answer.status || 'no answer'}.`
  return q.check(`active/${name}-accepted`, answer.ok, answer, detail)
}

function isUnseen({ results }: Questioner): boolean {
  return results.get('active/shown')?.state === 'red'
}

/** A refusal may also mean that nothing changes, where the text is read as true: somebody who is disabled already tells the two apart. */
function* textFalse(q: Questioner, made: Made, name: string, value: string): Asking<boolean> {
  const isOut = yield* set(q, made, name, 'replace', value, false)
  if (isOut || q.results.get(`active/${name}-accepted`)?.state !== 'red') return isOut
  const other = yield* q.create()
  const out = yield* q.patch(other, [{ op: 'replace', path: 'active', value: false }])
  const answer = out.ok ? yield* q.patch(other, [{ op: 'replace', path: 'active', value }]) : out
  if (!answer.ok) return false
  const after = yield* q.read(other)
  if (!isActive(after.body)) return false
  q.block(`active/${name}-accepted`, 'patch/unchanged-accepted')
  const detail = `${JSON.stringify(value)} is refused for a person who is active, and enables one who is disabled.`
  return q.check(`active/${name}-done`, false, answer, detail, after)
}

/** Where "False" is not understood, "True" is tried on somebody who was disabled by the control. */
function* textTrue(q: Questioner): Asking {
  const made = yield* q.create()
  yield* q.patch(made, [{ op: 'replace', path: 'active', value: false }])
  yield* set(q, made, 'text-True', 'replace', 'True', true)
}

function* pathless(q: Questioner, made: Made): Asking {
  const writing = q.patch(made, [{ op: 'replace', value: { active: false } }])
  const isTaken = yield* written(
    q,
    made,
    'pathless',
    writing,
    false,
    'An object without a path must make active false.',
  )
  // To an endpoint that keeps no active an object of nothing else is one of nothing. Other attributes tell whether it takes objects.
  if (!isTaken && isUnseen(q)) q.block('active/pathless-accepted', 'active/shown')
}

function* addTrue(q: Questioner): Asking {
  const made = yield* q.create()
  yield* q.patch(made, [{ op: 'replace', path: 'active', value: false }])
  yield* set(q, made, 'add-true', 'add', true, true)
}
