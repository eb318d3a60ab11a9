import { isJsonArray, isJsonObject, type JsonObject } from '@scimulator/shared/scim'
import { type Answer, valueAt } from '../answer.ts'
import type { Asking } from '../asking.ts'
import type { Question } from '../question.ts'
import { type Made, type Questioner, shows } from '../questioner.ts'
import { carriers, richPerson } from './writes.ts'

/** What a PATCH with more than one operation, a remove, or a mistake in it does (RFC 7644 §3.5.2). */
export const patch: Question = {
  id: 'patch',
  asks: 'several operations are done, a remove takes away, and a refused request changes nothing',
  checks: [
    'patch/several-operations-accepted',
    'patch/several-operations-done',
    'patch/remove-accepted',
    'patch/remove-done',
    'patch/filtered-remove-keeps',
    'patch/all-or-nothing',
    'patch/unchanged-accepted',
    'patch/one-primary',
  ],
  *ask(q) {
    const made = yield* richPerson(q)
    const [first, second] = yield* carriers(q, made)
    q.need('writes/something', first !== undefined)
    if (!first) return
    if (second) yield* several(q, made, first, second)
    else
      for (const end of ['accepted', 'done'])
        q.leave(`patch/several-operations-${end}`, 'the endpoint keeps one attribute')
    yield* filteredRemoval(q)
    yield* removal(q, yield* richPerson(q))
    yield* unchanged(q, made, first)
    yield* atomicity(q, made, first)
    yield* onePrimary(q)
  },
}

function* several(q: Questioner, made: Made, first: string, second: string): Asking {
  const value = `Both ${q.name()}`
  const writing = q.patch(
    made,
    [first, second].map((path) => ({ op: 'replace', path, value })),
  )
  const isDone = (body: JsonObject | undefined) => shows(first, value)(body) && shows(second, value)(body)
  yield* q.write(
    'patch/several-operations',
    made,
    writing,
    isDone,
    `Both ${first} and ${second} must be ${JSON.stringify(value)}.`,
  )
}

/** One attribute after the other is tried: that one of them cannot be taken away may be a rule of the endpoint. */
function* removal(q: Questioner, made: Made): Asking {
  let last: Removal | undefined
  for (const path of ['title', 'nickName', 'displayName']) {
    if (valueAt((yield* q.read(made)).body, path) === undefined) continue
    const isGone = (answer: Answer) =>
      [undefined, null, ''].includes(valueAt(answer.body, path) as string | undefined | null)
    const answer = yield* q.patch(made, [{ op: 'remove', path }])
    if (!answer.ok) {
      last ??= { path, answer }
      continue
    }
    const after = yield* q.until(() => q.read(made), isGone)
    if (isGone(after)) {
      q.check('patch/remove-accepted', true, answer)
      return void q.check('patch/remove-done', true, answer)
    }
    last = { path, answer, after }
  }
  if (last) return notRemoved(q, last)
  for (const end of ['accepted', 'done']) {
    q.leave(`patch/remove-${end}`, 'the endpoint keeps nothing that could be removed')
  }
}

/** A user gives up one number, as Entra ID writes it, and keeps the other. */
function* filteredRemoval(q: Questioner): Asking {
  const check = 'patch/filtered-remove-keeps'
  const [work, mobile] = ['phoneNumbers[work]', 'phoneNumbers[mobile]']
  if (!q.facts.keeps.has(work) || !q.facts.keeps.has(mobile)) return q.leave(check, 'one phone number is kept')
  const made = yield* richPerson(q)
  const shown = (answer: Answer, path: string) => valueAt(answer.body, path) !== undefined
  const before = yield* q.settled(made, (body) => valueAt(body, mobile) !== undefined)
  const answer = yield* q.patch(made, [{ op: 'remove', path: 'phoneNumbers[type eq "mobile"].value' }])
  const after = yield* q.until(
    () => q.read(made),
    (one) => !shown(one, mobile),
  )
  const isTaken = answer.ok && after.ok && shown(before, work)
  const isKept = shown(after, work)
  if (!isTaken || (isKept && shown(after, mobile))) return q.leave(check, 'one of several is not removed this way')
  q.check(check, isKept, answer, 'The mobile number was removed, and the work number is gone as well.', after)
}

interface Removal {
  readonly path: string
  readonly answer: Answer
  readonly after?: Answer
}

function notRemoved(q: Questioner, { path, answer, after }: Removal): void {
  q.check('patch/remove-accepted', answer.ok, answer, `Removing ${path} is refused with ${answer.status}.`)
  if (after)
    q.check(
      'patch/remove-done',
      false,
      answer,
      `${path} was removed, and is ${JSON.stringify(valueAt(after.body, path))} all the same.`,
      after,
    )
  else q.block('patch/remove-done', 'patch/remove-accepted')
}

/** The same value once more: a repeated request, or one after a restart (RFC 7644 §3.5.2.1, §3.5.2.3). */
function* unchanged(q: Questioner, made: Made, path: string): Asking {
  const value = `Same ${q.name()}`
  const first = yield* q.patch(made, [{ op: 'replace', path, value }])
  const after = yield* q.settled(made, shows(path, value))
  if (!first.ok || !shows(path, value)(after.body)) return q.block('patch/unchanged-accepted', 'writes/something')
  const answer = yield* q.patch(made, [{ op: 'replace', path, value }])
  const detail = `A PATCH that gives ${path} the value that it has is refused with ${answer.status || 'no answer'}.`
  q.check('patch/unchanged-accepted', answer.ok, answer, detail)
}

/** One that is made primary takes it from the others (RFC 7643 §2.4, RFC 7644 §3.5.2). */
function* onePrimary(q: Questioner): Asking {
  const check = 'patch/one-primary'
  if (!q.facts.keeps.has('emails[work]')) return q.leave(check, 'the endpoint does not keep email addresses')
  const made = yield* q.create()
  const value = [{ type: 'home', value: `home-${q.name()}@${q.facts.emailDomain}`, primary: true }]
  const answer = yield* q.patch(made, [{ op: 'add', path: 'emails', value }])
  if (!answer.ok) return q.leave(check, 'the endpoint refuses a second address')
  const after = yield* q.settled(made, (body) => primariesIn(body) <= 1, check)
  const detail = `An address was added as the primary one, and ${primariesIn(after.body)} are primary now.`
  q.check(check, primariesIn(after.body) <= 1, answer, detail, after)
}

function primariesIn(body: JsonObject | undefined): number {
  const emails = body?.emails
  return isJsonArray(emails) ? emails.filter((one) => isJsonObject(one) && one.primary === true).length : 0
}

/** RFC 7644 §3.5.2: if one operation fails, the resource stays as it was. */
function* atomicity(q: Questioner, made: Made, path: string): Asking {
  const before = valueAt((yield* q.read(made)).body, path)
  const value = `Half ${q.name()}`
  const answer = yield* q.patch(made, [
    { op: 'replace', path, value },
    { op: 'no-such-operation', path, value },
  ])
  if (answer.ok) {
    q.remark(
      'unknown-operation-taken',
      'A PATCH with an operation that does not exist is answered as done.',
      answer.exchange,
    )
    return q.leave('patch/all-or-nothing', 'the endpoint takes an operation that does not exist')
  }
  const after = yield* q.settled(made, shows(path, before))
  const isWhole = valueAt(after.body, path) !== value
  q.check(
    'patch/all-or-nothing',
    isWhole,
    answer,
    `A PATCH that was refused with ${answer.status} was carried out by half: ${path} is ${JSON.stringify(value)}.`,
    after,
  )
}

/** Values of an element that a filter in the path names, where nothing fits it yet. */
export const filteredPath: Question = {
  id: 'filtered-path',
  asks: 'the first value of a kind is added where a filter in the path fits nothing yet',
  checks: [
    'filtered-path/add-accepted',
    'filtered-path/add-done',
    'filtered-path/add-keeps',
    'filtered-path/replace-missing-accepted',
    'filtered-path/replace-missing-done',
  ],
  *ask(q) {
    const made = yield* richPerson(q)
    q.need('writes/something', (yield* carriers(q, made)).length > 0)
    const { body } = yield* q.read(made)
    const kinds = KINDS.filter(({ kept }) => valueAt(body, kept) !== undefined)
    if (kinds.length === 0)
      for (const check of filteredPath.checks)
        q.leave(check, 'the endpoint keeps neither mobile numbers nor private addresses')
    for (const kind of kinds) if (yield* changes(q, kind)) yield* addMissing(q, kind)
  },
}

interface Missing {
  readonly kept: string
  readonly beside: string
  readonly path: string
  value(q: Questioner): string
}

const KINDS: readonly Missing[] = [
  {
    kept: 'phoneNumbers[mobile]',
    beside: 'phoneNumbers[work]',
    path: 'phoneNumbers[type eq "mobile"].value',
    value: (q) => q.facts.phone('+1 202 555 0146'),
  },
  {
    kept: 'emails[home]',
    beside: 'emails[work]',
    path: 'emails[type eq "home"].value',
    value: (q) => `home-${q.name()}@${q.facts.emailDomain}`,
  },
]

/** The control: the value beside it can be changed by its path, so that the kind as such is not frozen. */
function* changes(q: Questioner, { beside, path, value }: Missing): Asking<boolean> {
  const made = yield* q.create()
  if (valueAt((yield* q.read(made)).body, beside) === undefined) return true
  const wanted = value(q)
  const answer = yield* q.patch(made, [{ op: 'replace', path: path.replace(/"\w+"/, '"work"'), value: wanted }])
  const after = yield* q.until(
    () => q.read(made),
    (one) => valueAt(one.body, beside) === wanted,
  )
  const held = answer.ok && valueAt(after.body, beside) === wanted
  for (const check of held ? [] : filteredPath.checks) if (!q.results.has(check)) q.block(check, 'writes/filtered-path')
  return held
}

/** The first mobile number of somebody (RFC 7644 §3.5.2.1; Entra ID expects it to be made). One kind that fails is enough. */
function* addMissing(q: Questioner, { kept, beside, path, value }: Missing): Asking {
  for (const [name, op] of [
    ['add', 'add'],
    ['replace-missing', 'replace'],
  ] as const) {
    const made = yield* q.create()
    const before = valueAt((yield* q.read(made)).body, beside)
    const wanted = value(q)
    const answer = yield* q.patch(made, [{ op, path, value: wanted }])
    const check = `filtered-path/${name}`
    q.worst(`${check}-accepted`, answer.ok, answer, `The first ${kept} is refused with ${answer.status}.`)
    if (!answer.ok) {
      if (!q.results.has(`${check}-done`)) q.block(`${check}-done`, `${check}-accepted`)
      continue
    }
    const after = yield* q.settled(made, shows(kept, wanted), `${check}-done`)
    const found = valueAt(after.body, kept)
    const detail = `The first ${kept} was written: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(found) ?? 'nothing'}.`
    q.worst(`${check}-done`, found === wanted, answer, detail, after)
    const isKept = before === undefined || valueAt(after.body, beside) === before
    if (name === 'add') q.worst('filtered-path/add-keeps', isKept, answer, `Adding ${kept} took ${beside} away.`, after)
  }
}
