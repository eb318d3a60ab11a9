import { asText, isJsonObject, type JsonObject } from '@scimulator/shared/scim'
import { type Answer, DEPARTMENT, ENTERPRISE, valueAt } from '../answer.ts'
import type { Asking } from '../asking.ts'
import type { Facts } from '../facts.ts'
import { type Body, MOBILE_PHONE, WORK_PHONE } from '../person.ts'
import type { Question } from '../question.ts'
import { Blocked, IF_MATCH, type Made, type Questioner } from '../questioner.ts'
import { changesBetween, type ValueChange } from '../resource-changes.ts'
import { type Blame, blames, type Cell, type Form, type Kind } from '../write-table.ts'
import { NOT_OFFERED } from './active.ts'
import { renamedBy } from './mail.ts'

interface Attribute {
  readonly name: string
  readonly kind: Kind
  /** As a PATCH names it. */
  readonly path: string
  value(stem: string, facts: Facts): string
}

const text = (stem: string): string => `New ${stem}`
const address = (stem: string, { emailDomain }: Facts): string => `${stem}@${emailDomain}`
const phone = (stem: string, facts: Facts): string =>
  facts.phone(`+1 202 555 01${50 + (Number(/\d+$/.exec(stem)?.[0] ?? 0) % 40)}`)

const ATTRIBUTES: readonly Attribute[] = [
  { name: 'displayName', kind: 'simple', path: 'displayName', value: text },
  { name: 'title', kind: 'simple', path: 'title', value: text },
  { name: 'nickName', kind: 'simple', path: 'nickName', value: text },
  { name: 'name.givenName', kind: 'dotted', path: 'name.givenName', value: text },
  { name: 'name.familyName', kind: 'dotted', path: 'name.familyName', value: text },
  { name: DEPARTMENT, kind: 'extension', path: DEPARTMENT, value: text },
  { name: `${ENTERPRISE}:employeeNumber`, kind: 'extension', path: `${ENTERPRISE}:employeeNumber`, value: text },
  { name: 'externalId', kind: 'simple', path: 'externalId', value: (stem) => `ext-${stem}` },
  { name: 'emails[work]', kind: 'filtered', path: 'emails[type eq "work"].value', value: address },
  { name: 'phoneNumbers[work]', kind: 'filtered', path: 'phoneNumbers[type eq "work"].value', value: phone },
  { name: 'userName', kind: 'userName', path: 'userName', value: address },
]

const FORMS: readonly Form[] = ['path', 'capital', 'add', 'object']

/** Checks by the mechanism that is to be blamed. */
const CHECK_OF: Readonly<Record<string, string>> = {
  nothing: 'writes/something',
  'path/simple': 'writes/simple-path',
  'path/dotted': 'writes/dotted-path',
  'path/extension': 'writes/extension-path',
  'path/filtered': 'writes/filtered-path',
  'object/simple': 'writes/object',
  'object/dotted': 'writes/dotted-keys',
  'object/extension': 'writes/urn-keys',
}

/** What is told of an attribute alone, where others of its kind can be written. */
const CHECK_OF_ATTRIBUTE: Readonly<Record<string, string>> = {
  'emails[work]': 'mail/change-by-path',
  externalId: 'writes/external-id',
}

const CHECKS = [
  'patch/offered',
  ...['something', 'every-attribute', 'simple-path', 'dotted-path', 'extension-path', 'filtered-path', 'capital'].map(
    (one) => `writes/${one}`,
  ),
  ...[
    'add-to-existing',
    'object-accepted',
    'object-done',
    'dotted-keys',
    'urn-keys',
    'user-name',
    'user-name-alone',
  ].map((one) => `writes/${one}`),
  'writes/others-kept',
  'writes/others-of-the-kind-kept',
  'writes/add-keeps-others',
  'writes/others-of-the-kind-unchanged',
  'writes/id-stays',
  IF_MATCH,
  'writes/answer-current',
  'writes/external-id',
  'writes/mail-keeps-user-name',
  'mail/change-by-path',
]

/** Every attribute that the endpoint keeps, in every form in which Entra ID writes it; and after each write, everything else. */
export const writes: Question = {
  id: 'writes',
  asks: 'each attribute can be written in each form that is sent, and nothing else changes',
  checks: CHECKS,
  *ask(q) {
    const made = yield* richPerson(q)
    const first = yield* q.settled(made, (body) => body !== undefined)
    const kept = ATTRIBUTES.filter(({ name }) => valueAt(first.body, name) !== undefined && !isBound(q, name))
    const table = new Table(q, made)
    for (const attribute of kept) yield* table.row(attribute)
    if (q.facts.mailIsName) yield* nameAndMail(q, made)
    else q.leave('writes/user-name-alone', 'the work address need not be the userName')
    if (!q.facts.keeps.has('externalId')) q.leave('writes/external-id', 'the endpoint does not keep externalId')
    table.judge()
  },
}

/** Where the work address is the userName, neither changes alone. */
function isBound({ facts }: Questioner, name: string): boolean {
  return facts.mailIsName && (name === 'userName' || name === 'emails[work]')
}

function* nameAndMail(q: Questioner, made: Made): Asking {
  const value = `${q.name()}@${q.facts.emailDomain}`
  const operations = ['userName', 'emails[type eq "work"].value'].map((path) => ({ op: 'replace', path, value }))
  const answer = yield* q.patch(made, operations)
  // The objectId of a deleted person, before the name (onyx-dot-app/onyx#14074).
  const goodbye = [
    { op: 'replace', path: 'userName', value: `283405f5a0d94b5c8d1c6d2f1f5a77c2${value}` },
    { op: 'replace', path: 'active', value: false },
  ]
  const gone = yield* q.patch(yield* q.create(), goodbye)
  q.check('writes/user-name-alone', gone.ok, gone, `A disable with another userName is refused with ${gone.status}.`)
  const isDone = (one: Answer) => sameValue('userName', valueAt(one.body, 'userName'), value)
  const after = yield* q.until(() => q.read(made), isDone, 'writes/user-name')
  const detail = `userName and the work address were written together: expected ${JSON.stringify(value)}, found ${JSON.stringify(valueAt(after.body, 'userName'))}.`
  q.check('writes/user-name', answer.ok && isDone(after), answer, detail, after)
}

/** With second values everywhere, so that what is changed beside the one is seen. */
export function* richPerson(q: Questioner): Asking<Made> {
  const name = q.name()
  const domain = q.facts.emailDomain
  const more: Body = {
    nickName: `Nick ${name}`,
    emails: [
      { primary: true, type: 'work', value: `${name}@${domain}` },
      { type: 'home', value: `home-${name}@${domain}` },
    ],
    phoneNumbers: [
      { type: 'work', value: q.facts.phone(WORK_PHONE) },
      { type: 'mobile', value: q.facts.phone(MOBILE_PHONE) },
    ],
    addresses: [{ type: 'work', locality: 'Denver', country: 'US' }],
  }
  const changes = Object.fromEntries(Object.entries(more).filter(([key]) => !q.facts.omit.includes(key)))
  return yield* q.create({ ...changes, userName: `${name}@${domain}` })
}

class Table {
  readonly #q: Questioner
  readonly #made: Made
  readonly #cells: Cell[] = []
  #last: Answer | undefined
  readonly #exchanges = new Map<Cell, { answer: Answer; after?: Answer }>()

  constructor(q: Questioner, made: Made) {
    this.#q = q
    this.#made = made
  }

  *row(attribute: Attribute): Asking {
    for (const form of FORMS) {
      if (form === 'object' && attribute.kind === 'filtered') continue
      const isFirst = form === 'path'
      // A userName that cannot be changed at all says nothing of the other forms; one that can is an attribute like others.
      const kind = attribute.kind === 'userName' && !isFirst ? 'simple' : attribute.kind
      const isDone = yield* this.#cell({ ...attribute, kind }, form)
      if (attribute.kind === 'userName' && isFirst && !isDone) return
    }
  }

  *#cell(attribute: Attribute, form: Form): Asking<boolean> {
    const q = this.#q
    const { name, kind } = attribute
    const value = attribute.value(q.name(), q.facts)
    const before = this.#last ?? (yield* q.read(this.#made))
    // What an earlier write took away says nothing of this one; that it did is told already.
    if (kind === 'filtered' && before.ok && valueAt(before.body, name) === undefined) return false
    const answer = yield* q.patch(this.#made, [operation(attribute, form, value)])
    if (NOT_OFFERED.has(answer.status) && this.#cells.length === 0) {
      q.check('patch/offered', false, answer, `PATCH is answered ${answer.status}.`)
      throw new Blocked('patch/offered')
    }
    if (!answer.ok) {
      this.#note({ attribute: name, kind, form, outcome: 'refused', detail: refusal(name, form, answer) }, answer)
      return false
    }
    const isDone = (one: Answer) => sameValue(name, valueAt(one.body, name), value)
    const after = yield* q.until(() => q.read(this.#made), isDone, doubtOf(kind, form, name))
    const shown = JSON.stringify(valueAt(after.body, name)) ?? 'nothing'
    const detail = `${name} was written ${inForm(form)}: expected ${JSON.stringify(value)}, found ${shown}.`
    this.#note({ attribute: name, kind, form, outcome: isDone(after) ? 'done' : 'not-done', detail }, answer, after)
    // What was seen to hold the newest write holds the earlier ones as well; after a write that was not done it is read anew.
    this.#last = isDone(after) ? after : undefined
    this.#others(attribute, value, before, answer, after, form === 'add')
    if (isDone(after)) this.#current(name, answer, isDone(answer))
    return isDone(after)
  }

  #note(cell: Cell, answer: Answer, after?: Answer): void {
    this.#cells.push(cell)
    this.#exchanges.set(cell, { answer, ...(after ? { after } : {}) })
  }

  /** What changed without being asked for. Values that the endpoint derives from the new one are its own affair. */
  #others(
    { name, kind }: Attribute,
    value: string,
    before: Answer,
    answer: Answer,
    after: Answer,
    isAdd: boolean,
  ): void {
    const q = this.#q
    if (!before.ok || !after.ok) return
    if (after.body?.id !== undefined && asText(after.body.id) !== this.#made.id) {
      q.check('writes/id-stays', false, answer, `The id is ${JSON.stringify(after.body.id)} now.`, after)
    }
    const own = pathOf(name)
    const changes = changesBetween(before.body, after.body).filter(({ path }) => path !== own)
    const [siblings, others] = split(changes, ({ path }) => kind === 'filtered' && isSibling(path, own))
    const [lost, overwritten] = split(
      siblings.filter((one) => one.before !== undefined),
      (one) => one.after === undefined,
    )
    const strangers = others.filter((change) => !isDerived(change, value))
    const renames = name === 'emails[work]' && others.some((change) => change.path === 'userName')
    if (renames) q.worst('writes/mail-keeps-user-name', false, answer, renamedBy('PATCH', value), after)
    this.#told('writes/others-of-the-kind-unchanged', name, overwritten, answer, after)
    this.#told(isAdd ? 'writes/add-keeps-others' : 'writes/others-of-the-kind-kept', name, lost, answer, after)
    this.#told('writes/others-kept', name, strangers, answer, after)
  }

  /** RFC 7644 §3.5.2: 200 with the whole resource, or 204. */
  #current(name: string, answer: Answer, isCurrent: boolean): void {
    if (answer.status !== 200 || isCurrent) return
    const what = answer.body?.userName === undefined ? 'no resource' : `the ${name} of before`
    this.#q.worst('writes/answer-current', false, answer, `A PATCH of ${name} is answered 200 with ${what}.`)
  }

  #told(check: string, name: string, changes: readonly ValueChange[], answer: Answer, after: Answer): void {
    if (changes.length === 0) return
    const detail = `A write of ${name} changed ${changes.map(changeText).join(', ')} as well.`
    this.#q.worst(check, false, answer, detail, after)
  }

  judge(): void {
    const found = blames(this.#cells)
    for (const one of found) {
      const { mechanism, outcome, cells } = one
      for (const check of new Set(cells.map((cell) => checkOf(mechanism, outcome, cell))))
        this.#red({ ...one, cells: cells.filter((cell) => checkOf(mechanism, outcome, cell) === check) })
    }
    for (const check of CHECKS) if (!this.#q.results.has(check)) this.#hold(check)
  }

  #red(blame: Blame): void {
    const { mechanism, outcome, cells } = blame
    const [cell] = cells
    if (!cell) return
    const { answer, after } = this.#exchanges.get(cell) ?? {}
    const detail = cells
      .slice(0, 2)
      .map((one) => one.detail)
      .join(' ')
    this.#q.check(checkOf(mechanism, outcome, cell), false, answer, detail, after)
  }

  #hold(check: string): void {
    if (this.#cells.length === 0) this.#q.leave(check, 'the endpoint keeps no attribute that could be written')
    else this.#q.check(check, true)
  }
}

function checkOf(mechanism: Blame['mechanism'], outcome: Blame['outcome'], { kind, attribute }: Cell): string {
  if (kind === 'userName' && mechanism !== 'nothing') return 'writes/user-name'
  if (mechanism === 'attribute') return CHECK_OF_ATTRIBUTE[attribute] ?? 'writes/every-attribute'
  if (mechanism.startsWith('capital/')) return 'writes/capital'
  if (mechanism.startsWith('add/')) return 'writes/add-to-existing'
  if (mechanism === 'object/simple') return outcome === 'refused' ? 'writes/object-accepted' : 'writes/object-done'
  return CHECK_OF[mechanism] ?? 'writes/every-attribute'
}

/** What is in doubt where one write is not done yet: only of the plainest form is it known before the others are seen. */
function doubtOf(kind: Attribute['kind'], form: Form, name: string): string | undefined {
  const isPlain = kind === 'simple' && form === 'path'
  return isPlain ? (CHECK_OF_ATTRIBUTE[name] ?? 'writes/every-attribute') : undefined
}

function operation({ path }: Attribute, form: Form, value: string): Body {
  switch (form) {
    case 'path':
      return { op: 'replace', path, value }
    case 'capital':
      return { op: 'Replace', path, value }
    case 'add':
      return { op: 'add', path, value }
    case 'object':
      return { op: 'replace', value: { [path]: value } }
  }
}

function inForm(form: Form): string {
  return {
    path: 'by its path',
    capital: 'by Replace in capitals',
    add: 'by add',
    object: 'in an object without a path',
  }[form]
}

function refusal(name: string, form: Form, { status, body }: Answer): string {
  const detail = isJsonObject(body) && typeof body.detail === 'string' ? ` (${body.detail})` : ''
  return `${name} was written ${inForm(form)} and refused with ${status || 'no answer'}${detail}.`
}

function sameValue(name: string, shown: unknown, value: string): boolean {
  return name === 'userName' || name === 'emails[work]'
    ? asText(shown).toLowerCase() === value.toLowerCase()
    : shown === value
}

/** As `changesBetween` names it. */
function pathOf(name: string): string {
  return name.startsWith('urn:') ? name.replace(/:([^:]+)$/, '.$1') : name
}

function isSibling(path: string, own: string): boolean {
  return path.split('[')[0] === own.split('[')[0]
}

function isDerived({ after }: ValueChange, value: string): boolean {
  return after?.toLowerCase().includes(value.toLowerCase()) ?? false
}

function changeText({ path, before, after }: ValueChange): string {
  return `${path} from ${JSON.stringify(before) ?? 'nothing'} to ${JSON.stringify(after) ?? 'nothing'}`
}

function split<Item>(list: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [list.filter(isFirst), list.filter((one) => !isFirst(one))]
}

/** Attributes that one plain PATCH changes: what may carry another question. */
export function* carriers(q: Questioner, made: Made): Asking<readonly string[]> {
  const found: string[] = []
  for (const path of ['displayName', 'title', 'nickName', 'name.givenName', 'name.familyName']) {
    if (valueAt(made.answer.body ?? (made.sent as JsonObject), path) === undefined) continue
    const value = `Carried ${q.name()}`
    const answer = yield* q.patch(made, [{ op: 'replace', path, value }])
    if (NOT_OFFERED.has(answer.status)) throw new Blocked('patch/offered')
    const after = answer.ok
      ? yield* q.until(
          () => q.read(made),
          (one) => valueAt(one.body, path) === value,
        )
      : answer
    if (valueAt(after.body, path) === value && answer.ok) found.push(path)
    if (found.length === 2) break
  }
  return found
}
