import { asText, urns } from '@scimulator/shared/scim'
import { type Answer, idIn, listIn, membersIn, valueAt } from '../answer.ts'
import type { Asking } from '../asking.ts'
import { filterQuery } from '../facts.ts'
import { groupBody } from '../person.ts'
import type { Question } from '../question.ts'
import { Blocked, type Made, type Questioner } from '../questioner.ts'
import { wrongTypes } from '../wrong-types.ts'
import { NOT_OFFERED } from './active.ts'
import { groupPut } from './group-put.ts'
import { membershipStays, STAYS } from './membership-stays.ts'

/** Groups as resources: made empty as Entra ID makes them, found by name without members, renamed, deleted. */
export const group: Question = {
  id: 'group',
  asks: 'a group can be made, found, renamed and deleted',
  checks: [
    'group/accepted',
    'group/without-members-accepted',
    'group/empty-list-accepted',
    'group/microsoft-schema-accepted',
    'group/found',
    'group/found-only-that',
    'group/other-case-found',
    'group/nobody-answers-200',
    'group/nobody-is-empty',
    'group/members-left-out',
    'group/members-shown',
    'group/types-right',
    'group/members-in-post',
    'group/rename-accepted',
    'group/rename-done',
    'group/rename-keeps-members',
    'group/rename-pathless-accepted',
    'group/rename-pathless-done',
    'group/put-accepted',
    'group/put-done',
    ...STAYS,
    'group/delete-accepted',
    'group/delete-gone',
    'group/delete-keeps-people',
  ],
  *ask(q) {
    if (!q.facts.groups) throw new Blocked('groups/offered')
    const person = yield* q.create()
    const made = yield* makeGroup(q, person)
    yield* find(q, made)
    yield* members(q, made, person)
    yield* renamed(q, made, person)
    yield* membershipStays(q, made, person)
    yield* groupPut(q, made, person, yield* q.create())
    yield* deleted(q)
    yield* sameName(q)
  },
}

/** Entra ID makes groups without members and names a schema of Microsoft's own; JumpCloud never makes an empty one. */
function* makeGroup(q: Questioner, person: Made): Asking<Made> {
  const sent = { ...groupBody(q.name()), members: [{ value: person.id }] }
  const full = yield* q.send('POST', '/Groups', { body: sent })
  const id = full.ok ? idIn(full.body) : undefined
  q.check('group/accepted', id !== undefined, full, `A group is refused with ${full.status}.`)
  if (id === undefined) throw new Blocked('group/accepted')
  const empty = yield* q.send('POST', '/Groups', { body: groupBody(q.name()) })
  q.check('group/without-members-accepted', empty.ok, empty, `A group without members is refused with ${empty.status}.`)
  const listed = yield* q.send('POST', '/Groups', { body: { ...groupBody(q.name()), members: [] } })
  q.check(
    'group/empty-list-accepted',
    listed.ok,
    listed,
    `A group with an empty list of members is refused with ${listed.status}.`,
  )
  const microsoft = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'
  const body = { ...groupBody(q.name()), schemas: [urns.group, microsoft], meta: { resourceType: 'Group' } }
  const theirs = yield* q.send('POST', '/Groups', { body })
  q.check(
    'group/microsoft-schema-accepted',
    theirs.ok,
    theirs,
    `A group with Microsoft’s schema is refused with ${theirs.status}.`,
  )
  return { kind: 'Groups', id, sent, answer: full }
}

function byName(q: Questioner, name: string): Asking<Answer> {
  return q.send('GET', `/Groups?excludedAttributes=members&${filterQuery(`displayName eq "${name}"`)}`)
}

function* find(q: Questioner, made: Made): Asking {
  const none = yield* byName(q, `${q.name()} nobody`)
  q.check(
    'group/nobody-answers-200',
    none.status === 200,
    none,
    `A lookup that finds no group is answered ${none.status}, not 200.`,
  )
  const nobody = listIn(none)
  if (nobody)
    q.check('group/nobody-is-empty', nobody.resources.length === 0, none, `It found ${nobody.resources.length} groups.`)
  else q.block('group/nobody-is-empty', 'group/nobody-answers-200')
  const isFound = (answer: Answer) => listIn(answer)?.ids.includes(made.id) ?? false
  const found = yield* q.until(() => byName(q, asText(made.sent.displayName)), isFound, 'group/found')
  q.check('group/found', isFound(found), found, 'A group that was just created is not found by displayName.')
  const others = listIn(found)?.ids.filter((id) => id !== made.id).length ?? 0
  q.check('group/found-only-that', others === 0, found, `${others} other groups are in the answer.`)
  if (isFound(found)) yield* findInOtherCase(q, made)
  else q.block('group/other-case-found', 'group/found')
}

/** displayName is compared without regard to case, unless the endpoint says otherwise (RFC 7643 §2.2, §8.7.1). */
function* findInOtherCase(q: Questioner, made: Made): Asking {
  const check = 'group/other-case-found'
  const name = asText(made.sent.displayName).toUpperCase()
  const found = yield* byName(q, name)
  const isFound = listIn(found)?.ids.includes(made.id) ?? false
  if (!isFound && q.facts.groupNamesByCase) {
    q.remark('group-names-by-case', 'Names of groups differ by case, and /Schemas says so (caseExact).', found.exchange)
    return q.leave(check, '/Schemas says that names of groups differ by case')
  }
  q.check(check, isFound, found, `The same displayName in other case, ${JSON.stringify(name)}, is not found.`)
}

function* members(q: Questioner, made: Made, person: Made): Asking {
  const read = yield* q.settled(made, (body) => membersIn(body)?.includes(person.id) ?? false, 'group/members-in-post')
  const isIn = membersIn(read.body)?.includes(person.id) ?? false
  if (q.facts.memberQuery !== '')
    q.remark(
      'members-on-request',
      'Groups show their members only to a client that asks for them (attributes=members).',
    )
  q.check('group/members-in-post', isIn, made.answer, 'A member in the body of the POST is not in the group.', read)
  const isShown = isIn || (yield* addedLater(q, made, person))
  // Where no member could be added to a group, an empty one says nothing.
  if (isShown === undefined) {
    q.block('group/members-left-out', 'group/members-in-post')
    return q.block('group/members-shown', 'group/members-in-post')
  }
  const whole = isIn ? read : yield* q.read(made)
  const wrong = wrongTypes(whole.body ?? {})
  q.check('group/types-right', wrong.length === 0, whole, `${wrong.join('; ')}.`)
  q.check('group/members-shown', isShown, read, 'A group that is read shows no members.')
  if (!isShown) return q.block('group/members-left-out', 'group/members-shown')
  const without = yield* q.read(made, '?excludedAttributes=members')
  const left = membersIn(without.body)?.length ?? 0
  q.check(
    'group/members-left-out',
    left === 0,
    without,
    `${left} members are in the answer although the client excluded them.`,
  )
}

/** Undefined where the addition was refused. */
function* addedLater(q: Questioner, made: Made, person: Made): Asking<boolean | undefined> {
  const isIn = (answer: Answer) => membersIn(answer.body)?.includes(person.id) ?? false
  const added = yield* q.patch(made, [{ op: 'add', path: 'members', value: [{ value: person.id }] }])
  if (!added.ok) return undefined
  return isIn(yield* q.until(() => q.read(made), isIn))
}

function* renamed(q: Questioner, made: Made, person: Made): Asking {
  const hadMember = membersIn((yield* q.read(made)).body)?.includes(person.id) ?? false
  const first = q.name()
  const writing = q.patch(made, [{ op: 'replace', path: 'displayName', value: first }])
  if (!(yield* rename(q, 'rename', made, writing, first))) return
  const after = yield* q.read(made)
  const kept = !hadMember || (membersIn(after.body)?.includes(person.id) ?? false)
  q.check('group/rename-keeps-members', kept, after, 'The rename emptied the group.')
  const second = q.name()
  yield* rename(q, 'rename-pathless', made, q.patch(made, [{ op: 'replace', value: { displayName: second } }]), second)
}

const RENAMES = ['accepted', 'done', 'keeps-members']
  .map((end) => `group/rename-${end}`)
  .concat(['accepted', 'done'].map((end) => `group/rename-pathless-${end}`))

function* rename(q: Questioner, form: string, made: Made, writing: Asking<Answer>, name: string): Asking<boolean> {
  const answer = yield* writing
  if (NOT_OFFERED.has(answer.status)) {
    for (const check of RENAMES) if (!q.results.has(check)) q.block(check, 'member/patch-offered')
    return false
  }
  const isRefused = !q.check(
    `group/${form}-accepted`,
    answer.ok,
    answer,
    `The rename is refused with ${answer.status}.`,
  )
  if (isRefused) return false
  const after = yield* q.settled(made, (body) => valueAt(body, 'displayName') === name, `group/${form}-done`)
  return q.check(
    `group/${form}-done`,
    valueAt(after.body, 'displayName') === name,
    answer,
    'The name is the old one.',
    after,
  )
}

/** A group of its own, with a member: what other checks have done to theirs must not matter. */
function* deleted(q: Questioner): Asking {
  const person = yield* q.create()
  const sent = { ...groupBody(q.name()), members: [{ value: person.id }] }
  const full = yield* q.send('POST', '/Groups', { body: sent })
  const made: Made = { kind: 'Groups', id: idIn(full.body) ?? '', sent, answer: full }
  if (!full.ok || made.id === '') return q.block('group/delete-accepted', 'group/accepted')
  const isIn = membersIn((yield* q.read(made)).body)?.includes(person.id) || (yield* addedLater(q, made, person))
  const answer = yield* q.remove(made)
  if (!q.check('group/delete-accepted', answer.ok, answer, `DELETE of a group is answered ${answer.status}.`)) return
  const after = yield* q.settled(made, (_body, one) => !one.ok, 'group/delete-gone')
  q.check('group/delete-gone', !after.ok, answer, `The deleted group is answered ${after.status} when read.`, after)
  const lacks = q.results.get('group/members-in-post')?.state === 'red' && !isIn
  if (lacks) return q.block('group/delete-keeps-people', 'group/members-in-post')
  const member = yield* q.read(person)
  q.check(
    'group/delete-keeps-people',
    member.ok && member.body?.active !== false,
    member,
    'A member of the deleted group is gone or inactive.',
  )
}

/** Whether names of groups are unique is the endpoint's own rule; it is worth knowing. */
function* sameName(q: Questioner): Asking {
  const body = groupBody(q.name())
  const first = yield* q.send('POST', '/Groups', { body })
  if (!first.ok) return
  const { externalId: _own, ...rest } = body
  const second = yield* q.send('POST', '/Groups', { body: { ...rest, externalId: `ext-${q.name()}` } })
  if (second.ok) return
  q.remark('group-names-unique', `A second group of the same name is refused with ${second.status}.`, second.exchange)
}
