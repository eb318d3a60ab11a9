import { expect, test } from 'vitest'
import { findingsShownBy } from './exchange-signs.ts'
import { FINDINGS } from './findings.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

const shown = (method: Method, path: string, status: number, body?: unknown, answer: unknown = '') => ({
  request: {
    method,
    url: `http://a/scim/v2${path}`,
    headers: [],
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  },
  response: { status, headers: [], body: typeof answer === 'string' ? answer : JSON.stringify(answer) },
})
const patch = (operation: object) => ({ Operations: [operation] })
const off = (value: unknown) => patch({ op: 'Replace', path: 'active', value })
const out = patch({ op: 'remove', path: 'members', value: [{ value: '1' }] })
const filter = '/Users?filter=userName%20eq%20%22ana%40c.test%22'
const two = { members: ['a', 'b'] }

test.each([
  ['unauthorised', { exchange: shown('GET', '/Users', 401) }],
  ['redirected', { exchange: shown('GET', '/Users', 302) }],
  ['if-match-required', { exchange: shown('PATCH', '/Users/1', 428, off(false)) }],
  ['patch-not-supported', { exchange: shown('PATCH', '/Users/1', 501, off(false)) }],
  ['group-patch-not-supported', { exchange: shown('PATCH', '/Groups/1', 405, out) }],
  ['groups-missing', { exchange: shown('GET', '/Groups?startIndex=1', 404) }],
  ['filter-answers-404', { exchange: shown('GET', filter, 404) }],
  ['filter-refused', { exchange: shown('GET', filter, 400) }],
  [
    'filter-ignored',
    { exchange: shown('GET', filter, 200, undefined, { Resources: [{ id: '2', userName: 'bo@c.test' }] }) },
  ],
  ['string-booleans-refused', { exchange: shown('PATCH', '/Users/1', 400, off('False')) }],
  ['disable-refused', { exchange: shown('PATCH', '/Users/1', 400, off(false)) }],
  ['string-false-is-true', { exchange: shown('PATCH', '/Users/1', 200, off('False')), after: { active: true } }],
  ['no-soft-delete', { exchange: shown('PATCH', '/Users/1', 200, off(false)), after: { active: true } }],
  [
    'member-remove-empties-group',
    { exchange: shown('PATCH', '/Groups/1', 204, out), before: two, after: { members: [] } },
  ],
  ['member-remove-ignored', { exchange: shown('PATCH', '/Groups/1', 204, out), before: two, after: two }],
  [
    'filtered-add-refused',
    {
      exchange: shown('PATCH', '/Users/1', 400, patch({ op: 'Add', path: 'emails[type eq "work"].value', value: 'a' })),
    },
  ],
  [
    'update-not-done',
    {
      exchange: shown('PATCH', '/Users/1', 200, patch({ op: 'replace', value: { title: 'B' } })),
      after: { title: 'A' },
    },
  ],
])('%s', (id, evidence) => {
  expect(findingsShownBy(evidence)[0]).toBe(id)
  expect(FINDINGS.map((finding) => finding.id)).toContain(id)
})

test.each([
  [
    'a disable that was carried out',
    { exchange: shown('PATCH', '/Users/1', 200, off('False')), after: { active: false } },
  ],
  ['a disable of which nobody has read what came of it', { exchange: shown('PATCH', '/Users/1', 204, off('False')) }],
  [
    'a lookup that finds the right one, in other letters',
    { exchange: shown('GET', filter, 200, undefined, { Resources: [{ userName: 'ANA@c.test' }] }) },
  ],
  ['a conflict, which may be right', { exchange: shown('POST', '/Users', 409, {}) }],
  ['somebody who is not there', { exchange: shown('GET', '/Users/1', 404) }],
  [
    'the last member who leaves',
    { exchange: shown('PATCH', '/Groups/1', 204, out), before: { members: ['a'] }, after: { members: [] } },
  ],
  ['a page of HTML', { exchange: shown('GET', filter, 200, undefined, '<html>') }],
  [
    'a body that is not JSON',
    {
      exchange: {
        ...shown('PATCH', '/Users/1', 400),
        request: { method: 'PATCH' as const, url: 'http://a/Users/1', headers: [], body: '{' },
      },
    },
  ],
])('nothing is said of %s', (_, evidence) => {
  expect(findingsShownBy(evidence)).toEqual([])
})
