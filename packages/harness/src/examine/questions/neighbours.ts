import { asText } from '@scimulator/shared/scim'
import { type Answer, membersIn, valueAt } from '../answer.ts'
import type { Asking } from '../asking.ts'
import type { Question } from '../question.ts'
import type { Made, Questioner } from '../questioner.ts'
import { lostValues } from './active.ts'

/** What is done to the one in the middle, and what it says of it. */
interface Verb {
  readonly check: string
  readonly text: string
  does(q: Questioner, one: Made, person: Made | undefined): Asking<Answer>
}

/** What Entra ID sends when somebody leaves, and a value that nobody else has. */
const changes = (q: Questioner) => [
  { op: 'replace', path: 'displayName', value: `New ${q.name()}` },
  { op: 'replace', path: 'active', value: false },
]

const PEOPLE: readonly Verb[] = [
  { check: 'others/patch', text: 'A PATCH of one person', does: (q, one) => q.patch(one, changes(q)) },
  {
    check: 'others/put',
    text: 'A PUT of one person',
    does: (q, one) => q.put(one, { ...one.sent, id: one.id, displayName: `New ${q.name()}`, active: false }),
  },
  { check: 'others/delete', text: 'A DELETE of one person', does: (q, one) => q.remove(one) },
]

const TEAMS: readonly Verb[] = [
  {
    check: 'others/group-patch',
    text: 'A PATCH of one group',
    // Apart: a name that is taken would have both refused.
    *does(q, one, person) {
      const renamed = yield* q.patch(one, [{ op: 'replace', path: 'displayName', value: q.name() }])
      if (!person) return renamed
      return yield* q.patch(one, [{ op: 'add', path: 'members', value: [{ value: person.id }] }])
    },
  },
  { check: 'others/group-delete', text: 'A DELETE of one group', does: (q, one) => q.remove(one) },
]

/**
 * The gravest of all faults, asked before anything else and alone: a request about one reaches others. Nothing that is asked afterwards
 * would mean anything. The others are looked at after each write: where the next one is not sent any more, it is known all the same.
 */
export const neighbours: Question = {
  id: 'neighbours',
  asks: 'a request about one person or group leaves the others alone',
  checks: [...PEOPLE, ...TEAMS].map(({ check }) => check),
  isFirst: true,
  *ask(q) {
    const people = yield* three(() => q.create())
    if (!(yield* areLeftAlone(q, PEOPLE, people))) return
    const [person] = people
    if (q.facts.groups) yield* areLeftAlone(q, TEAMS, yield* three(() => q.createGroup([], person)), person)
    else for (const { check } of TEAMS) q.leave(check, 'groups/offered')
  },
}

function* three(make: () => Asking<Made>): Asking<readonly Made[]> {
  return [yield* make(), yield* make(), yield* make()]
}

function* areLeftAlone(q: Questioner, verbs: readonly Verb[], made: readonly Made[], person?: Made): Asking<boolean> {
  const [, one] = made
  if (!one) return true
  for (const { check, text, does } of verbs) {
    const sent = yield* does(q, one, person)
    const changed = yield* othersChanged(q, made, person)
    const detail = `${text} ${changed?.what ?? ''}.`
    if (!q.check(check, changed === undefined, sent, detail, changed?.answer)) return false
  }
  return true
}

interface Changed {
  readonly what: string
  readonly answer: Answer
}

/** @returns the first of those beside the middle one that is not as it was made */
function* othersChanged(q: Questioner, made: readonly Made[], person?: Made): Asking<Changed | undefined> {
  for (const other of [made[0], made[2]]) {
    if (!other) continue
    const answer = yield* q.settled(other, (_body, one) => whatOf(q, other, one, person) === undefined)
    const what = whatOf(q, other, answer, person)
    if (what !== undefined) return { what, answer }
  }
  return undefined
}

/** What has become of a user about whom nothing was sent; a server that is ill says nothing. */
function whatOf(q: Questioner, other: Made, answer: Answer, person?: Made): string | undefined {
  const noun = other.kind === 'Users' ? 'person' : 'group'
  if (answer.status === 404 || answer.status === 410) return `removes another ${noun}`
  if (!answer.ok) return undefined
  if (other.kind === 'Users') {
    const lost = lostValues(q, other, answer.body, [])
    return lost.length === 0 ? undefined : `changes another person: ${lost.join(', ')}`
  }
  const name = valueAt(answer.body, 'displayName')
  if (asText(name).toLowerCase() !== asText(other.sent.displayName).toLowerCase()) return 'renames another group'
  const isIn = person !== undefined && (membersIn(answer.body) ?? []).includes(person.id)
  const wasIn = JSON.stringify(other.sent.members ?? []).includes(person?.id ?? '')
  return isIn && !wasIn ? 'adds members to another group' : undefined
}
