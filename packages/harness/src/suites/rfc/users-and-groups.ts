// RFC 7643 §4: people and groups.

import type { JsonObject } from '@scimulator/shared/scim'
import { asText } from '@scimulator/shared/scim'
import { type Answer, listIn, membersIn } from '../../examine/answer.ts'
import type { Asking } from '../../examine/asking.ts'
import { filterQuery } from '../../examine/facts.ts'
import { groupBody, personBody } from '../../examine/person.ts'
import type { Questioner } from '../../examine/questioner.ts'
import type { RowNotes } from '../row-notes.ts'
import { must, type Section, undecidable } from '../suite.ts'
import { attributesIn } from './core-attributes.ts'
import { mayAsk } from './offers.ts'
import { textOf } from './own-search.ts'

const PASSWORD = ['password-not-returned', 'password-not-on-request', 'password-not-in-lists']

export const users: Section = {
  id: 'rfc7643-4.1',
  source: 'RFC 7643 §4.1',
  title: 'Users',
  rows: [
    must('user-name', 'Every person has a non-empty userName.'),
    must('user-name-required', 'A person without a userName is refused.', 'REQUIRED'),
    must('user-name-unique', 'No two people have the same userName, whatever its case.'),
    must('user-name-unique-in-put', 'A PUT does not give somebody the userName of another.'),
    must('password-not-returned', 'A password is never returned.', 'SHALL NOT'),
    must('password-not-on-request', 'A password is not returned when it is asked for by name.', 'SHALL NOT'),
    must('password-not-in-lists', 'A password is in no list of people.', 'MUST NOT'),
    undecidable('password-passed-on', 'not-observable', 'A password is passed on over secured connections only.'),
    undecidable('password-waiting', 'not-observable', 'A password that waits to be passed on is protected.'),
    must('groups-value', 'The value of a person’s groups, where they are shown, is the id of a group.'),
    must('groups-by-group', 'Memberships are changed at the group, not at the person.'),
    undecidable('country', 'client-duty', 'A country is written as of ISO 3166-1 alpha-2.'),
    undecidable('photo', 'client-duty', 'A photo is the address of a picture, not of a page.'),
    undecidable('certificate', 'client-duty', 'A certificate is one DER certificate in base64.'),
  ],
  questions: [
    { decides: ['user-name', 'user-name-unique', 'user-name-unique-in-put'], ask: userNames },
    { decides: ['user-name-required'], ask: withoutName },
    { decides: PASSWORD, ask: password },
    { decides: ['groups-value'], ask: groupsOfPerson },
    { decides: ['groups-by-group'], ask: groupsReadOnly },
  ],
}

function* userNames(q: Questioner, note: RowNotes): Asking {
  const first = yield* q.create()
  const read = yield* q.read(first)
  const found = read.body?.userName
  note.row('user-name', typeof found === 'string' && found !== '', read, `userName is ${JSON.stringify(found)}.`)
  const userName = asText(first.sent.userName).toUpperCase()
  const emails = q.facts.mailIsName ? { emails: [{ primary: true, type: 'work', value: userName }] } : {}
  const again = yield* q.send('POST', '/Users', { body: { ...personBody(q.facts, q.name()), userName, ...emails } })
  note.row('user-name-unique', !again.ok, again, `The same userName in capitals is answered ${again.status}.`)
  const other = yield* q.create()
  const taken = {
    ...other.sent,
    id: other.id,
    userName: first.sent.userName,
    ...(q.facts.mailIsName ? { emails: first.sent.emails } : {}),
  }
  const put = yield* q.put(other, taken)
  const after = yield* q.read(other)
  const isKept = !put.ok || after.body?.userName !== first.sent.userName
  note.row('user-name-unique-in-put', isKept, put, `The PUT is answered ${put.status}.`, after)
}

function* withoutName(q: Questioner, note: RowNotes): Asking {
  const { userName: _left, ...body } = personBody(q.facts, q.name())
  const answer = yield* q.send('POST', '/Users', { body })
  const isRefused = answer.status >= 400 && answer.status < 500
  note.row('user-name-required', isRefused, answer, `It is answered ${answer.status}.`)
}

function* password(q: Questioner, note: RowNotes): Asking {
  const word = `Pa55-${q.name()}`
  const answer = yield* q.send('POST', '/Users', { body: { ...personBody(q.facts, q.name()), password: word } })
  const id = answer.ok ? answer.body?.id : undefined
  if (id === undefined) return note.leave(PASSWORD, 'nobody can be made with a password here')
  const isHidden = ({ body }: Answer): boolean => body !== undefined && body.password === undefined
  note.row('password-not-returned', isHidden(answer), answer, 'The answer to the create has the password.')
  const read = yield* q.send('GET', `/Users/${encodeURIComponent(asText(id))}?attributes=password,userName`)
  note.row('password-not-on-request', isHidden(read), read, 'The password is returned when it is asked for.')
  const filter = filterQuery(`userName eq ${textOf(answer.body?.userName)}`)
  const list = yield* q.send('GET', `/Users?${filter}`)
  const isAbsent = list.ok && listIn(list)?.resources.every((one) => one.password === undefined) === true
  note.row('password-not-in-lists', isAbsent, list, 'The password is in a list.')
}

function* groupsOfPerson(q: Questioner, note: RowNotes): Asking {
  const person = yield* q.create()
  const group = yield* q.createGroup([person])
  const groupsIn = (body: JsonObject | undefined) => attributesIn(body?.groups)
  const read = yield* q.settled(person, (body) => groupsIn(body).length > 0)
  if (groupsIn(read.body).length === 0) return note.leave(['groups-value'], 'a person shows no groups')
  const isRight = groupsIn(read.body).some(({ value }) => value === group.id)
  note.row('groups-value', isRight, read, `groups is ${JSON.stringify(read.body?.groups)}.`)
}

function* groupsReadOnly(q: Questioner, note: RowNotes): Asking {
  const rows = ['groups-by-group']
  if (!(yield* mayAsk(q, note, rows, 'patch'))) return
  const [person, group] = [yield* q.create(), yield* q.createGroup()]
  const answer = yield* q.patch(person, [{ op: 'add', path: 'groups', value: [{ value: group.id }] }])
  const after = yield* q.read(group)
  const isOut = after.ok && !(membersIn(after.body)?.includes(person.id) ?? false)
  note.row('groups-by-group', isOut, answer, 'The person is a member of the group now.', after)
}

export const groups: Section = {
  id: 'rfc7643-4.2',
  source: 'RFC 7643 §4.2',
  title: 'Groups',
  rows: [
    must('member-value', 'The value of a member is the id of a resource.'),
    must('member-ref', 'The $ref of a member, where it is shown, is the URI of that resource.'),
    {
      ...must(
        'display-name',
        'A group without a displayName is refused; §8.7.1 says that it is not required.',
        'REQUIRED',
      ),
      level: 'optional',
    },
  ],
  questions: [
    { decides: ['member-value', 'member-ref'], ask: member },
    { decides: ['display-name'], ask: nameless },
  ],
}

function* member(q: Questioner, note: RowNotes): Asking {
  const person = yield* q.create()
  const group = yield* q.createGroup([person])
  const has = (body: JsonObject | undefined): boolean => membersIn(body)?.includes(person.id) ?? false
  const read = yield* q.settled(group, has)
  note.row('member-value', has(read.body), read, 'The value of the member is not the id of the person.')
  const [one] = attributesIn(read.body?.members)
  if (one?.$ref === undefined) return note.leave(['member-ref'], '$ref is not shown')
  const isRight = asText(one.$ref).endsWith(`Users/${encodeURIComponent(person.id)}`)
  note.row('member-ref', isRight, read, `$ref is ${JSON.stringify(one.$ref)}.`)
}

function* nameless(q: Questioner, note: RowNotes): Asking {
  if (!q.facts.groups) return note.leave(['display-name'], 'there is no /Groups')
  const { displayName: _left, ...body } = groupBody(q.name())
  const answer = yield* q.send('POST', '/Groups', { body })
  note.row('display-name', !answer.ok, answer, `It is answered ${answer.status}.`)
}
