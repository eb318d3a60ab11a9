import { type Answer, idIn, membersIn } from '../answer.ts'
import type { Asking } from '../asking.ts'
import { composed } from '../facts.ts'
import { type Body, groupBody, personBody } from '../person.ts'
import type { Question } from '../question.ts'
import { Blocked, type Made, type Questioner } from '../questioner.ts'

/** Fewer than this say nothing of large groups: a hundred is where endpoints cut (FusionAuth/fusionauth-issues#2784). */
const LEAST = 110

/** Members in one PATCH of Entra ID: what its simulator sends unless told otherwise (switch `membersPerPatch`). */
const IN_ONE_PATCH = 100

/** Requests of one kind under way at once. */
const AT_ONCE = 6

const CHECKS = [
  'large-group/add-accepted',
  'large-group/all-kept',
  'large-group/shown-whole',
  'large-group/others-kept',
  'large-group/post-accepted',
  'large-group/post-whole',
] as const

/** A department as one group: as many members as the limits of the test leave room for. */
export const largeGroup: Question = {
  id: 'large-group',
  asks: 'a large group keeps all of its members, and shows them',
  checks: CHECKS,
  *ask(q) {
    if (!q.facts.groups) throw new Blocked('groups/offered')
    if (q.facts.crowd < LEAST) return leaveAll(q)
    yield* canTidyUp(q)
    const group = yield* q.createGroup()
    const people: Made[] = []
    try {
      yield* hire(q, people)
      yield* byPatch(q, group, people)
      yield* q.remove(group)
      yield* byPost(q, people)
    } finally {
      // Put a second time, it must not hold twice as many people.
      yield* portionwise(q, people, (made) => composed(q.facts, 'DELETE', `/Users/${encodeURIComponent(made.id)}`))
    }
  },
}

function leaveAll(q: Questioner): void {
  for (const check of CHECKS) q.leave(check, 'it needs more accounts; --max-accounts allows them')
}

/** Users are not created by the hundred where they cannot be deleted. */
function* canTidyUp(q: Questioner): Asking {
  const made = yield* q.create()
  const answer = yield* q.remove(made)
  q.need('delete/accepted', answer.ok)
  q.need('delete/gone', !(yield* q.settled(made, (_body, one) => !one.ok)).ok)
}

function* hire(q: Questioner, people: Made[]): Asking {
  const bodies = Array.from({ length: q.facts.crowd }, (): Body => personBody(q.facts, q.name()))
  yield* portionwise(
    q,
    bodies,
    (body) => composed(q.facts, 'POST', '/Users', { body }),
    (answer, sent) => {
      const id = answer.ok ? idIn(answer.body) : undefined
      if (id !== undefined) people.push({ kind: 'Users', id, sent, answer })
    },
  )
  q.need('create/accepted', people.length === bodies.length)
}

function* portionwise<Item>(
  q: Questioner,
  items: readonly Item[],
  request: (item: Item) => ReturnType<typeof composed>,
  heard: (answer: Answer, item: Item) => void = () => {},
): Asking {
  for (const portion of portions(items, AT_ONCE)) {
    const answers = yield* q.together(portion.map(request))
    for (const [index, item] of portion.entries()) {
      const answer = answers[index]
      if (answer) heard(answer, item)
    }
  }
}

function portions<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}

const values = (people: readonly Made[]) => people.map(({ id }) => ({ value: id }))
const adding = (people: readonly Made[]): Body => ({ op: 'add', path: 'members', value: values(people) })

interface Seen {
  readonly answer: Answer
  readonly ids: ReadonlySet<string>
  /** How many of those who must be in it are not. */
  readonly missing: number
}

function* whoIsIn(q: Questioner, group: Made, wanted: readonly Made[], gone?: Made): Asking<Seen> {
  const idsOf = (answer: Answer) => new Set(membersIn(answer.body))
  const missing = (ids: ReadonlySet<string>) => wanted.filter(({ id }) => !ids.has(id)).length
  const answer = yield* q.until(
    () => q.read(group),
    (one) => missing(idsOf(one)) === 0 && (gone === undefined || !idsOf(one).has(gone.id)),
  )
  return { answer, ids: idsOf(answer), missing: missing(idsOf(answer)) }
}

/** In portions of Entra ID; both services take members out with a value, and Entra ID with the suffix by a filter. */
function* byPatch(q: Questioner, group: Made, people: readonly Made[]): Asking {
  let last: Answer | undefined
  for (const portion of portions(people, IN_ONE_PATCH)) {
    last = yield* q.patch(group, [adding(portion)])
    if (!last.ok) return yield* refused(q, last, portion.length, people)
  }
  q.check('large-group/add-accepted', true, last)
  const seen = yield* whoIsIn(q, group, people)
  if (seen.missing > 0) return yield* hiddenOrLost(q, group, people, seen)
  q.check('large-group/all-kept', true, last)
  q.check('large-group/shown-whole', true, seen.answer)
  yield* leaving(q, group, people)
}

function* refused(q: Questioner, answer: Answer, count: number, people: readonly Made[]): Asking {
  const small = yield* smallGroup(q, people)
  if (small !== undefined) return blockAll(q, small)
  const detail = `A PATCH that adds ${count} members is refused with ${answer.status || 'no answer'}; three are taken.`
  q.check('large-group/add-accepted', false, answer, detail)
}

/** One of those who are shown is taken out: do others move up, who were there all the while? */
function* hiddenOrLost(q: Questioner, group: Made, people: readonly Made[], seen: Seen): Asking {
  const small = yield* smallGroup(q, people)
  const one = people.find(({ id }) => seen.ids.has(id))
  if (small !== undefined || !one) return blockAll(q, small ?? 'group/members-shown')
  const written = seen.answer
  const count = people.length - seen.missing
  const answer = yield* q.patch(group, [{ op: 'remove', path: 'members', value: values([one]) }])
  const after = yield* q.read(group)
  const now = new Set(membersIn(after.body))
  if (!answer.ok || now.has(one.id)) return blockAll(q, 'member/remove-value-done')
  const movedUp = people.filter(({ id }) => now.has(id) && !seen.ids.has(id)).length
  const told = `${people.length} members were added and answered well; the group shows ${count} of them`
  if (movedUp > 0) {
    q.check('large-group/shown-whole', false, written, `${told}, and others when one of those leaves.`)
    return q.block('large-group/others-kept', 'large-group/shown-whole')
  }
  q.check('large-group/all-kept', false, written, `${told}, and nobody else when one of those leaves.`)
}

function* leaving(q: Questioner, group: Made, people: readonly Made[]): Asking {
  const [first, second, ...others] = people
  if (!first || !second) return
  const forms: readonly (readonly [string, Made, readonly Made[], Body])[] = [
    ['member/remove-value', first, [second, ...others], { op: 'remove', path: 'members', value: values([first]) }],
    ['member/remove-filter', second, others, { op: 'remove', path: `members[value eq "${second.id}"]` }],
  ]
  for (const [form, one, rest, operation] of forms) {
    const answer = yield* q.patch(group, [operation])
    const seen = yield* whoIsIn(q, group, rest, one)
    if (!answer.ok || seen.ids.has(one.id)) return q.block('large-group/others-kept', `${form}-done`)
    const detail = `Of ${rest.length} who stayed when one member left, ${rest.length - seen.missing} are in the group.`
    if (seen.missing > 0 && !(yield* staysSmall(q, people, operation, one)))
      return q.block('large-group/others-kept', `${form}-keeps`)
    q.worst('large-group/others-kept', seen.missing === 0, answer, detail, seen.answer)
    if (seen.missing > 0) return
  }
}

/** Whether the same removal leaves others alone where there are few. */
function* staysSmall(q: Questioner, people: readonly Made[], operation: Body, one: Made): Asking<boolean> {
  const few = [one, ...people.filter((other) => other !== one).slice(0, 2)]
  const group = yield* q.createGroup([], one)
  yield* q.patch(group, [adding(few)])
  yield* q.patch(group, [operation])
  return (yield* whoIsIn(q, group, few.slice(1), one)).missing === 0
}

/** @returns the check that stands in the way, where not even three people can be put into a group */
function* smallGroup(q: Questioner, people: readonly Made[]): Asking<string | undefined> {
  const [first, ...two] = people.slice(0, 3)
  if (!first) return 'create/accepted'
  const group = yield* q.createGroup([], first)
  const one = yield* q.patch(group, [adding([first])])
  const more = yield* q.patch(group, [adding(two)])
  if (!one.ok || !more.ok) return 'member/add-accepted'
  const seen = yield* whoIsIn(q, group, [first, ...two])
  if (seen.missing === 0) return undefined
  if (seen.ids.size === 0) return 'member/add-done'
  return seen.ids.has(first.id) ? 'member/add-several-done' : 'member/add-keeps'
}

function blockAll(q: Questioner, by: string): void {
  for (const check of CHECKS) if (!q.results.has(check)) q.block(check, by)
}

/** JumpCloud creates a group with all who are in it by then. */
function* byPost(q: Questioner, people: readonly Made[]): Asking {
  const body = { ...groupBody(q.name()), members: values(people) }
  const answer = yield* q.send('POST', '/Groups', { body })
  const control = groupBody(q.name())
  const id = idIn(answer.body)
  if (!answer.ok || id === undefined) {
    const few = yield* q.send('POST', '/Groups', { body: { ...control, members: values(people.slice(0, 3)) } })
    if (!few.ok) return blockAll(q, 'group/accepted')
    const detail = `A group with ${people.length} members is refused with ${answer.status || 'no answer'}; one with three is taken.`
    q.check('large-group/post-accepted', false, answer, detail)
    return q.block('large-group/post-whole', 'large-group/post-accepted')
  }
  q.check('large-group/post-accepted', true, answer)
  const seen = yield* whoIsIn(q, { kind: 'Groups', id, sent: body, answer }, people)
  const inTheWay = seen.missing === 0 ? undefined : yield* whatHides(q, control, people)
  if (inTheWay !== undefined) return q.block('large-group/post-whole', inTheWay)
  const detail = `A group was made with ${people.length} members; it shows ${people.length - seen.missing} of them.`
  q.check('large-group/post-whole', seen.missing === 0, answer, detail, seen.answer)
}

function* whatHides(q: Questioner, control: Body, people: readonly Made[]): Asking<string | undefined> {
  const red = CHECKS.find((check) => q.results.get(check)?.state === 'red')
  if (red !== undefined) return red
  const few = people.slice(0, 3)
  const body = { ...control, members: values(few) }
  const answer = yield* q.send('POST', '/Groups', { body })
  const id = idIn(answer.body)
  if (!answer.ok || id === undefined) return 'group/accepted'
  const seen = yield* whoIsIn(q, { kind: 'Groups', id, sent: body, answer }, few)
  return seen.missing === 0 ? undefined : 'group/members-in-post'
}
