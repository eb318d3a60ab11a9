import type { ScimRequest } from '@scimulator/shared/provisioning'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeRequest, type LedgerView } from './judge-request.ts'
import { idKey, type ResourceRef } from './resource-kind.ts'

const BASE = 'https://scim.example/v2'
const MANAGER = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager'
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

/** Of the run: users `mine` and `friend`, group `team`; `left` was deleted; `taken` was taken over; `kept` is adopted. `5` is a user. */
const STANDINGS: Readonly<Record<string, ReturnType<LedgerView['standing']>>> = {
  'Users/mine': 'ours',
  'Users/friend': 'ours',
  'Users/5': 'ours',
  'Groups/team': 'ours',
  'Users/left': 'gone',
  'Users/taken': 'taken-over',
}
const view: LedgerView = {
  standing: (ref) => STANDINGS[idKey(ref)] ?? 'not-ours',
  ownsValue: (value) => value.includes('own-'),
  isAdopted: (ref: ResourceRef) => ref.id === 'kept',
}

function judge(line: string, body?: unknown, headers: ScimRequest['headers'] = []) {
  const [method = '', path = ''] = line.split(' ')
  const url = path.startsWith('/') || path === '' ? `${BASE}${path}` : path
  const text = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  return judgeRequest({ method: method as ScimRequest['method'], url, headers, ...text }, view, BASE)
}

function verdict(line: string, body?: unknown): string {
  const judgement = judge(line, body)
  return judgement.allowed ? 'allowed' : judgement.code
}

const patch = (...Operations: unknown[]) => ({ schemas: [], Operations })

describe('addresses', () => {
  test.each([
    ['GET ', 'allowed'],
    ['GET /Users?filter=userName%20eq%20%22x%22', 'allowed'],
    ['GET /Users/stranger', 'allowed'],
    ['GET /Users/taken', 'taken-over'],
    ['GET /ServiceProviderConfig', 'allowed'],
    ['GET /Users?_method=DELETE', 'method'],
    ['GET https://scim.example/v2evil/Users', 'address'],
    ['GET https://scim.example.evil/v2/Users', 'address'],
    ['GET https://scim.example/v2/../admin', 'address'],
    ['GET https://evil/Users', 'address'],
    ['GET http://scim.example/v2/Users', 'address'],
    ['POST /Users', 'allowed'],
    ['POST /Users?aadOptscim062020', 'allowed'],
    ['POST /Users?attributes=id', 'allowed'],
    ['POST /Users?sortOrder=ascending', 'allowed'],
    ['PATCH /Users/mine?filter=x', 'address'],
    ['POST //Users', 'allowed'],
    ['POST /Users/', 'address'],
    ['POST /users', 'address'],
    ['POST /Users/mine', 'address'],
    ['POST /Users?id=stranger', 'address'],
    ['POST /Users?_method=PUT', 'address'],
    ['POST /.search', 'allowed'],
    ['POST /Users/.search', 'allowed'],
    ['POST /Groups/.search', 'allowed'],
    ['POST /Me', 'address'],
    ['POST /Schemas', 'address'],
    ['PATCH /Me', 'address'],
    ['DELETE /Me', 'address'],
    ['DELETE /Users', 'address'],
    ['DELETE /Users/mine', 'allowed'],
    ['DELETE /Users/mine/', 'address'],
    ['DELETE /Users/', 'no-id'],
    ['PUT /Groups/undefined', 'no-id'],
    ['DELETE /Users/mine/sub', 'address'],
    ['DELETE /Users/MINE', 'allowed'],
    ['DELETE /Users/stranger', 'stranger'],
    ['DELETE /Users/left', 'allowed'],
    ['DELETE /Users/kept', 'stranger'],
    ['PATCH /Users/kept', 'allowed'],
    ['DELETE /Groups/mine', 'stranger'],
    ['DELETE /Groups/5', 'stranger'],
    ['DELETE /Users/5', 'allowed'],
    ['DELETE /Users/05', 'allowed'],
    ['DELETE /Users/5?id=6', 'address'],
    ['DELETE /Users/taken', 'taken-over'],
    ['DELETE /Users/mine;id=stranger', 'address'],
    ['DELETE /Users/mine%2f..%2fstranger', 'address'],
    ['DELETE /Users/mine%00', 'address'],
    ['DELETE /Users/mine%3bx', 'address'],
    ['DELETE /Users/%2e%2e', 'address'],
    ['DELETE /Users/mine/../stranger', 'address'],
    ['DELETE /Users/./mine', 'address'],
    ['DELETE /Users//mine', 'address'],
    ['DELETE /Users/mine\\..\\stranger', 'address'],
    ['DELETE /Users/mine#x', 'address'],
    ['DELETE /Users/%6dine', 'allowed'],
    ['DELETE /Users/%256dine', 'address'],
    ['DELETE /Users/%zz', 'address'],
    ['DELETE /Bulk', 'address'],
  ])('%s is %s', (line, expected) => {
    const [method] = line.split(' ')
    const body = method === 'POST' || method === 'PATCH' ? {} : undefined
    expect(verdict(line, body)).toBe(expected)
  })

  test.each(['X-HTTP-Method-Override', 'x-original-url', 'X-Rewrite-URL'])('the header %s is refused', (name) => {
    expect(judge('GET /Users', undefined, [[name, 'DELETE']])).toMatchObject({ allowed: false, code: 'method' })
  })

  test('a GET with a body is refused', () => {
    expect(verdict('GET /Users', '_method=DELETE')).toBe('unreadable-body')
  })

  test('a write says on whom it relies to be the run’s, so that it can be proved', () => {
    const [left, team] = [
      { kind: 'Users', id: 'left' },
      { kind: 'Groups', id: 'team' },
    ]
    expect(judge('PATCH /Users/left', {})).toEqual({ allowed: true, toProve: [left] })
    expect(judge('PATCH /Users/kept', {})).toEqual({ allowed: true, toProve: [] })
    const remove = patch({ op: 'remove', path: 'members[value eq "left"]' })
    expect(judge('PATCH /Groups/team', remove)).toEqual({ allowed: true, toProve: [team, left] })
  })
})

describe('bodies', () => {
  test.each<[string, string, unknown, string]>([
    ['own members', 'POST /Groups', { members: [{ value: 'mine' }, { value: 'team', type: 'Group' }] }, 'allowed'],
    ['a stranger as member', 'POST /Groups', { members: [{ value: 'stranger' }] }, 'names-stranger'],
    ['members as texts', 'POST /Groups', { members: ['mine', 'stranger'] }, 'names-stranger'],
    ['MEMBERS in another case', 'POST /Groups', { MEMBERS: [{ VALUE: 'stranger' }] }, 'names-stranger'],
    [
      'a group of the id of an own user',
      'POST /Groups',
      { members: [{ value: '5', type: 'Group' }] },
      'names-stranger',
    ],
    ['a number as id', 'POST /Groups', { members: [{ value: 7 }] }, 'names-stranger'],
    ['an own $ref', 'POST /Groups', { members: [{ $ref: `${BASE}/Users/mine` }] }, 'allowed'],
    ['a foreign $ref', 'POST /Groups', { members: [{ value: 'mine', $ref: '../Users/stranger' }] }, 'names-stranger'],
    ['a $ref that cannot be read', 'POST /Groups', { members: [{ $ref: 'urn:x' }] }, 'unreadable-body'],
    ['a null $ref', 'POST /Groups', { members: [{ $ref: null, value: 'mine' }] }, 'allowed'],
    ['display only', 'POST /Groups', { members: [{ value: 'mine', display: 'Anybody', type: 'User' }] }, 'allowed'],
    ['an id of its own', 'POST /Users', { id: 'stranger' }, 'names-stranger'],
    ['an _id', 'POST /Users', { _id: 'stranger' }, 'names-stranger'],
    ['a location', 'PUT /Users/mine', { meta: { location: `${BASE}/Users/stranger` } }, 'names-stranger'],
    ['its own location', 'PUT /Users/mine', { id: 'mine', meta: { location: `${BASE}/Users/mine` } }, 'allowed'],
    ['groups of a user', 'POST /Users', { groups: [{ value: 'admins' }] }, 'names-stranger'],
    ['manager as text', 'POST /Users', { [ENTERPRISE]: { manager: 'stranger' } }, 'names-stranger'],
    ['manager as object', 'POST /Users', { [ENTERPRISE]: { manager: { value: 'stranger' } } }, 'names-stranger'],
    ['an own manager', 'POST /Users', { [ENTERPRISE]: { manager: { value: 'mine', displayName: 'X' } } }, 'allowed'],
    ['an empty manager', 'POST /Users', { [ENTERPRISE]: { manager: '' } }, 'allowed'],
    ['a qualified manager', 'PATCH /Users/mine', { [MANAGER]: 'stranger' }, 'names-stranger'],
  ])('%s', (_, line, body, expected) => {
    expect(verdict(line, body)).toBe(expected)
  })

  test.each<[string, unknown, string]>([
    ['add an own member', { op: 'Add', path: 'members', value: [{ value: 'mine' }] }, 'allowed'],
    ['add a stranger', { op: 'Add', path: 'members', value: [{ value: 'stranger' }] }, 'names-stranger'],
    [
      'add a stranger by a qualified path',
      { op: 'add', path: `${urnOf('Group')}:members`, value: 'x' },
      'names-stranger',
    ],
    ['add without a path', { op: 'add', value: { members: [{ value: 'stranger' }] } }, 'names-stranger'],
    ['PATH in another case', { op: 'add', PATH: 'members', Value: 'stranger' }, 'names-stranger'],
    ['remove an own member by filter', { op: 'remove', path: 'members[value eq "mine"]' }, 'allowed'],
    ['remove a stranger by filter', { op: 'remove', path: 'members[value eq "stranger"]' }, 'names-stranger'],
    ['a filter over $ref', { op: 'remove', path: 'members[$ref eq "../Users/stranger"]' }, 'names-stranger'],
    ['either of two', { op: 'remove', path: 'members[value eq "mine" or value eq "stranger"]' }, 'names-stranger'],
    ['a filter that cannot be parsed', { op: 'remove', path: 'members[value eq stranger' }, 'unreadable-body'],
    ['remove all members', { op: 'remove', path: 'members' }, 'allowed'],
    ['manager by path', { op: 'replace', path: MANAGER, value: 'stranger' }, 'names-stranger'],
    ['manager by sub-attribute', { op: 'replace', path: `${MANAGER}.value`, value: 'stranger' }, 'names-stranger'],
    ['own manager by path', { op: 'replace', path: MANAGER, value: 'mine' }, 'allowed'],
    ['manager without a path', { op: 'replace', value: { [MANAGER]: { value: 'stranger' } } }, 'names-stranger'],
    ['a filtered name without a path', { op: 'add', value: { 'members[value eq "x"]': {} } }, 'names-stranger'],
    ['id', { op: 'replace', path: 'id', value: 'stranger' }, 'names-stranger'],
    ['a path that is not a text', { op: 'add', path: ['members'], value: 'stranger' }, 'unreadable-body'],
    ['emails by type', { op: 'replace', path: 'emails[type eq "work"].value', value: 'own-a@example.com' }, 'allowed'],
    [
      'a foreign email',
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'ceo@real.com' },
      'foreign-value',
    ],
    ['an email anywhere', { op: 'replace', path: 'title', value: 'ceo@real.com' }, 'foreign-value'],
    ['active', { op: 'replace', path: 'active', value: 'False' }, 'allowed'],
    ['roles', { op: 'add', path: 'roles', value: [{ value: 'admin' }] }, 'allowed'],
  ])('PATCH: %s', (_, operation, expected) => {
    expect(verdict('PATCH /Users/mine', patch(operation))).toBe(expected)
  })

  test.each<[string, string, unknown, string]>([
    ['userName', 'POST /Users', { userName: 'ruth@contoso.example' }, 'foreign-value'],
    ['externalId', 'POST /Users', { externalId: '1001' }, 'foreign-value'],
    ['employeeNumber', 'POST /Users', { [ENTERPRISE]: { employeeNumber: '1001' } }, 'foreign-value'],
    ['a number as employeeNumber', 'POST /Users', { [`${ENTERPRISE}:employeeNumber`]: 1001 }, 'foreign-value'],
    ['phone', 'POST /Users', { phoneNumbers: [{ type: 'work', value: '+49 30 1234' }] }, 'foreign-value'],
    ['displayName of a group', 'POST /Groups', { displayName: 'Sales' }, 'foreign-value'],
    ['displayName of a user', 'POST /Users', { displayName: 'Ruth' }, 'foreign-value'],
    ['an empty userName', 'POST /Users', { userName: '' }, 'allowed'],
    [
      'own values',
      'POST /Users',
      { userName: 'own-1', emails: [{ type: 'work', value: 'own-1@example.com' }] },
      'allowed',
    ],
    [
      'those of an adopted account',
      'PATCH /Users/kept',
      patch({ op: 'replace', path: 'userName', value: 'x' }),
      'allowed',
    ],
  ])('values that endpoints match by: %s', (_, line, body, expected) => {
    expect(verdict(line, body)).toBe(expected)
  })

  test.each<[string, string, string]>([
    ['a name given twice', '{"members":[],"members":[{"value":"stranger"}]}', 'unreadable-body'],
    ['half a document', '{"members":[{"value":"stranger"', 'unreadable-body'],
    ['an escape', '{"mem\\u0062ers":[{"value":"stranger"}]}', 'names-stranger'],
    ['a list', '[{"id":"stranger"}]', 'unreadable-body'],
    ['words that name nobody', 'not json', 'allowed'],
    ['half a document that names nobody', '{"schemas":[', 'allowed'],
    ['nothing', '', 'allowed'],
  ])('as text: %s', (_, body, expected) => {
    expect(verdict('POST /Groups', body)).toBe(expected)
  })
})

describe('bulk', () => {
  const bulk = (...Operations: unknown[]) => verdict('POST /Bulk', { schemas: [], failOnErrors: 1, Operations })
  test.each<[string, unknown, string]>([
    ['a POST', { method: 'POST', path: '/Users', bulkId: 'a', data: { userName: 'own-1' } }, 'allowed'],
    [
      'a POST of a foreign value',
      { method: 'POST', path: '/Users', bulkId: 'a', data: { userName: 'x' } },
      'foreign-value',
    ],
    ['a DELETE of ours', { method: 'DELETE', path: '/Users/mine' }, 'allowed'],
    ['a DELETE of a stranger', { method: 'DELETE', path: '/Users/stranger' }, 'stranger'],
    ['a PATCH of a stranger', { method: 'PATCH', path: '/Users/stranger', data: {} }, 'stranger'],
    [
      'a PATCH that names a stranger',
      { method: 'PATCH', path: '/Groups/team', data: patch({ op: 'add', path: 'members', value: 'stranger' }) },
      'names-stranger',
    ],
    ['a path of a bulkId', { method: 'PATCH', path: '/Users/bulkId:a', data: {} }, 'stranger'],
    ['a bulk in a bulk', { method: 'POST', path: '/Bulk', data: {} }, 'address'],
    ['a method that is none', { method: 'delete', path: '/Users/mine' }, 'address'],
    ['/Me', { method: 'PATCH', path: '/Me', data: {} }, 'address'],
    ['a query', { method: 'DELETE', path: '/Users/mine?id=stranger' }, 'address'],
    ['dot segments', { method: 'DELETE', path: '/Users/mine/../stranger' }, 'address'],
    ['another member', { method: 'DELETE', path: '/Users/mine', PATH: '/Users/stranger' }, 'unreadable-body'],
  ])('%s', (_, operation, expected) => {
    expect(bulk(operation)).toBe(expected)
  })

  test('one bad operation refuses the whole; a bulkId of the request may be named', () => {
    const make = { method: 'POST', path: '/Users', bulkId: 'a', data: { userName: 'own-1' } }
    const group = (value: string) => ({ method: 'POST', path: '/Groups', bulkId: 'g', data: { members: [{ value }] } })
    expect(bulk(make, group('bulkId:a'))).toBe('allowed')
    expect(bulk(make, group('bulkId:b'))).toBe('names-stranger')
    expect(bulk(make, { method: 'DELETE', path: '/Users/stranger' })).toBe('stranger')
  })

  test('a bulk request that cannot be read is refused', () => {
    expect(verdict('POST /Bulk', 'x')).toBe('unreadable-body')
    expect(verdict('POST /Bulk', { Operations: [], extra: 1 })).toBe('unreadable-body')
  })
})

describe('whatever is put together', () => {
  const STRANGERS = ['stranger', '42', 'a0b1', '6', '../Users/mine', 'mine/../stranger', 'mine;stranger']
  const pieces = fc.array(
    fc.constantFrom(
      '/',
      '//',
      '.',
      '..',
      '%2e',
      '%2f',
      '%5c',
      '\\',
      ';',
      '?',
      '#',
      '%00',
      'Users',
      'users',
      'Groups',
      'mine',
      'stranger',
      'team',
      'Me',
      'Bulk',
      '.search',
      '%20',
      '&',
      'id=stranger',
      '_method=DELETE',
      '@evil',
      ':',
    ),
    { maxLength: 8 },
  )

  /** What a server makes of a path, read as generously as any of them does. */
  function reached(url: string): string {
    const path = decodeURIComponent(new URL(url).pathname.replace(/%(?![0-9a-f]{2})/gi, '%25')).replaceAll('\\', '/')
    return new URL(`http://x${path.replace(/;[^/]*/g, '')}`).pathname.replace(/\/+/g, '/').replace(/^\/v2/, '')
  }

  test('a write that is allowed reaches nothing but a collection or what is ours, however a server reads the URL', () => {
    fc.assert(
      fc.property(fc.constantFrom('PUT', 'PATCH', 'DELETE'), pieces, (method, parts) => {
        const url = `${BASE}/${parts.join('')}`
        const judgement = judge(`${method} ${url}`, method === 'DELETE' ? undefined : {})
        if (!judgement.allowed) return
        expect(reached(url)).toMatch(/^\/(Users\/mine|Groups\/team)$/)
      }),
      { numRuns: 3000 },
    )
  })

  test('a GET that is allowed stays below the base URL', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom(BASE, 'https://scim.example', 'https://evil/v2'), (parts, base) => {
        const url = `${base}${parts.join('')}`
        if (url.includes(' ') || !judge(`GET ${url}`).allowed) return
        expect(new URL(url).href.startsWith(BASE)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('a body that names a stranger is refused, wherever and however it does', () => {
    const reference = fc
      .constantFrom(...STRANGERS)
      .chain((id) =>
        fc.constantFrom<unknown>(
          { members: [{ value: id }] },
          { Members: [id] },
          { members: { value: id } },
          { manager: id },
          { manager: { value: id } },
          { [MANAGER]: { value: id } },
          { [`${MANAGER}.value`]: id },
          { [ENTERPRISE]: { manager: { $ref: `../Users/${id}` } } },
          { roles: [{ $ref: `${BASE}/Users/${id}` }] },
          { members: [{ value: 'mine' }, { value: 'mine', $ref: `/Groups/${id}` }] },
        ),
      )
    const noise = fc.dictionary(
      fc.constantFrom('active', 'title', 'name', 'roles'),
      fc.constantFrom(true, 'x', 1, null),
    )
    fc.assert(
      fc.property(reference, noise, fc.nat(2), (named, other, shape) => {
        const resource = { ...other, ...(named as object) }
        const value = [
          resource,
          patch({ op: 'add', value: resource }),
          patch({ op: 'x' }, { op: 'add', Value: resource }),
        ][shape]
        expect(verdict('PATCH /Groups/team', value)).toMatch(/names-stranger|unreadable-body/)
      }),
      { numRuns: 1000 },
    )
  })
})

function urnOf(name: string): string {
  return `urn:ietf:params:scim:schemas:core:2.0:${name}`
}
