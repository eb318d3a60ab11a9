import { type Answer, membersIn } from '../answer.ts'
import type { Asking } from '../asking.ts'
import { composed } from '../facts.ts'
import { type Body, patchBody } from '../person.ts'
import type { Question } from '../question.ts'
import { Blocked, type Made, type Questioner } from '../questioner.ts'
import { NOT_OFFERED } from './active.ts'

/** Members of groups, in each form that the services write (RFC 7644 §3.5.2.1, §3.5.2.2). */
export const member: Question = {
  id: 'member',
  asks: 'members come and go one by one, and no other member is touched',
  checks: [
    'member/patch-offered',
    'member/add-accepted',
    'member/add-done',
    'member/add-keeps',
    'member/add-several-done',
    'member/add-capital-accepted',
    'member/add-capital-done',
    'member/add-again-accepted',
    'member/add-again-once',
    'member/remove-value-accepted',
    'member/remove-value-done',
    'member/remove-value-keeps',
    'member/remove-filter-accepted',
    'member/remove-filter-done',
    'member/remove-filter-keeps',
    'member/remove-several-done',
    'member/remove-operations-done',
    'member/second-group-accepted',
    'member/other-groups-kept',
    'member/remove-absent-accepted',
    'member/remove-absent-keeps',
    'member/replace-done',
    'member/pathless-add-accepted',
    'member/pathless-add-done',
    'member/ref-null-accepted',
    'member/nested-accepted',
    'member/nested-done',
  ],
  *ask(q) {
    if (!q.facts.groups) throw new Blocked('groups/offered')
    const people = [yield* q.create(), yield* q.create(), yield* q.create(), yield* q.create(), yield* q.create()]
    const crowd = new Crowd(q, yield* q.createGroup([], people.at(-1)), people)
    yield* add(q, crowd)
    yield* removeByValue(q, people)
    yield* removeByFilter(q, people)
    yield* removeSeveral(q, people)
    yield* replaced(q, people)
    yield* otherGroups(q, people)
    yield* addInOtherForms(q, people)
    yield* nested(q)
  },
}

/** A group and what must be in it. */
class Crowd {
  readonly q: Questioner
  readonly group: Made
  readonly people: readonly Made[]

  constructor(q: Questioner, group: Made, people: readonly Made[]) {
    this.q = q
    this.group = group
    this.people = people
  }

  id(index: number): string {
    return this.people[index]?.id ?? ''
  }

  /** Reads until these people are in it, and those not. */
  *has(within: readonly number[], without: readonly number[] = [], check?: string): Asking<Seen> {
    const isSo = (answer: Answer) => {
      const ids = membersIn(answer.body) ?? []
      return within.every((one) => ids.includes(this.id(one))) && without.every((one) => !ids.includes(this.id(one)))
    }
    const answer = yield* this.q.until(() => this.q.read(this.group), isSo, check)
    return { answer, ids: membersIn(answer.body) ?? [], isSo: isSo(answer) }
  }

  *patch(operations: readonly Body[]): Asking<Answer> {
    const answer = yield* this.q.patch(this.group, operations)
    if (NOT_OFFERED.has(answer.status) && !this.q.results.has('member/add-accepted')) {
      this.q.check('member/patch-offered', false, answer, `PATCH of a group is answered ${answer.status}.`)
      throw new Blocked('member/patch-offered')
    }
    return answer
  }
}

interface Seen {
  readonly answer: Answer
  readonly ids: readonly string[]
  readonly isSo: boolean
}

const values = (ids: readonly string[]) => ids.map((value) => ({ value }))

/** A fresh group in which the first three people are, put there by the control. */
function* filled(q: Questioner, people: readonly Made[]): Asking<Crowd> {
  const crowd = new Crowd(q, yield* q.createGroup([], people.at(-1)), people)
  for (const index of [0, 1, 2]) {
    const answer = yield* crowd.patch([{ op: 'add', path: 'members', value: values([crowd.id(index)]) }])
    if (index === 0) joinsAnother(q, answer)
  }
  let seen = yield* crowd.has([0, 1, 2])
  if (!seen.isSo) {
    // Where one add replaces the other, all at once may still do.
    yield* crowd.patch([{ op: 'add', path: 'members', value: values([0, 1, 2].map((one) => crowd.id(one))) }])
    seen = yield* crowd.has([0, 1, 2])
  }
  q.need('member/add-keeps', seen.isSo)
  return crowd
}

/** All of them are in a group already. @throws Blocked where they may be in one only: everything else would fail because of that */
function joinsAnother(q: Questioner, answer: Answer): void {
  const check = 'member/second-group-accepted'
  const detail = `Somebody who is in one group is added to another, and is refused with ${answer.status}.`
  if (!q.check(check, answer.ok, answer, detail)) throw new Blocked(check)
}

function* add(q: Questioner, crowd: Crowd): Asking {
  const one = yield* crowd.patch([{ op: 'add', path: 'members', value: values([crowd.id(0)]) }])
  q.check('member/patch-offered', true, one)
  if (!q.check('member/add-accepted', one.ok, one, `Adding a member is refused with ${one.status}.`))
    throw new Blocked('member/add-accepted')
  const first = yield* crowd.has([0], [], 'member/add-done')
  if (!q.check('member/add-done', first.isSo, one, 'The added member is not in the group.', first.answer))
    throw new Blocked('member/add-done')
  const two = yield* crowd.patch([{ op: 'add', path: 'members', value: values([crowd.id(1)]) }])
  const both = yield* crowd.has([0, 1], [], 'member/add-keeps')
  const isThere = both.ids.includes(crowd.id(0))
  q.check('member/add-keeps', isThere, two, 'Adding a member took the one out who was in the group.', both.answer)
  const more = yield* crowd.patch([{ op: 'add', path: 'members', value: values([crowd.id(2), crowd.id(3)]) }])
  const all = yield* crowd.has([2, 3])
  q.check(
    'member/add-several-done',
    all.isSo,
    more,
    'Of two members that were added at once not both are in the group.',
    all.answer,
  )
  yield* again(q, crowd)
}

/** JumpCloud adds people who are there already (Infisical/infisical#2138). */
function* again(q: Questioner, crowd: Crowd): Asking {
  const before = yield* crowd.has([])
  const present = before.ids[0] ?? crowd.id(0)
  const answer = yield* crowd.patch([{ op: 'add', path: 'members', value: values([present]) }])
  q.check(
    'member/add-again-accepted',
    answer.ok,
    answer,
    `Adding a member who is there is refused with ${answer.status}.`,
  )
  const after = yield* crowd.has([])
  const times = after.ids.filter((id) => id === present).length
  if (times === 0) return q.block('member/add-again-once', 'member/add-keeps')
  q.check('member/add-again-once', times === 1, answer, `The member is in the group ${times} times.`, after.answer)
}

function* removeByValue(q: Questioner, people: readonly Made[]): Asking {
  const crowd = yield* filled(q, people)
  const body = [{ op: 'remove', path: 'members', value: values([crowd.id(0)]) }]
  yield* removal(q, 'remove-value', crowd, body)
  yield* absent(q, yield* filled(q, people))
}

function* removeByFilter(q: Questioner, people: readonly Made[]): Asking {
  const crowd = yield* filled(q, people)
  yield* removal(q, 'remove-filter', crowd, [{ op: 'remove', path: `members[value eq "${crowd.id(0)}"]` }])
}

function* removal(q: Questioner, form: string, crowd: Crowd, operations: readonly Body[]): Asking {
  const answer = yield* crowd.patch(operations)
  if (!q.check(`member/${form}-accepted`, answer.ok, answer, `The removal is refused with ${answer.status}.`)) return
  const after = yield* crowd.has([1, 2], [0])
  const isOut = !after.ids.includes(crowd.id(0))
  q.check(`member/${form}-done`, isOut, answer, 'The member is still in the group.', after.answer)
  const kept = [1, 2].every((one) => after.ids.includes(crowd.id(one)))
  // Where no member was removed, that the others stayed says nothing.
  if (!isOut && kept) return q.block(`member/${form}-keeps`, `member/${form}-done`)
  q.check(`member/${form}-keeps`, kept, answer, `Of the two others ${after.ids.length} are left.`, after.answer)
}

/** Two at once, as Entra ID writes them: in one value, and with the suffix in an operation for each. */
function* removeSeveral(q: Questioner, people: readonly Made[]): Asking {
  const forms: readonly (readonly [string, string, (ids: readonly string[]) => readonly Body[]])[] = [
    ['remove-several', 'remove-value', (ids) => [{ op: 'remove', path: 'members', value: values(ids) }]],
    [
      'remove-operations',
      'remove-filter',
      (ids) => ids.map((id) => ({ op: 'remove', path: `members[value eq "${id}"]` })),
    ],
  ]
  for (const [name, one, operations] of forms) {
    const check = `member/${name}-done`
    const stands = ['accepted', 'done', 'keeps'].map((end) => `member/${one}-${end}`)
    const inTheWay = stands.find((id) => q.results.get(id)?.state !== 'held')
    if (inTheWay) {
      q.block(check, inTheWay)
      continue
    }
    const crowd = yield* filled(q, people)
    const answer = yield* crowd.patch(operations([crowd.id(0), crowd.id(1)]))
    const after = yield* crowd.has([2], [0, 1])
    const left = [0, 1].filter((index) => after.ids.includes(crowd.id(index))).length
    const detail = `Of two members who were removed at once ${left} are still in the group.`
    q.check(check, answer.ok && left === 0, answer, detail, after.answer)
  }
}

/** All values of a list are replaced by those that are sent (RFC 7644 §3.5.2.3). */
function* replaced(q: Questioner, people: readonly Made[]): Asking {
  const check = 'member/replace-done'
  const crowd = yield* filled(q, people)
  const answer = yield* crowd.patch([{ op: 'replace', path: 'members', value: values([crowd.id(2), crowd.id(3)]) }])
  if (!answer.ok) {
    q.remark('member-replace-refused', `A replace of members is refused with ${answer.status}.`, answer.exchange)
    return q.leave(check, 'the endpoint refuses a replace of members')
  }
  const after = yield* crowd.has([2, 3], [0, 1])
  const left = [0, 1].filter((one) => after.ids.includes(crowd.id(one))).length
  const there = [2, 3].filter((one) => after.ids.includes(crowd.id(one))).length
  const detail = `Of two members who were to be replaced ${left} are still in the group, of two who were sent ${there} are.`
  q.check(check, after.isSo, answer, detail, after.answer)
}

/** A user need not leave one group to join another. */
function* otherGroups(q: Questioner, people: readonly Made[]): Asking {
  const first = new Crowd(q, yield* q.createGroup([], people.at(-1)), people)
  const second = new Crowd(q, yield* q.createGroup([], people.at(-1)), people)
  const add = [{ op: 'add', path: 'members', value: values([first.id(0)]) }]
  yield* first.patch(add)
  q.need('member/add-done', (yield* first.has([0])).isSo)
  const answer = yield* second.patch(add)
  q.need('member/add-done', (yield* second.has([0])).isSo)
  const after = yield* first.has([0])
  const detail = 'The person was added to a second group, and is no longer in the first.'
  q.check('member/other-groups-kept', after.isSo, answer, detail, after.answer)
}

/** Who was deleted first and is taken out of the group afterwards is not there any more (Budibase/budibase#17175). */
function* absent(q: Questioner, crowd: Crowd): Asking {
  const answer = yield* crowd.patch([{ op: 'remove', path: 'members', value: values([crowd.id(4)]) }])
  q.check(
    'member/remove-absent-accepted',
    answer.ok,
    answer,
    `Removing somebody who is not in it is refused with ${answer.status}.`,
  )
  const after = yield* crowd.has([0, 1, 2])
  q.check('member/remove-absent-keeps', after.isSo, answer, 'Others were taken out of the group.', after.answer)
}

function* addInOtherForms(q: Questioner, people: readonly Made[]): Asking {
  const forms: readonly (readonly [string, (id: string) => Body])[] = [
    ['add-capital', (id) => ({ op: 'Add', path: 'members', value: values([id]) })],
    ['pathless-add', (id) => ({ op: 'add', value: { members: values([id]) } })],
  ]
  for (const [name, operation] of forms) {
    const crowd = new Crowd(q, yield* q.createGroup([], people.at(-1)), people)
    const answer = yield* crowd.patch([operation(crowd.id(0))])
    if (!q.check(`member/${name}-accepted`, answer.ok, answer, `It is refused with ${answer.status}.`)) continue
    const seen = yield* crowd.has([0], [], `member/${name}-done`)
    q.check(`member/${name}-done`, seen.isSo, answer, 'The member is not in the group.', seen.answer)
  }
  const crowd = new Crowd(q, yield* q.createGroup([], people.at(-1)), people)
  const value = [{ $ref: null, value: crowd.id(0) }]
  const withNull = yield* crowd.patch([{ op: 'add', path: 'members', value }])
  q.check(
    'member/ref-null-accepted',
    withNull.ok,
    withNull,
    `A member with "$ref": null is refused with ${withNull.status}.`,
  )
}

/** Entra ID writes a group within a group as a member by its id; its people are not flattened (AzureAD-BYOA-Provisioning-Samples#26). */
function* nested(q: Questioner): Asking {
  const inner = yield* q.createGroup()
  const crowd = new Crowd(q, yield* q.createGroup(), [inner])
  const answer = yield* crowd.patch([{ op: 'add', path: 'members', value: values([inner.id]) }])
  if (!q.check('member/nested-accepted', answer.ok, answer, `A group as a member is refused with ${answer.status}.`))
    return
  const seen = yield* crowd.has([0], [], 'member/nested-done')
  q.check('member/nested-done', seen.isSo, answer, 'The group is not a member of the other.', seen.answer)
}

/** Several people join at the same moment, as parallel workers write them (fleetdm/fleet#50724). Tried five times. */
export const together: Question = {
  id: 'together',
  asks: 'no member is lost when several are added at the same moment',
  checks: ['together/all-there', 'together/both-attributes'],
  tries: 5,
  *ask(q) {
    if (q.facts.groups) yield* membersTogether(q)
    else q.block('together/all-there', 'groups/offered')
    yield* attributesTogether(q)
  },
}

function* membersTogether(q: Questioner): Asking {
  const people = [yield* q.create(), yield* q.create(), yield* q.create(), yield* q.create()]
  const crowd = new Crowd(q, yield* q.createGroup([], people.at(-1)), people)
  const path = `/Groups/${encodeURIComponent(crowd.group.id)}`
  const answers = yield* q.together(
    people.map(({ id }) =>
      composed(q.facts, 'PATCH', path, { body: patchBody([{ op: 'add', path: 'members', value: values([id]) }]) }),
    ),
  )
  const taken = answers.flatMap(({ ok }, index) => (ok ? [index] : []))
  if (taken.length < 2) return q.block('together/all-there', 'member/add-accepted')
  const seen = yield* crowd.has(taken)
  const count = taken.filter((one) => seen.ids.includes(crowd.id(one))).length
  if (count < taken.length && !(yield* alsoOneByOne(crowd, taken)))
    return q.block('together/all-there', 'member/add-keeps')
  const detail = `${taken.length} were added at once and answered well; ${count} are in the group.`
  q.check('together/all-there', count === taken.length, answers[taken[0] ?? 0], detail, seen.answer)
}

/** Whether the same additions hold when they come one after another: only then was the moment to blame. */
function* alsoOneByOne(crowd: Crowd, indexes: readonly number[]): Asking<boolean> {
  for (const index of indexes) yield* crowd.patch([{ op: 'add', path: 'members', value: values([crowd.id(index)]) }])
  return (yield* crowd.has(indexes)).isSo
}

function* attributesTogether(q: Questioner): Asking {
  const made = yield* q.create()
  const path = `/Users/${encodeURIComponent(made.id)}`
  const value = `Both ${q.name()}`
  const paths = ['displayName', 'title'].filter((one) => q.facts.keeps.has(one))
  if (paths.length < 2) return q.leave('together/both-attributes', 'the endpoint does not keep displayName and title')
  const answers = yield* q.together(
    paths.map((one) => composed(q.facts, 'PATCH', path, { body: patchBody([{ op: 'replace', path: one, value }]) })),
  )
  if (answers.some(({ ok }) => !ok)) return q.block('together/both-attributes', 'writes/every-attribute')
  const isRight = (answer: Answer) => paths.every((one) => answer.body?.[one] === value)
  const after = yield* q.until(() => q.read(made), isRight)
  if (!isRight(after)) {
    for (const one of paths) yield* q.patch(made, [{ op: 'replace', path: one, value }])
    if (!isRight(yield* q.until(() => q.read(made), isRight)))
      return q.block('together/both-attributes', 'writes/every-attribute')
  }
  q.check(
    'together/both-attributes',
    isRight(after),
    answers[0],
    'Of two changes at the same moment one is lost.',
    after,
  )
}
