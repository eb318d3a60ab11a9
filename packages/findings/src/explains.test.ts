// What a finding explains of somebody's life, and what it leaves to others: two causes at one endpoint are two findings.
import { expect, test } from 'vitest'
import type { Difference } from './evidence.ts'
import { FINDINGS } from './findings.ts'

type Exchange = NonNullable<Difference['exchange']>

const exchange = (method: Exchange['request']['method'], path: string, body?: unknown, status = 200, answer = '') => ({
  request: {
    method,
    url: `http://a/scim/v2${path}`,
    headers: [],
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  },
  response: { status, headers: [], body: answer },
  startedAt: 0,
  durationMs: 0,
})
const patch = (path: string, ...Operations: readonly unknown[]) => exchange('PATCH', path, { Operations })
const refused = (one: Exchange): Exchange => ({ ...one, response: { status: 400, headers: [], body: '' } })
const out = (...ids: readonly string[]) => ({ op: 'Remove', path: 'members', value: ids.map((value) => ({ value })) })
const one = (id: string) => ({ op: 'remove', path: `members[value eq "${id}"]` })
const into = (id: string) => ({ op: 'Add', path: 'members', value: [{ value: id }] })
const filter = '/Users?filter=userName+eq+%22ana%40c.test%22'
const found = (...names: readonly string[]) =>
  exchange('GET', filter, undefined, 200, JSON.stringify({ Resources: names.map((userName) => ({ userName })) }))

const difference = (attribute: string, expected: unknown, actual: unknown, write?: Exchange): Difference => ({
  ...{ sender: 'entra', act: 'an act', subject: 'ana', attribute, expected, actual },
  kind: attribute === 'members' ? 'group' : 'user',
  ...(write ? { exchange: write } : {}),
})
const still = (write?: Exchange) => difference('members', ['cleo'], ['cleo', 'ana'], write)
const lost = (write?: Exchange) => difference('members', ['cleo', 'ana'], ['cleo'], write)
const refusal = (write: Exchange) => difference('answer', 'it is carried out', 400, refused(write))

test.each<[string, string, Difference]>([
  ['only-one-member-removed', 'one of two in a value stays', still(patch('/Groups/1', out('1', '2')))],
  ['only-one-member-removed', 'one of two operations is not done', still(patch('/Groups/1', one('1'), one('2')))],
  ['one-group-only', 'somebody joins another group', lost(patch('/Groups/2', into('1')))],
  ['one-group-only', 'a group is made with them', lost(exchange('POST', '/Groups', { members: [{ value: '1' }] }))],
  ['text-changed', 'a name beyond ASCII', difference('displayName', 'Zoë', 'Zo?', patch('/Users/1'))],
  ['text-changed', 'a title with an angle bracket', difference('title', '<Head>', '&lt;Head&gt;')],
  ['text-changed', 'such a name is refused', refusal(exchange('POST', '/Users', { displayName: 'Zoë' }))],
  ['filter-matches-part', 'a lookup finds two', difference('accounts', 1, 2, found('ana@c.test', 'joana@c.test'))],
  ['filter-matches-part', 'a lookup finds another one', difference('exists', true, false, found('joana@c.test'))],
])('%s explains it where %s', (id, _what, seen) => {
  expect(explains(id, seen)).toBe(true)
})

test.each<[string, string, Difference]>([
  ['only-one-member-removed', 'one who leaves alone stays', still(patch('/Groups/1', out('1')))],
  ['only-one-member-removed', 'one who leaves by a filter stays', still(patch('/Groups/1', one('1')))],
  ['only-one-member-removed', 'somebody who joins is missing', lost(patch('/Groups/1', into('1')))],
  ['only-one-member-removed', 'others are missing after two have left', lost(patch('/Groups/1', out('1', '2')))],
  ['only-one-member-removed', 'nothing was written', still()],
  ['one-group-only', 'somebody who was removed is still there', still(patch('/Groups/1', into('3')))],
  ['one-group-only', 'others are missing after a removal', lost(patch('/Groups/1', out('1')))],
  ['one-group-only', 'somebody is missing after a disable', lost(patch('/Users/1', { op: 'replace', path: 'active' }))],
  ['one-group-only', 'somebody is missing after a rename', lost(patch('/Groups/1', { op: 'replace', value: {} }))],
  ['one-group-only', 'nothing was written', lost()],
  ['text-changed', 'a plain name stays as it was', difference('displayName', 'Ana New', 'Ana Old', patch('/Users/1'))],
  ['text-changed', 'a plain name is gone', difference('name.givenName', 'Ana', undefined)],
  [
    'text-changed',
    'a plain person is refused',
    refusal(exchange('POST', '/Users', { displayName: 'Ana Smith', emails: [{ type: 'work' }] })),
  ],
  [
    'text-changed',
    'a path has quotation marks',
    refusal(patch('/Users/1', { op: 'Add', path: 'emails[type eq "work"]' })),
  ],
  ['text-changed', 'somebody is active', difference('active', false, true)],
  ['filter-matches-part', 'a lookup finds the right one alone', difference('title', 'A', 'B', found('Ana@c.test'))],
  ['filter-matches-part', 'a lookup finds nobody', difference('exists', true, false, found())],
  ['filter-matches-part', 'an update is not done', difference('title', 'A', 'B', patch('/Users/1'))],
  ['filter-matches-part', 'an update is refused', refusal(patch('/Users/1'))],
])('%s leaves it to others where %s', (id, _what, seen) => {
  expect(explains(id, seen)).toBe(false)
})

function explains(id: string, seen: Difference): boolean | undefined {
  return FINDINGS.find((finding) => finding.id === id)?.explains?.(seen)
}
