import type { Exchange, ScimMethod } from '@scimulator/shared/provisioning'
import { expect, test } from 'vitest'
import { describeExchange, type ExchangeNote } from './describe-exchange.ts'

function exchange(method: ScimMethod, path: string, sent?: unknown, status?: number, answered?: unknown): Exchange {
  const bodyOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
  return {
    request: {
      method,
      url: `http://127.0.0.1:1/scim/default/v2${path}`,
      headers: [],
      ...(sent === undefined ? {} : { body: bodyOf(sent) }),
    },
    startedAt: 0,
    durationMs: 1,
    ...(status === undefined
      ? {}
      : { response: { status, headers: [], body: answered === undefined ? '' : bodyOf(answered) } }),
  }
}

const patch = (...operations: readonly object[]): object => ({ Operations: operations })
const ana = { id: 'a1', userName: 'ana@contoso.example', displayName: 'Ana Berg' }

test.each<[string, Exchange, Partial<ExchangeNote>]>([
  [
    'a lookup that finds nobody',
    exchange('GET', '/Users?filter=userName%20eq%20%22ana%22', undefined, 200, { totalResults: 0, Resources: [] }),
    { purpose: 'match', object: 'user', filter: 'userName eq "ana"', found: 0, name: null },
  ],
  [
    'a lookup that finds somebody',
    exchange('GET', '/Users?filter=x', undefined, 200, { totalResults: 1, Resources: [ana] }),
    { purpose: 'match', found: 1, name: 'Ana Berg' },
  ],
  [
    'a reading of one',
    exchange('GET', '/Users/a1', undefined, 200, ana),
    { purpose: 'read', objectId: 'a1', name: 'Ana Berg' },
  ],
  [
    'a list',
    exchange('GET', '/Groups?startIndex=1', undefined, 200, { totalResults: 7 }),
    { purpose: 'list', found: 7 },
  ],
  [
    'a creation',
    exchange('POST', '/Users', { schemas: [], userName: 'ana', active: true }, 201, ana),
    { purpose: 'create', objectId: 'a1', name: 'ana', attributes: ['userName', 'active'] },
  ],
  [
    'members of whom one does not arrive',
    exchange(
      'PATCH',
      '/Groups/g1',
      patch({ op: 'Add', path: 'members', value: [{ value: 'a1' }, { value: 'b2' }, { value: 'a1' }] }),
      200,
      { id: 'g1', members: [{ value: 'a1' }, { value: 'c3' }] },
    ),
    { purpose: 'change-members', arrived: 1 },
  ],
  [
    'members, answered without members',
    exchange('PATCH', '/Groups/g1', patch({ op: 'add', path: 'members', value: [{ value: 'a1' }] }), 200, { id: 'g1' }),
    { purpose: 'change-members', added: 1, arrived: null },
  ],
  [
    'members that are taken out',
    exchange('PATCH', '/Groups/g1', patch({ op: 'remove', path: 'members', value: [{ value: 'a1' }] }), 200, {
      id: 'g1',
      members: [{ value: 'b2' }],
    }),
    { removed: 1, arrived: null },
  ],
  [
    'active as a text',
    exchange('PATCH', '/Users/a1', patch({ op: 'Replace', path: 'active', value: 'False' }), 200, ana),
    { purpose: 'disable', name: 'Ana Berg', attributes: ['active'] },
  ],
  [
    'active without a path',
    exchange('PATCH', '/Users/a1', patch({ op: 'replace', value: { active: true } }), 204),
    { purpose: 'enable' },
  ],
  [
    'active among other changes',
    exchange(
      'PATCH',
      '/Users/a1',
      patch({ op: 'add', path: 'title', value: 'x' }, { op: 'add', path: 'active', value: true }),
    ),
    { purpose: 'update', attributes: ['title', 'active'] },
  ],
  ['a whole user who is inactive', exchange('PUT', '/Users/a1', { ...ana, active: false }), { purpose: 'disable' }],
  ['a whole user who is active', exchange('PUT', '/Users/a1', { ...ana, active: true }), { purpose: 'update' }],
  [
    'members',
    exchange(
      'PATCH',
      '/Groups/g1',
      patch(
        { op: 'Add', path: 'members', value: [{ value: 'a1' }, { value: 'b1' }] },
        { op: 'remove', path: 'members[value eq "c1"]' },
      ),
    ),
    { purpose: 'change-members', object: 'group', added: 2, removed: 1 },
  ],
  ['a deletion', exchange('DELETE', '/Users/a%201', undefined, 204), { purpose: 'delete', objectId: 'a 1' }],
  [
    'what the endpoint can do',
    exchange('GET', '/ServiceProviderConfig', undefined, 200, {}),
    { purpose: 'describe', object: null },
  ],
  [
    'HTML instead of JSON',
    exchange('GET', '/Users/a1', undefined, 502, '<html>'),
    { purpose: 'read', name: null, found: null },
  ],
  ['a list instead of an object', exchange('POST', '/Users', [], 400, 'null'), { purpose: 'create', name: null }],
  ['no answer', exchange('POST', '/Users', { userName: 'ana' }), { purpose: 'create', name: 'ana', objectId: null }],
  ['a path that encodes nothing', exchange('GET', '/Users/%E0%A4', undefined, 404), { objectId: '%E0%A4' }],
])('%s', (_, seen, note) => {
  expect(describeExchange(seen)).toMatchObject(note)
})

test('what somebody typed for a base URL may be no URL', () => {
  const { request, ...rest } = exchange('GET', '/Users/a1', undefined, 200, ana)
  const seen = describeExchange({ ...rest, request: { ...request, url: 'nowhere/Users/a1?filter=x' } })
  expect(seen).toMatchObject({ purpose: 'match', object: 'user', objectId: 'a1', filter: 'x' })
})

test.each([
  ['a text for active', { op: 'replace', path: 'active', value: 'False' }, ['active-is-text']],
  ['a boolean', { op: 'replace', path: 'active', value: false }, []],
  ['a capital', { op: 'Add', path: 'title', value: 'x' }, ['op-in-capitals']],
  ['members by value', { op: 'remove', path: 'members', value: [{ value: 'a' }] }, ['members-by-value']],
  ['members by filter', { op: 'remove', path: 'members[value eq "a"]' }, []],
  ['a manager without its object', { op: 'add', path: 'urn:x:User:manager', value: 'a1' }, ['bare-manager']],
  ['no path', { op: 'replace', value: { title: 'x' } }, ['no-path']],
])('%s is marked %j', (_, operation, marks) => {
  expect(describeExchange(exchange('PATCH', '/Users/a1', patch(operation))).marks).toEqual(marks)
})
