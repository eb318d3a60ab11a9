import type { JsonObject } from '@scimulator/shared/scim'
import { DEPARTMENT, valueAt } from '../answer.ts'
import type { Asking } from '../asking.ts'
import type { Body } from '../person.ts'
import type { Question } from '../question.ts'
import { type Made, type Questioner, shows } from '../questioner.ts'
import { lostValues, NOT_OFFERED } from './active.ts'

/** PATCH of people, in every form that the two dialects of Entra ID write (RFC 7644 §3.5.2). */
export const patch: Question = {
  id: 'patch',
  asks: 'an update is done, in each of the forms that are sent, and touches nothing else',
  checks: [
    'patch/offered',
    'patch/simple-accepted',
    'patch/simple-done',
    'patch/others-kept',
    'patch/capital-operation-accepted',
    'patch/capital-operation-done',
    'patch/add-to-existing-accepted',
    'patch/add-to-existing-done',
    'patch/several-operations-accepted',
    'patch/several-operations-done',
    'patch/dotted-path-accepted',
    'patch/dotted-path-done',
    'patch/extension-path-accepted',
    'patch/extension-path-done',
    'patch/pathless-accepted',
    'patch/pathless-done',
    'patch/pathless-dotted-accepted',
    'patch/pathless-dotted-done',
    'patch/pathless-urn-accepted',
    'patch/pathless-urn-done',
    'patch/user-name-accepted',
    'patch/user-name-done',
    'patch/remove-accepted',
    'patch/remove-done',
    'patch/all-or-nothing',
    'patch/id-stays',
  ],
  *ask(q) {
    const made = yield* q.create()
    if (!(yield* control(q, made))) return
    yield* forms(q)
    yield* objects(q)
    yield* rename(q)
    yield* removal(q)
    yield* atomicity(q)
  },
}

function* control(q: Questioner, made: Made): Asking<boolean> {
  const value = `Changed ${q.name()}`
  const answer = yield* q.patch(made, [{ op: 'replace', path: 'displayName', value }])
  const isThere = !NOT_OFFERED.has(answer.status)
  if (!q.check('patch/offered', isThere, answer, `PATCH is answered ${answer.status}.`)) return false
  if (!q.check('patch/simple-accepted', answer.ok, answer, `PATCH displayName is refused with ${answer.status}.`))
    return false
  const after = yield* q.settled(made, shows('displayName', value))
  const isDone = valueAt(after.body, 'displayName') === value
  if (!q.facts.keeps.has('displayName')) return onlyAccepted(q)
  const detail = `displayName is ${JSON.stringify(valueAt(after.body, 'displayName'))} after a PATCH that was answered ${answer.status}.`
  if (!q.check('patch/simple-done', isDone, answer, detail, after)) return false
  const lost = lostValues(q, made, after.body, ['displayName'])
  q.check(
    'patch/others-kept',
    lost.length === 0,
    answer,
    `A PATCH of displayName changed ${lost.join(', ')} as well.`,
    after,
  )
  q.check(
    'patch/id-stays',
    after.body === undefined || String(after.body.id) === made.id,
    answer,
    'The id changed.',
    after,
  )
  return true
}

function onlyAccepted(q: Questioner): boolean {
  for (const check of patch.checks) if (!q.results.has(check)) q.leave(check, 'the endpoint does not keep displayName')
  return false
}

function* form(
  q: Questioner,
  name: string,
  path: string,
  operations: (value: string) => readonly Body[],
  made?: Made,
): Asking {
  if (!q.facts.keeps.has(path)) {
    for (const end of ['accepted', 'done']) q.leave(`patch/${name}-${end}`, `the endpoint does not keep ${path}`)
    return
  }
  const person = made ?? (yield* q.create())
  const value = `New ${q.name()}`
  yield* q.write(
    `patch/${name}`,
    person,
    q.patch(person, operations(value)),
    shows(path, value),
    `${path} must change.`,
  )
}

function* forms(q: Questioner): Asking {
  const made = yield* q.create()
  yield* form(q, 'capital-operation', 'displayName', (value) => [{ op: 'Replace', path: 'displayName', value }], made)
  yield* form(q, 'add-to-existing', 'displayName', (value) => [{ op: 'add', path: 'displayName', value }], made)
  yield* form(q, 'dotted-path', 'name.givenName', (value) => [{ op: 'replace', path: 'name.givenName', value }], made)
  yield* form(q, 'extension-path', DEPARTMENT, (value) => [{ op: 'replace', path: DEPARTMENT, value }], made)
  yield* several(q, made)
}

function* several(q: Questioner, made: Made): Asking {
  const [first, second] = ['displayName', 'title'].filter((path) => q.facts.keeps.has(path))
  if (!first || !second) {
    for (const end of ['accepted', 'done'])
      q.leave(`patch/several-operations-${end}`, 'the endpoint keeps one of displayName and title')
    return
  }
  const value = `Both ${q.name()}`
  const writing = q.patch(
    made,
    [first, second].map((path) => ({ op: 'replace', path, value })),
  )
  const isDone = (body: JsonObject | undefined) => shows(first, value)(body) && shows(second, value)(body)
  yield* q.write('patch/several-operations', made, writing, isDone, 'Both of two operations must be carried out.')
}

function* objects(q: Questioner): Asking {
  const made = yield* q.create()
  yield* form(q, 'pathless', 'displayName', (value) => [{ op: 'replace', value: { displayName: value } }], made)
  yield* form(
    q,
    'pathless-dotted',
    'name.givenName',
    (value) => [{ op: 'replace', value: { 'name.givenName': value } }],
    made,
  )
  yield* form(q, 'pathless-urn', DEPARTMENT, (value) => [{ op: 'replace', value: { [DEPARTMENT]: value } }], made)
}

/** People marry, and Entra ID renames whoever goes into its bin. */
function* rename(q: Questioner): Asking {
  const made = yield* q.create()
  const value = `${q.name()}@${q.facts.emailDomain}`
  const isDone = (body: JsonObject | undefined) =>
    String(valueAt(body, 'userName')).toLowerCase() === value.toLowerCase()
  const writing = q.patch(made, [{ op: 'replace', path: 'userName', value }])
  yield* q.write('patch/user-name', made, writing, isDone, 'userName must change.')
}

function* removal(q: Questioner): Asking {
  if (!q.facts.keeps.has('title')) {
    for (const end of ['accepted', 'done']) q.leave(`patch/remove-${end}`, 'the endpoint does not keep title')
    return
  }
  const made = yield* q.create()
  const isGone = (body: JsonObject | undefined) =>
    [undefined, null, ''].includes(valueAt(body, 'title') as string | undefined | null)
  const writing = q.patch(made, [{ op: 'remove', path: 'title' }])
  yield* q.write('patch/remove', made, writing, isGone, 'The title must be taken away.')
}

/** RFC 7644 §3.5.2: if one operation fails, the resource stays as it was. */
function* atomicity(q: Questioner): Asking {
  const made = yield* q.create()
  const value = `Half ${q.name()}`
  const operations = [
    { op: 'replace', path: 'displayName', value },
    { op: 'no-such-operation', path: 'title', value },
  ]
  const answer = yield* q.patch(made, operations)
  if (answer.ok) {
    q.remark(
      'unknown-operation-taken',
      'A PATCH with an operation that does not exist is answered as done.',
      answer.exchange,
    )
    return q.leave('patch/all-or-nothing', 'the endpoint takes an operation that does not exist')
  }
  const after = yield* q.settled(made, shows('displayName', made.sent.displayName))
  const isWhole = valueAt(after.body, 'displayName') !== value
  q.check(
    'patch/all-or-nothing',
    isWhole,
    answer,
    `A PATCH that was refused with ${answer.status} was carried out by half.`,
    after,
  )
}

/** Values of an element that a filter in the path names. */
export const filteredPath: Question = {
  id: 'filtered-path',
  asks: 'a path with a filter changes or adds the one element that it names',
  checks: [
    'filtered-path/replace-accepted',
    'filtered-path/replace-done',
    'filtered-path/replace-only-that',
    'filtered-path/add-accepted',
    'filtered-path/add-done',
    'filtered-path/add-keeps',
    'filtered-path/replace-missing-accepted',
    'filtered-path/replace-missing-done',
  ],
  *ask(q) {
    yield* simple(q)
    yield* replaceOne(q)
    yield* addMissing(q)
  },
}

/** The control: without a plain PATCH there is nothing to compare. */
function* simple(q: Questioner): Asking {
  const made = yield* q.create()
  const value = `Plain ${q.name()}`
  const answer = yield* q.patch(made, [{ op: 'replace', path: 'displayName', value }])
  q.need(NOT_OFFERED.has(answer.status) ? 'patch/offered' : 'patch/simple-accepted', answer.ok)
}

function* replaceOne(q: Questioner): Asking {
  const checks = ['accepted', 'done', 'only-that'].map((end) => `filtered-path/replace-${end}`)
  if (!q.facts.keeps.has('phoneNumbers[work]')) return leaveAll(q, checks, 'phone numbers')
  const phoneNumbers = [
    { type: 'work', value: '+1 202 555 0143' },
    { type: 'home', value: '+1 202 555 0144' },
  ]
  const made = yield* q.create({ phoneNumbers })
  const before = valueAt((yield* q.read(made)).body, 'phoneNumbers[home]')
  const value = '+1 202 555 0145'
  const writing = q.patch(made, [{ op: 'replace', path: 'phoneNumbers[type eq "work"].value', value }])
  const isDone = shows('phoneNumbers[work]', value)
  if (!(yield* q.write('filtered-path/replace', made, writing, isDone, 'The work number must change.'))) return
  const after = yield* q.read(made)
  const kept = before === undefined || valueAt(after.body, 'phoneNumbers[home]') === before
  q.check('filtered-path/replace-only-that', kept, after, 'The home number changed as well.')
}

/** The first mobile number of somebody: nothing fits the filter yet (RFC 7644 §3.5.2.1; Entra ID expects it to be made). */
function* addMissing(q: Questioner): Asking {
  const checks = filteredPath.checks.filter((check) => /\/(add|replace-missing)-/.test(check))
  if (!(yield* keepsMobile(q))) return leaveAll(q, checks, 'mobile numbers')
  const value = '+1 202 555 0146'
  const path = 'phoneNumbers[type eq "mobile"].value'
  const made = yield* q.create()
  const isDone = shows('phoneNumbers[mobile]', value)
  const added = yield* q.write(
    'filtered-path/add',
    made,
    q.patch(made, [{ op: 'add', path, value }]),
    isDone,
    'The first mobile number must be there.',
  )
  if (added) {
    const after = yield* q.read(made)
    const kept = valueAt(after.body, 'phoneNumbers[work]') === '+1 202 555 0143'
    q.check('filtered-path/add-keeps', kept, after, 'Adding a mobile number changed the work number.')
  }
  const other = yield* q.create()
  const writing = q.patch(other, [{ op: 'replace', path, value }])
  yield* q.write('filtered-path/replace-missing', other, writing, isDone, 'Replace must add where nothing fits.')
}

function* keepsMobile(q: Questioner): Asking<boolean> {
  const phoneNumbers = [
    { type: 'work', value: '+1 202 555 0143' },
    { type: 'mobile', value: '+1 202 555 0147' },
  ]
  const made = yield* q.create({ phoneNumbers })
  const { body } = yield* q.read(made)
  return valueAt(body, 'phoneNumbers[mobile]') !== undefined && valueAt(body, 'phoneNumbers[work]') !== undefined
}

function leaveAll(q: Questioner, checks: readonly string[], what: string): void {
  for (const check of checks) q.leave(check, `the endpoint does not keep ${what}`)
}
