import { expect, test } from 'vitest'
import { type ExchangeEvidence, findingsWatchedIn } from './exchange-signs.ts'
import { FINDINGS } from './findings.ts'

const BASE = 'http://a/scim/v2'
const NOW = Date.UTC(2026, 0, 5, 9)

interface Seen extends Omit<ExchangeEvidence, 'exchange'> {
  readonly sent?: unknown
  readonly answer?: unknown
  readonly type?: string
}

/** `PATCH /Users/1 200` with what else is known. */
function evidence(
  line: string,
  { sent, answer, type = 'application/scim+json', ...looks }: Seen = {},
): ExchangeEvidence {
  const [method = '', path = '', status = ''] = line.split(' ')
  const body = typeof answer === 'string' ? answer : answer === undefined ? '' : JSON.stringify(answer)
  return {
    ...looks,
    exchange: {
      request: { method, url: `${BASE}${path}`, ...(sent === undefined ? {} : { body: JSON.stringify(sent) }) },
      response: { status: Number(status), headers: [['content-type', type]], body },
      startedAt: NOW,
    },
  }
}

const patch = (...Operations: object[]) => ({ Operations })
const add = (...ids: string[]) => patch({ op: 'add', path: 'members', value: ids.map((value) => ({ value })) })
const remove = (...ids: string[]) => patch({ op: 'remove', path: 'members', value: ids.map((value) => ({ value })) })
const filtered = (id: string) => patch({ op: 'remove', path: `members[value eq "${id}"]` })
const group = (...ids: string[]) => ({ displayName: 'Sales', members: ids.map((value) => ({ value, display: value })) })
const title = patch({ op: 'replace', path: 'title', value: 'Baker' })
const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User']
const ana = { schemas, id: '1', userName: 'ana@c.test', active: true, title: 'Cook', externalId: 'e' }
const who = '/Users?filter=userName%20eq%20%22ana%40c.test%22'
const off = (value: unknown) => patch({ op: 'Replace', path: 'active', value })

test.each<readonly [string, ExchangeEvidence]>([
  ['member-add-not-done', evidence('PATCH /Groups/1 204', { sent: add('b'), before: group('a'), after: group('a') })],
  [
    'only-one-member-added',
    evidence('PATCH /Groups/1 204', { sent: add('b', 'c'), before: group('a'), after: group('a', 'b') }),
  ],
  ['member-add-replaces', evidence('PATCH /Groups/1 204', { sent: add('b'), before: group('a'), after: group('b') })],
  [
    'member-remove-empties-group',
    evidence('PATCH /Groups/1 204', { sent: remove('a'), before: group('a', 'b'), after: group() }),
  ],
  [
    'member-remove-empties-group',
    evidence('PATCH /Groups/1 204', { sent: remove('a'), before: group('a', 'b'), after: {} }),
  ],
  [
    'member-filter-remove-empties-group',
    evidence('PATCH /Groups/1 204', { sent: filtered('a'), before: group('a', 'b'), after: group() }),
  ],
  [
    'member-remove-ignored',
    evidence('PATCH /Groups/1 204', { sent: remove('a'), before: group('a', 'b'), after: group('a', 'b') }),
  ],
  [
    'member-filter-remove-not-done',
    evidence('PATCH /Groups/1 204', { sent: filtered('a'), before: group('a', 'b'), after: group('a', 'b') }),
  ],
  [
    'only-one-member-removed',
    evidence('PATCH /Groups/1 204', { sent: remove('a', 'b'), before: group('a', 'b'), after: group('b') }),
  ],
  ['put-active-ignored', evidence('PUT /Users/1 200', { sent: { ...ana, active: false }, before: ana, after: ana })],
  ['put-not-done', evidence('PUT /Users/1 200', { sent: { ...ana, title: 'Baker' }, before: ana, after: ana })],
  ['created-inactive-is-active', evidence('POST /Users 201', { sent: { ...ana, active: false }, after: ana })],
  ['external-id-not-echoed', evidence('POST /Users 201', { sent: ana, after: { ...ana, externalId: undefined } })],
  ['disable-deletes', evidence('PATCH /Users/1 200', { sent: off('False'), before: ana, isGone: true })],
  ['delete-only-disables', evidence('DELETE /Users/1 204', { before: ana, after: { ...ana, active: false } })],
  ['deleted-still-there', evidence('DELETE /Users/1 204', { before: ana, after: ana })],
  [
    'patch-wipes-others',
    evidence('PATCH /Users/1 200', {
      sent: title,
      before: ana,
      after: { ...ana, title: 'Baker', externalId: undefined },
    }),
  ],
  ['update-not-done', evidence('PATCH /Users/1 200', { sent: title, before: ana, after: ana })],
  [
    'only-one-operation',
    evidence('PATCH /Users/1 200', {
      sent: patch(
        { op: 'replace', path: 'userType', value: 'A' },
        { op: 'replace', path: 'title', value: 'Baker' },
        { op: 'replace', path: 'displayName', value: 'Ana B' },
      ),
      before: { ...ana, displayName: 'Ana' },
      after: { ...ana, userType: 'A', displayName: 'Ana' },
    }),
  ],
  [
    'update-not-done',
    evidence('PATCH /Users/1 200', {
      sent: patch({ op: 'replace', value: { userType: 'A', nickName: 'B', title: 'Baker' } }),
      before: ana,
      after: { ...ana, userType: 'A', nickName: 'B' },
    }),
  ],
  [
    'string-false-is-true',
    evidence('PATCH /Users/1 200', { sent: off('False'), before: ana, after: ana, takesCapitals: true }),
  ],
  ['answers-no-json', evidence('GET /Users 200', { answer: '<html>Sign in</html>', type: 'text/html' })],
  ['answer-not-called-json', evidence('GET /Users/1 200', { answer: ana, type: 'text/plain' })],
  ['list-without-envelope', evidence(`GET ${who} 200`, { answer: [ana] })],
  ['active-as-text', evidence('GET /Users/1 200', { answer: { ...ana, active: 'true' } })],
  ['password-returned', evidence('POST /Users 201', { sent: ana, answer: { ...ana, password: 'x' }, after: ana })],
  ['integer-ids', evidence('GET /Users/1 200', { answer: { ...ana, id: 1 } })],
  ['schemas-missing', evidence('GET /Users/1 200', { answer: { ...ana, schemas: undefined } })],
  [
    'members-despite-excluded',
    evidence('GET /Groups/1?excludedAttributes=members 200', { answer: { id: '1', ...group('a') } }),
  ],
  [
    'create-answers-200',
    evidence('POST /Users 200', {
      sent: ana,
      answer: ana,
      after: { ...ana, meta: { created: '2026-01-05T09:00:00Z' } },
    }),
  ],
  ['conflict-without-scim-type', evidence('POST /Users 409', { sent: ana, answer: { status: '409' } })],
  [
    'filter-matches-part',
    evidence(`GET ${who} 200`, { answer: { totalResults: 1, Resources: [{ ...ana, userName: 'joana@c.test' }] } }),
  ],
  [
    'string-booleans-refused',
    evidence('PATCH /Users/1 400', { sent: off('False'), answer: { detail: 'active is a boolean' } }),
  ],
  ['string-booleans-refused', evidence('PATCH /Users/1 400', { sent: off('False'), takesCapitals: true })],
])('%s', (id, shown) => {
  expect(findingsWatchedIn(shown)).toEqual([id])
  expect(FINDINGS.map((finding) => finding.id)).toContain(id)
})

test.each<readonly [string, ExchangeEvidence]>([
  [
    'a member who was added',
    evidence('PATCH /Groups/1 204', { sent: add('b'), before: group('a'), after: group('a', 'b') }),
  ],
  [
    'a member who was there already',
    evidence('PATCH /Groups/1 204', { sent: add('a'), before: group('a'), after: group('a') }),
  ],
  [
    'a group of which only a part is shown',
    evidence('PATCH /Groups/1 204', {
      sent: add('x'),
      before: group(),
      after: group(
        ...'0'
          .repeat(100)
          .split('')
          .map((_, n) => `${n}`),
      ),
    }),
  ],
  [
    'a group that shows no members',
    evidence('PATCH /Groups/1 204', { sent: add('b'), before: { members: 'many' }, after: { members: 'many' } }),
  ],
  [
    'somebody who was no member',
    evidence('PATCH /Groups/1 204', { sent: remove('x'), before: group('a'), after: group('a') }),
  ],
  [
    'all members who leave',
    evidence('PATCH /Groups/1 204', { sent: remove('a', 'b'), before: group('a', 'b'), after: {} }),
  ],
  [
    'a remove of everybody',
    evidence('PATCH /Groups/1 204', {
      sent: patch({ op: 'remove', path: 'members' }),
      before: group('a'),
      after: group(),
    }),
  ],
  ['a group that was made anew meanwhile', evidence('PATCH /Groups/1 204', { sent: add('b') })],
  [
    'a value that the endpoint does not keep',
    evidence('PATCH /Users/1 200', { sent: title, before: { id: '1' }, after: { id: '1' } }),
  ],
  [
    'a value that stands there in another form',
    evidence('PATCH /Users/1 200', { sent: title, before: ana, after: { ...ana, title: 'baker' } }),
  ],
  [
    'two operations on one attribute',
    evidence('PATCH /Users/1 200', {
      sent: patch({ op: 'add', path: 'title', value: 'A' }, { op: 'add', path: 'title', value: 'Cook' }),
      before: ana,
      after: ana,
    }),
  ],
  [
    'an operation without a path of which nothing is done',
    evidence('PATCH /Users/1 200', {
      sent: patch({ op: 'replace', value: { active: false } }),
      before: ana,
      after: ana,
    }),
  ],
  [
    'one of two operations that is not done',
    evidence('PATCH /Users/1 200', {
      sent: patch({ op: 'replace', path: 'userType', value: 'A' }, { op: 'replace', path: 'active', value: false }),
      before: ana,
      after: { ...ana, userType: 'A' },
    }),
  ],
  [
    'capitals of which nothing is done',
    evidence('PATCH /Users/1 200', { sent: off('False'), before: ana, after: ana }),
  ],
  ['a return that is refused', evidence('PATCH /Users/1 400', { sent: off('True'), takesCapitals: true })],
  ['a lookup with a plus', evidence('GET /Users?filter=userName+eq+%22a%22 400')],
  ['a delete that is done later', evidence('DELETE /Users/1 202', { before: ana, after: ana })],
  ['a refusal in capitals', evidence('PATCH /Users/1 400', { sent: off('False'), answer: { detail: 'not valid' } })],
  ['a disable of somebody who is not there', evidence('PATCH /Users/1 404', { sent: off(false) })],
  ['a disable that came too soon', evidence('PATCH /Users/1 429', { sent: off(false) })],
  ['a lookup that came too soon', evidence(`GET ${who} 429`)],
  [
    'two operations of which one was refused',
    evidence('PATCH /Users/1 400', {
      sent: patch({ op: 'replace', path: 'active', value: false }, { op: 'replace', path: 'title', value: '' }),
    }),
  ],
  [
    'a value that is refused',
    evidence('PATCH /Users/1 400', {
      sent: patch({ op: 'add', path: 'emails[type eq "work"].value', value: 'x' }),
      answer: { scimType: 'invalidValue' },
    }),
  ],
  [
    'a disable that takes the memberships and the manager along',
    evidence('PATCH /Users/1 200', {
      sent: patch({ op: 'replace', path: 'active', value: false }),
      before: ana,
      after: { id: '1', active: false },
    }),
  ],
  ['a part of a person', evidence('GET /Users/1?attributes=userName 200', { answer: { id: '1', userName: 'a' } })],
  ['a conflict that says what it is', evidence('POST /Users 409', { sent: ana, answer: { scimType: 'uniqueness' } })],
  [
    'somebody who was there before',
    evidence('POST /Users 200', {
      sent: ana,
      answer: ana,
      after: { ...ana, meta: { created: '2020-01-05T09:00:00Z' } },
    }),
  ],
  ['an ordinary create', evidence('POST /Users 201', { sent: ana, answer: ana, after: ana })],
  ['an ordinary list', evidence(`GET ${who} 200`, { answer: { totalResults: 1, Resources: [ana] } })],
  [
    'an answer with a charset',
    evidence('GET /Users/1 200', { answer: ana, type: 'application/scim+json; charset=utf-8' }),
  ],
])('nothing is said of %s', (_, shown) => {
  expect(findingsWatchedIn(shown)).toEqual([])
})
